"""Loads the phrases the bot says itself, checks them against one another, and says them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from dialogues.direction import RIGHT_TO_LEFT

FOLDER = Path(__file__).parent / "phrases"
SOURCE = "de"


class PhraseError(ValueError):
    """A phrase file cannot be used; the message names the file and the phrases."""


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: Any) -> None:
        self.names.add(node.id.name)


class Phrasebook:
    """What the bot says, by id and language."""

    def __init__(
        self, sources: Mapping[str, str], constants: Mapping[str, str | int] | None = None
    ) -> None:
        """sources: language -> text of its .ftl file, German among them.

        constants: values known to every phrase (the emergency number, the days things are kept).
        Raises PhraseError when a language lacks a phrase, has one too many, cannot be parsed, or
        uses other variables than German does.
        """
        self._constants = dict(constants or {})
        self._bundles: dict[str, FluentBundle] = {}
        wanted = _variables(SOURCE, sources[SOURCE])
        for language, text in sources.items():
            found = _variables(language, text)
            wrong = {name for name in wanted.keys() | found if wanted.get(name) != found.get(name)}
            if wrong:
                raise PhraseError(
                    f"{language}.ftl differs from {SOURCE}.ftl in: {', '.join(sorted(wrong))}"
                )
            bundle = FluentBundle([language], use_isolating=language in RIGHT_TO_LEFT)
            bundle.add_resource(FluentResource(text))
            self._bundles[language] = bundle

    @property
    def languages(self) -> Iterator[str]:
        """The languages there are phrases for."""
        return iter(self._bundles)

    def __contains__(self, phrase: str) -> bool:
        return bool(self._bundles[SOURCE].has_message(phrase))

    def say(self, phrase: str, language: str, /, **values: str | int | float) -> str:
        """The phrase in a language (German when that one is unknown), with values put in.

        Raises KeyError for an unknown phrase and PhraseError when a value is missing: both are
        mistakes of ours that tests find, never of a resident.
        """
        bundle = self._bundles.get(language) or self._bundles[SOURCE]
        pattern = bundle.get_message(phrase).value
        text, errors = bundle.format_pattern(pattern, {**self._constants, **values})
        if errors:
            raise PhraseError(f"{phrase} ({language}): {errors[0]}")
        return str(text)


def _variables(language: str, text: str) -> dict[str, frozenset[str]]:
    found = {}
    for entry in FluentParser().parse(text).body:
        if isinstance(entry, ast.Junk):
            raise PhraseError(f"{language}.ftl cannot be read near: {entry.content.strip()[:60]}")
        if isinstance(entry, ast.Message):
            visitor = _Variables()
            visitor.visit(entry)
            found[entry.id.name] = frozenset(visitor.names)
    return found


def load(folder: Path = FOLDER, constants: Mapping[str, str | int] | None = None) -> Phrasebook:
    """Read every `<language>.ftl` in the folder. Raises PhraseError."""
    sources = {p.stem: p.read_text(encoding="utf-8") for p in sorted(folder.glob("*.ftl"))}
    return Phrasebook(sources, constants)
