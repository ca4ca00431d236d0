"""Rasa without the libraries that Lotse does not use it for.

None of our components uses TensorFlow, and no channel, cloud or broker of Rasa's is used, yet
importing Rasa imports all of them: 10 s and 400 MB for each process (docs/decisions/0003).
`without_unused_libraries` puts empty modules in their place before Rasa is imported; whatever
would really use one fails loudly.
"""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import sys
import types
from collections.abc import Collection, Sequence
from typing import Any

_TENSORFLOW = ("tensorflow", "tensorflow_hub", "tensorflow_text", "tensorflow_addons", "keras")
_DRAWING = ("matplotlib", "h5py")
_CHANNELS = (
    "aiogram",
    "fbmessenger",
    "mattermostwrapper",
    "rocketchat_API",
    "slack_sdk",
    "socketio",
    "twilio",
    "webexteamssdk",
)
_STORES = ("boto3", "botocore", "pymongo", "redis")
ABSENT = frozenset((*_TENSORFLOW, *_DRAWING, *_CHANNELS, *_STORES))


class _Placeholder(type):
    """A class that can be inherited from and named in annotations, and nothing else."""

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return Absent


class Absent(metaclass=_Placeholder):
    """Stands for anything of an absent library. Making one raises RuntimeError."""

    def __init__(self, *_: Any, **__: Any) -> None:
        raise RuntimeError("this process runs without this library (docs/decisions/0003)")


class _AbsentModule(types.ModuleType):
    # Older than any that somebody asks for.
    __version__ = "0"

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return Absent


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def __init__(self, absent: Collection[str]) -> None:
        self._absent = absent

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: types.ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname.partition(".")[0] in self._absent:
            return importlib.machinery.ModuleSpec(fullname, self, is_package=True)
        return None

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> types.ModuleType:
        return _AbsentModule(spec.name)

    def exec_module(self, module: types.ModuleType) -> None:
        """There is nothing to run."""


def without_unused_libraries(but: Collection[str] = ()) -> None:
    """From now on this process imports empty modules instead. Does nothing when it is too late.

    but: names of ABSENT that this process needs after all.
    """
    if "tensorflow" not in sys.modules:
        sys.meta_path.insert(0, _Finder(ABSENT - set(but)))
