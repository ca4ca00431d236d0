"""Reads a resident's file as a browser does: what is text, what is markup."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import Any


class Document(HTMLParser):
    """The document taken apart.

    text: all that can be read, the machine's part left out. tags: every element in order.
    words: what was said, a text each. html: the attributes of the root.
    """

    def __init__(self, content: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.html: dict[str, str | None] = {}
        self.text = ""
        self.words: list[str] = []
        self._machine = ""
        self._inside = ""
        self.feed(content.decode())
        self.close()

    @property
    def machine(self) -> Any:
        """The JSON at the end."""
        return json.loads(self._machine)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        found = dict(attrs)
        if tag == "html":
            self.html = found
        if tag == "style" or found.get("id") == "machine":
            self._inside = tag
        elif found.get("class") == "words":
            self._inside = "words"
            self.words.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "pre":
            self._machine += data
        elif self._inside != "style":
            self.text += data
        if self._inside == "words":
            self.words[-1] += data
