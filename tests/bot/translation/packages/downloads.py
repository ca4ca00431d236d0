"""What the tests download."""

from __future__ import annotations

import hashlib

FILE = hashlib.shake_128(b"file").digest(400_000)
OTHER = hashlib.shake_128(b"other").digest(400_000)
HALF = 200_000
PATH, NAME = "/x.argosmodel", "x.argosmodel"
