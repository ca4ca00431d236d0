"""The page of one case."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from types import MappingProxyType

from starlette.responses import Response

from connectors.desk import Case, CaseState, Counsellor, Desk, DeskRefusal, Outcome
from connectors.web.inbox import overview
from connectors.web.inbox.pages import Pages
from connectors.web.inbox.talk import GERMAN, talk_of
from connectors.web.inbox.visit import Visit

Viewed = Callable[[int, Counsellor], Awaitable[None]]

#: Ready-made replies on the page at once; a search finds the others.
MOST_READY = 6
#: The largest number every database keeps.
_LARGEST = 2**63 - 1


class CasePage:
    """Shows a case with what can be done about it."""

    def __init__(self, desk: Desk, pages: Pages, viewed: Viewed) -> None:
        """viewed: hears who reads which case before it is shown."""
        self._desk = desk
        self._pages = pages
        self._viewed = viewed

    async def show(
        self,
        visit: Visit,
        status: int = 200,
        alert: str = "",
        drafts: Mapping[str, str] = MappingProxyType({}),
    ) -> Response:
        """alert: why something was not done. drafts: what was typed, by field.

        Raises DeskRefusal(unknown_case).
        """
        number = number_of(visit)
        search = visit.request.query_params.get("search", "").strip()
        version = await overview.newest_version(self._desk)
        file = await self._desk.file(number)
        await self._viewed(number, visit.who)
        case, now, words = file.case, self._pages.now(), self._pages.words(visit)
        waiting, _ = overview.split(await self._desk.cases(overview.OPEN))
        mine = overview.is_mine(case, visit.who)
        found = await self._desk.ready_made_replies(search) if _may_reply(case, mine) else ()
        return self._pages.show(
            visit,
            "case.html",
            status,
            version=version,
            waiting_numbers=[each.number for each in waiting],
            case=case,
            mine=mine,
            standing=_standing(case, mine),
            talk=talk_of(file, words, now, visit.who.name if mine else None),
            waited=words.waited(now - case.waiting_since),
            urgency=overview.urgency(case, now),
            opened=words.clock(case.waiting_since, now),
            ended=words.clock(case.closed_at, now) if case.closed_at else "",
            german=case.language == GERMAN,
            untranslatable=case.language in self._desk.untranslatable(),
            translated_back=case.language != GERMAN
            and await self._desk.back_translation(visit.who),
            topics=_topics(words.topics(), case),
            outcomes=[outcome.value for outcome in Outcome],
            colleagues=await self._colleagues(visit.who, case),
            tomorrow=(now + timedelta(days=1)).date().isoformat(),
            search=search,
            ready=found[:MOST_READY],
            more_ready=max(0, len(found) - MOST_READY),
            alert=alert,
            drafts=drafts,
        )

    async def _colleagues(self, who: Counsellor, case: Case) -> list[Counsellor]:
        if case.state is not CaseState.CLAIMED:
            return []
        has = case.claimed_by.key if case.claimed_by else ""
        return [each for each in await self._desk.colleagues() if each.key != has]


def number_of(visit: Visit) -> int:
    """The case in the path. Raises DeskRefusal for a number no case can have."""
    number: int = visit.request.path_params["number"]
    if number > _LARGEST:
        raise DeskRefusal("unknown_case")
    return number


def _standing(case: Case, mine: bool) -> str:
    """waiting, mine, others or ended: what can be done."""
    if case.state is CaseState.WAITING:
        return "waiting"
    if case.state is CaseState.CLAIMED:
        return "mine" if mine else "others"
    return "ended"


def _may_reply(case: Case, mine: bool) -> bool:
    return _standing(case, mine) in {"waiting", "mine"}


def _topics(topics: list[tuple[str, str]], case: Case) -> list[tuple[str, str, bool]]:
    """Id, title and whether it is likely one: those of the conversation come first."""
    likely = {*case.topics, case.topic}
    return sorted(
        ((topic, title, topic == case.topic) for topic, title in topics),
        key=lambda row: row[0] not in likely,
    )
