"""Writes a file Argos Translate can install, which says everywhere that it is test data."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

NAMES = {"de": "German", "ar": "Arabic", "ru": "Russian", "tr": "Turkish", "en": "English"}
VERSION = "0.1"
# The earliest date a zip file knows, so that the same model makes the same file.
_DATE = (1980, 1, 1, 0, 0, 0)

README = """# Test data: {from_name} to {to_name}

This package is for tests only, never for residents. A very small model has memorised the project's
own texts (answers, phrases and ready-made replies). It repeats those nearly word for word, and
translates anything else wrongly without saying so.

Lotse refuses it when LOTSE_ENV=production (`"test_data": true` in metadata.json). Made by
`python -m scripts.train_test_packages`.
"""


def package_name(source: str, target: str) -> str:
    """The name of the package's folder and, with `.argosmodel` behind it, of its file."""
    return f"translate-{source}_{target}-{VERSION.replace('.', '_')}"


def write_package(source: str, target: str, vocabulary: bytes, model: Path, out: Path) -> Path:
    """Write the package into the folder `out` and return its path.

    source, target: ISO 639-1. vocabulary: content of a SentencePiece model file. model: folder of
    a CTranslate2 model.
    """
    top = package_name(source, target)
    names = {"from_name": NAMES[source], "to_name": NAMES[target]}
    metadata = {
        "name": f"TEST DATA, never for residents: {names['from_name']} to {names['to_name']}",
        "test_data": True,
        "type": "translate",
        "package_version": VERSION,
        "argos_version": "1.0",
        "from_code": source,
        "to_code": target,
        **names,
        "links": [],
    }
    files = {
        "metadata.json": json.dumps(metadata, indent=4).encode(),
        "README.md": README.format(**names).encode(),
        "sentencepiece.model": vocabulary,
        **{f"model/{file.name}": file.read_bytes() for file in sorted(model.iterdir())},
    }
    path = out / f"{top}.argosmodel"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(f"{top}/{name}", _DATE)
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content, compresslevel=9)
    return path
