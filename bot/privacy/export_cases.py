"""The conversations with counsellors in a resident's file."""

from __future__ import annotations

from collections.abc import Iterator

from bot.privacy.export_conversation import attached
from bot.privacy.export_gathering import Kept, KeptCase
from bot.privacy.export_sections import Line, Section, Words
from bot.privacy.export_wording import Wording
from bot.storage import remarks
from connectors.desk import Author

_GERMAN = "de"
_STATES = {
    "waiting": "mydata-case-waiting",
    "claimed": "mydata-case-claimed",
    "closed": "mydata-case-closed",
    "expired": "mydata-case-expired",
}
_OUTCOMES = {
    "solved": "mydata-outcome-solved",
    "referred": "mydata-outcome-referred",
    "appointment": "mydata-outcome-appointment",
    "not_reached": "mydata-outcome-not-reached",
    "complex": "mydata-outcome-complex",
}
_WHO = {
    Author.RESIDENT.value: "web-you",
    Author.COUNSELLOR.value: "mydata-team",
    Author.LOTSE.value: "web-lotse",
}


def cases_section(kept: Kept, wording: Wording) -> Section:
    """Every case with what was said in it, oldest first."""
    parts = tuple(_case(case, wording) for case in kept.cases)
    lead = "" if parts else wording.say("mydata-nothing")
    return Section(wording.say("mydata-cases"), lead, parts=parts)


def _case(case: KeptCase, wording: Wording) -> Section:
    title = wording.say("mydata-case", number=str(case.row.id))
    lines = tuple(
        Line(
            wording.say(_WHO[remark.author]),
            wording.moment(remark.at),
            tuple(_words(remark, wording)),
            own=remark.author == Author.RESIDENT.value,
        )
        for remark in case.said
    )
    better = tuple(
        Line(
            wording.say("mydata-better"),
            wording.moment(each.created_at),
            (Words(each.text, each.source), Words(each.better, each.target)),
        )
        for each in case.corrections
    )
    return Section(title, facts=tuple(_facts(case, wording)), lines=lines + better)


def _facts(case: KeptCase, wording: Wording) -> Iterator[tuple[str, str]]:
    say, row = wording.say, case.row
    yield say("mydata-case-state"), say(_STATES[row.state])
    yield say("mydata-case-opened"), wording.moment(row.opened_at)
    if row.claimed_at:
        yield say("mydata-case-taken"), wording.moment(row.claimed_at)
    if row.closed_at:
        yield say("mydata-case-ended"), wording.moment(row.closed_at)
    if row.outcome in _OUTCOMES:
        yield say("mydata-outcome"), say(_OUTCOMES[row.outcome])
    if row.topics:
        yield say("mydata-topics"), wording.topics(row.topics)
    if row.closing_topics:
        yield say("mydata-closing-topics"), wording.topics(row.closing_topics)
    if row.district:
        yield say("mydata-district"), row.district
    if row.wants:
        yield say("mydata-case-wish"), row.wants
    if row.wants_german and row.wants_german != row.wants:
        yield say("mydata-german"), row.wants_german
    if case.erased_at is not None:
        yield say("mydata-erased"), wording.moment(case.erased_at)


def _words(remark: remarks.Row, wording: Wording) -> Iterator[Words]:
    """What was written, and its translation for the other side."""
    if remark.attachment:
        yield attached(remark.attachment, wording)
    if remark.text or not remark.attachment:
        label = wording.say("mydata-edited") if remark.edited else ""
        yield Words(remark.text, remark.language, label)
    if remark.german and remark.german != remark.text:
        yield Words(remark.german, _GERMAN, wording.say("mydata-german"))
    if remark.for_resident and remark.for_resident != remark.text:
        yield Words(remark.for_resident, label=wording.say("mydata-as-you-got-it"))
