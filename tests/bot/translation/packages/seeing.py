"""What a folder of packages looks like."""

from __future__ import annotations

import hashlib
from pathlib import Path

from bot.translation.packages import shelf, workshop


def sha256(content: bytes) -> str:
    """As 64 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def versions(folder: Path, environment: str = "production") -> dict[str, str]:
    """What is in use: versions by pair."""
    found = shelf.installed(folder, environment)
    return {str(package.pair): package.version for package in found}


def left_over(folder: Path) -> list[str]:
    """What lies in the folder beside packages."""
    return sorted(path.name for path in folder.rglob("*") if workshop.NAME in str(path))
