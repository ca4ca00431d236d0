"""What the forms of a case do."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date

from starlette.responses import RedirectResponse, Response

from connectors.desk import Block, Closing, Counsellor, Desk, DeskRefusal, Outcome
from connectors.web.inbox.case_page import CasePage, number_of
from connectors.web.inbox.forms import Form
from connectors.web.inbox.pages import Pages
from connectors.web.inbox.problems import Problem
from connectors.web.inbox.visit import Visit

Act = Callable[[int, Counsellor, Form], Awaitable[str]]

_OUTCOMES = {outcome.value: outcome for outcome in Outcome}
#: Fields that are given back when what they were for was refused.
_DRAFTS = ("text", "reason", "until")


class Actions:
    """Every form of a case, by the last part of its address.

    Each gives the address to go on to and raises DeskRefusal or Problem.
    """

    def __init__(self, desk: Desk, pages: Pages, page: CasePage) -> None:
        self._desk = desk
        self._pages = pages
        self._page = page
        self._acts: dict[str, Act] = {
            "claim": self._claim,
            "reply": self._reply,
            "ready": self._ready,
            "edit": self._edit,
            "recall": self._recall,
            "send-anyway": self._send_anyway,
            "correct": self._correct,
            "back": self._back,
            "note": self._note,
            "close": self._close,
            "move": self._move,
            "release": self._release,
            "reopen": self._reopen,
            "block": self._block,
        }

    async def act(self, visit: Visit) -> Response:
        """Do it and go on; when it is refused, the case with the reason and what was typed."""
        name, number, form = visit.request.path_params["action"], number_of(visit), visit.posted
        act = self._acts.get(name)
        if act is None:
            raise Problem(404, "unknown")
        try:
            return RedirectResponse(await act(number, visit.who, form), 303)
        except DeskRefusal as refusal:
            if refusal.reason == "unknown_case":
                raise
            said = self._pages.words(visit).refusal(refusal.reason, refusal.who)
            drafts = {f"{name}-{field}": form.raw(field) for field in _DRAFTS}
            return await self._page.show(visit, 409, said, drafts)

    async def back(self, visit: Visit) -> Response:
        """The case: a form's address that was opened as a page."""
        return RedirectResponse(_case(number_of(visit)), 303)

    async def _claim(self, number: int, who: Counsellor, form: Form) -> str:
        await self._desk.claim(number, who)
        return _case(number)

    async def _reply(self, number: int, who: Counsellor, form: Form) -> str:
        await self._desk.reply(number, who, form.text("text"), form.key())
        return _case(number, "latest")

    async def _ready(self, number: int, who: Counsellor, form: Form) -> str:
        values = form.beginning("value-")
        await self._desk.ready_made(number, who, form.text("code"), values, form.key())
        return _case(number, "latest")

    async def _edit(self, number: int, who: Counsellor, form: Form) -> str:
        remark, key = await self._said(number, form)
        await self._desk.edit(number, who, key, form.text("text"))
        return _case(number, f"remark-{remark}")

    async def _recall(self, number: int, who: Counsellor, form: Form) -> str:
        remark, key = await self._said(number, form)
        await self._desk.recall(number, who, key)
        return _case(number, f"remark-{remark}")

    async def _send_anyway(self, number: int, who: Counsellor, form: Form) -> str:
        remark, key = await self._said(number, form)
        await self._desk.send_anyway(number, who, key)
        return _case(number, f"remark-{remark}")

    async def _correct(self, number: int, who: Counsellor, form: Form) -> str:
        remark, key = await self._said(number, form)
        await self._desk.correct(number, who, key, form.text("text"))
        return _case(number, f"remark-{remark}")

    async def _back(self, number: int, who: Counsellor, form: Form) -> str:
        await self._desk.set_back_translation(who, form.text("wanted") == "yes")
        return _case(number)

    async def _note(self, number: int, who: Counsellor, form: Form) -> str:
        await self._desk.note(number, who, form.text("text"), form.key())
        return _case(number, "latest")

    async def _close(self, number: int, who: Counsellor, form: Form) -> str:
        outcome = _OUTCOMES.get(form.text("outcome"))
        if outcome is None:
            raise Problem(400, "input")
        await self._desk.close(number, who, Closing(form.all("topic"), outcome))
        return _list("closed", number)

    async def _move(self, number: int, who: Counsellor, form: Form) -> str:
        colleagues = {each.key: each for each in await self._desk.colleagues()}
        to = colleagues.get(form.text("to"))
        if to is None:
            raise DeskRefusal("unknown_counsellor")
        await self._desk.move(number, who, to)
        return _case(number) if to.key == who.key else _list("moved", number)

    async def _release(self, number: int, who: Counsellor, form: Form) -> str:
        await self._desk.release(number, who)
        return _list("released", number)

    async def _reopen(self, number: int, who: Counsellor, form: Form) -> str:
        await self._desk.reopen(number, who)
        return _case(number)

    async def _block(self, number: int, who: Counsellor, form: Form) -> str:
        try:
            until = date.fromisoformat(form.text("until"))
        except ValueError:
            raise DeskRefusal("past_date") from None
        if not form.text("reason"):
            raise DeskRefusal("empty")
        await self._desk.block(number, who, Block(form.text("reason"), until))
        return _list("blocked", number)

    async def _said(self, number: int, form: Form) -> tuple[int, str]:
        """Id and key of the remark a form is about."""
        wanted = form.number("remark")
        for remark in (await self._desk.file(number)).remarks:
            if remark.id == wanted and remark.key:
                return remark.id, remark.key
        raise DeskRefusal("unknown_remark")


def _case(number: int, part: str = "") -> str:
    return f"/inbox/{number}#{part}" if part else f"/inbox/{number}"


def _list(done: str, number: int) -> str:
    return f"/inbox?done={done}-{number}"
