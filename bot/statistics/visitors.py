"""Estimates how many people sought advice, without a list of them.

HyperLogLog++ (Heule, Nunkesser, Hall 2013; from `datasketch`) keeps 16,384 registers that only
remember how rare the rarest hash was. Its standard error is 1.04 / sqrt(16384) = 0.8 %; below some
ten thousand it counts empty registers, which is more exact still. What is hashed is a
conversation's pseudonym under a key that is made for the quarter and thrown away after it: then
nobody can find out any more whether somebody was counted.
"""

from __future__ import annotations

import hashlib
import hmac
import zlib
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datasketch import HyperLogLogPlusPlus

#: 2 to this power are the registers.
PRECISION = 14
STANDARD_ERROR = 0.0081


def load() -> None:
    """Import the library now, so that nobody's first message waits for it."""
    _sketch([])


def pseudonym(key: bytes, conversation_id: str) -> bytes:
    """A conversation as it enters a sketch (HMAC-SHA-256)."""
    return hmac.new(key, conversation_id.encode(), hashlib.sha256).digest()


def with_one(registers: bytes | None, hashed: bytes) -> bytes | None:
    """The registers after a visit; None when it changes nothing. registers: None without any."""
    sketch = _sketch([registers] if registers else [])
    before = sketch.reg.copy()
    sketch.update(hashed)
    if registers is not None and (before == sketch.reg).all():
        return None
    return zlib.compress(sketch.reg.tobytes())


def estimate(sketches: Iterable[bytes]) -> int:
    """How many different people went into any of the sketches."""
    return round(float(_sketch(sketches).count()))


def _sketch(packed: Iterable[bytes]) -> HyperLogLogPlusPlus:
    # Here, because it takes its time and only who counts needs it.
    import numpy as np
    from datasketch import HyperLogLogPlusPlus

    sketch: Any = HyperLogLogPlusPlus(p=PRECISION, hashfunc=_first_64_bits)
    for registers in packed:
        loaded = np.frombuffer(zlib.decompress(registers), dtype=sketch.reg.dtype)
        sketch.reg = np.maximum(sketch.reg, loaded)
    return sketch


def _first_64_bits(hashed: bytes) -> int:
    return int.from_bytes(hashed[:8], "big")
