"""Makes training examples of parallel texts: what is shielded or put in later is to be copied."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.translation.find_items import find_items
from bot.translation.items import Item, Kind, Term
from bot.translation.placeholders import NUMBER, STYLES, Style
from knowledge.glossary import Glossary
from scripts.test_packages.values import TYPICAL, any_value

Pair = tuple[str, str]

_SLOT = re.compile(r"\{[a-z]+\}")
# Private characters stand for the slots and items of a text until an example is written.
_FIRST_MARK = 0xE000
_MARK = re.compile("[\ue000-\uf8ff]")


@dataclass(frozen=True)
class Template:
    """A pair with marks where something belongs. slots: mark -> the {slot} it came from."""

    source: str
    target: str
    slots: dict[str, str]

    def written(self, style: Style, plain: dict[str, str] | None = None) -> Pair:
        """The pair with placeholders, numbered as they come in the source.

        plain: mark -> what stands there instead of a placeholder.
        """
        plain = plain or {}
        marks = [mark for mark in dict.fromkeys(_MARK.findall(self.source)) if mark not in plain]
        new = {**plain, **{mark: style.write(number) for number, mark in enumerate(marks)}}
        return (
            _MARK.sub(lambda match: new[match.group()], self.source),
            _MARK.sub(lambda match: new[match.group()], self.target),
        )

    def varied(self, chance: random.Random) -> Pair:
        """The pair in any style; half of its names as they are, but few dates or numbers.

        No number reaches a machine unshielded, and many different ones would take long to learn.
        """
        style = chance.choice(STYLES) if chance.random() < 0.5 else NUMBER
        plain = {
            mark: any_value(slot, chance)
            for mark, slot in self.slots.items()
            if chance.random() < (0.1 if slot in TYPICAL else 0.5)
        }
        return self.written(style, plain)


class Corpus:
    """All pairs of two languages, and what may be shielded in them."""

    def __init__(self, pairs: Sequence[Pair], source: str, target: str, glossary: Glossary) -> None:
        """source, target: ISO 639-1."""
        self._languages = (source, target)
        self._glossary = glossary
        #: For each pair: as it is, with its numbers shielded, its terms too; only what differs.
        self._templates = [self._variants(pair) for pair in pairs]

    def examples(self, chance: random.Random) -> list[Pair]:
        """One example of each pair, another where items are shielded, more where names stand."""
        found = []
        for first, *others in self._templates:
            found.append(first.varied(chance))
            if others:
                found.append(chance.choice((*others, others[-1])).varied(chance))
            free = [template for template in (first, *others) if template.slots]
            if free:
                found += [chance.choice((*free, free[-1])).varied(chance) for _ in range(3)]
        return found

    def plain(self) -> list[Pair]:
        """Every pair with placeholders for its slots only."""
        return [variants[0].written(NUMBER) for variants in self._templates]

    def shielded(self) -> list[Pair]:
        """Every pair with all its items as placeholders, as the machine gets to see it."""
        return [variants[-1].written(NUMBER) for variants in self._templates]

    def _variants(self, pair: Pair) -> list[Template]:
        slots = dict.fromkeys(_SLOT.findall(pair[0]))
        marks = {slot: chr(_FIRST_MARK + number) for number, slot in enumerate(slots)}
        variants = [_template(pair, marks)]
        typical = {slot: TYPICAL.get(slot, mark) for slot, mark in marks.items()}
        filled = _template(pair, typical)
        for terms in (False, True):
            marked = self._marked(filled, _FIRST_MARK + len(slots), terms)
            if marked and marked != variants[-1]:
                variants.append(marked)
        return variants

    def _marked(self, filled: Template, mark: int, terms: bool) -> Template | None:
        """With its items marked; None when there are none or the target has not the same ones."""
        left, right = (
            [
                found
                for found in find_items(text, language, self._glossary, ())
                if terms or found.item.kind is not Kind.TERM
            ]
            for text, language in zip((filled.source, filled.target), self._languages, strict=True)
        )
        waiting: dict[str, list[str]] = {}
        for number, found in enumerate(left):
            waiting.setdefault(_meaning(found.item), []).append(chr(mark + number))
        new_target = []
        for found in right:
            marks = waiting.get(_meaning(found.item))
            if marks:
                new_target.append((found.start, found.end, marks.pop(0)))
            elif found.item.kind is not Kind.TERM:
                return None
        if not left or any(waiting.values()):
            return None
        new_source = [(f.start, f.end, chr(mark + number)) for number, f in enumerate(left)]
        return Template(
            _replaced(filled.source, new_source), _replaced(filled.target, new_target), filled.slots
        )


def _template(pair: Pair, new: dict[str, str]) -> Template:
    source, target = pair
    for slot, text in new.items():
        source, target = source.replace(slot, text), target.replace(slot, text)
    return Template(source, target, {m: slot for slot, m in new.items() if _MARK.fullmatch(m)})


def _meaning(item: Item) -> str:
    """The same for what means the same in two languages: a term's id, a number's digits."""
    if isinstance(item.value, Term):
        return item.value.id
    return re.sub(r"\D", "", item.text) or str(item.value or item.text)


def _replaced(text: str, new: Sequence[tuple[int, int, str]]) -> str:
    for start, end, mark in sorted(new, reverse=True):
        text = text[:start] + mark + text[end:]
    return text
