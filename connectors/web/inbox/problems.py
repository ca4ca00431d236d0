"""What is answered with a page that says what went wrong."""

from __future__ import annotations


class Problem(Exception):
    """A page with the words of `problem-<kind>`: role, form, input, too-large, unknown."""

    def __init__(self, status: int, kind: str) -> None:
        super().__init__(kind)
        self.status = status
        self.kind = kind
