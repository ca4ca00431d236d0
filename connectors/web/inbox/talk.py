"""What was said and done in a case, as the page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from connectors.desk import Author, CaseFile, Delivery, Event, Remark
from connectors.web.inbox.words import Words

GERMAN = "de"
_CHANGEABLE = frozenset({Delivery.WAITING, Delivery.SENT, Delivery.HELD})


@dataclass(frozen=True)
class Said:
    """A remark. left: what passed between resident and Lotse, in its language; right: German.

    right: None when there is only one text. marked: it should have a translation and has none.
    machine: a machine translated it. correctable: somebody may write a better translation. held:
    somebody must decide whether it is sent. back: what a reply says when translated back.
    """

    remark: Remark
    left: str
    left_language: str
    right: str | None
    marked: bool
    machine: bool
    when: str
    size: str
    changeable: bool = False
    correctable: bool = False
    held: bool = False
    back: str | None = None
    is_event: bool = False


@dataclass(frozen=True)
class Happened:
    """An event among the remarks."""

    id: int
    text: str
    detail: str
    when: str
    is_event: bool = True


@dataclass(frozen=True)
class Talk:
    """earlier: before there was a case. lines: since then, events among them, oldest first."""

    earlier: tuple[Said, ...]
    lines: tuple[Said | Happened, ...]


def talk_of(file: CaseFile, words: Words, now: datetime, who: str | None) -> Talk:
    """The conversation of a case. who: has the case and may change what
    they said in it; None for everybody else.
    """
    opened = next((e.at for e in file.events if e.kind == "opened"), file.case.waiting_since)
    resident = file.case.language
    timeline: list[tuple[datetime, int, Said | Happened]] = [
        (remark.at, 1, _said(remark, resident, words, now, who))
        for remark in file.remarks
        if remark.at >= opened
    ]
    timeline += [
        (event.at, 0, _happened(index, event, words, now))
        for index, event in enumerate(file.events)
        # The note itself is shown, and what was taken back is marked so.
        if event.kind not in {"noted", "recalled"}
    ]
    timeline.sort(key=lambda entry: entry[:2])
    earlier = (_said(r, resident, words, now, None) for r in file.remarks if r.at < opened)
    return Talk(tuple(earlier), tuple(line for _, _, line in timeline))


def _said(remark: Remark, resident: str, words: Words, now: datetime, who: str | None) -> Said:
    if remark.author is Author.COUNSELLOR:
        there = remark.for_resident if not (remark.pending or remark.untranslated) else None
        other = there if there != remark.text else None
        left, language = (remark.text, remark.language) if other is None else (other, resident)
        right = None if other is None else remark.text
        marked = other is None and resident != remark.language and not remark.pending
    else:
        left, language = remark.text, remark.language
        right = remark.german if remark.german != remark.text else None
        if language == GERMAN:
            right = None
        needed = remark.author is not Author.NOTE and language != GERMAN
        marked = needed and right is None and not remark.pending
    return Said(
        remark,
        left,
        language,
        right,
        marked=marked and bool(left),
        machine=right is not None and remark.translated,
        when=words.clock(remark.at, now),
        size=_size(remark),
        correctable=who is not None and right is not None and bool(remark.key),
        held=who is not None and remark.delivery is Delivery.HELD,
        back=_back(remark),
        changeable=who is not None
        and remark.who == who
        and remark.author is Author.COUNSELLOR
        and bool(remark.key)
        and remark.delivery in _CHANGEABLE,
    )


def _back(remark: Remark) -> str | None:
    """What a reply says in German again, None when that is what it says."""
    if remark.back is None or _letters(remark.back) == _letters(remark.text):
        return None
    return remark.back


def _letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _happened(index: int, event: Event, words: Words, now: datetime) -> Happened:
    text, detail = words.event(event)
    return Happened(index, text, detail, words.clock(event.at, now))


def _size(remark: Remark) -> str:
    size = remark.attachment.size if remark.attachment else None
    if size is None:
        return ""
    return f"{max(1, size // 1024)} KB" if size < 1024 * 1024 else f"{size / 1024 / 1024:.1f} MB"
