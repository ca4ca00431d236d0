"""Names that counsellors mark, so that no translation touches them."""

from __future__ import annotations

import re

_MARKED = re.compile(r"\{([^{}\n]{1,80})\}")


def unmarked(text: str) -> tuple[str, tuple[str, ...]]:
    """A text without the braces around names, and the names that were in them."""
    return _MARKED.sub(r"\1", text), tuple(_MARKED.findall(text))
