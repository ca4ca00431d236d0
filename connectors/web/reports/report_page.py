"""A report as a page, its charts as pictures, and its files."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace

from starlette.responses import Response

from connectors.desk import Counsellor
from connectors.reports import Reports
from connectors.web.inbox.visit import Visit
from connectors.web.reports.addresses import address, asked
from connectors.web.reports.pages import Pages

#: Hears who sees which report, and as what: "topics page", "topics pdf".
Seen = Callable[[Counsellor, str], Awaitable[None]]
#: In the order of the links.
FORMATS = ("pdf", "xlsx", "csv")


class ReportPage:
    """What is shown below `/reports`."""

    def __init__(self, reports: Reports, pages: Pages, seen: Seen) -> None:
        """seen: hears who sees which report before it is shown."""
        self._reports = reports
        self._pages = pages
        self._seen = seen

    async def show(self, visit: Visit) -> Response:
        """The page. Raises UnknownChoice."""
        wanted = asked(visit.request)
        report = await self._reports.report(wanted, visit.language)
        choice = report.choice
        await self._seen(visit.who, f"{choice.report} page")
        # A period nobody chose stays open, so that a link to a page shows the newest later on.
        kept = replace(choice, start=wanted.start, end=wanted.end)
        return self._pages.show(
            visit,
            "report.html",
            report=report,
            choice=choice,
            chosen=kept,
            choices=await self._reports.choices(visit.language),
            tab=lambda name: address(replace(kept, report=name, category="")),
            formats=FORMATS,
            download=lambda name: address(kept, f"/download/{name}", lang=visit.language),
            picture=lambda number: address(kept, f"/chart/{number}", lang=visit.language),
            narrowed=lambda category: address(replace(kept, category=category)),
        )

    async def chart(self, visit: Visit) -> Response:
        """A chart as SVG. Raises UnknownChoice."""
        number = visit.request.path_params["number"]
        drawn = await self._reports.chart(asked(visit.request), number, visit.language)
        return Response(drawn, media_type="image/svg+xml")

    async def download(self, visit: Visit) -> Response:
        """A file to keep. Raises UnknownChoice."""
        format = visit.request.path_params["format"]
        wanted = asked(visit.request)
        file = await self._reports.export(wanted, format, visit.language)
        await self._seen(visit.who, f"{wanted.report} {format}")
        named = {"Content-Disposition": f'attachment; filename="{file.name}"'}
        return Response(file.content, media_type=file.media_type, headers=named)
