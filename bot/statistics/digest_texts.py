"""What coordinators are told by the week and by the quarter. German, plain text.

Only rounded or published numbers: a week's exact ones could be subtracted from a month's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from bot.statistics.publication import CATEGORY, TOTAL, Release

Say = Callable[..., str]
#: As many topics are listed.
MOST_TOPICS = 5


@dataclass(frozen=True)
class Digest:
    """A message. kind: "week" or "quarter". period: its Monday ("2026-11-16") or "2026-Q3"."""

    kind: str
    period: str
    subject: str
    text: str


@dataclass(frozen=True)
class DigestTexts:
    """say: a phrase of `digests`. categories: their German names by id."""

    say: Say
    categories: Mapping[str, str]

    def week(
        self, monday: date, consultations: int, waiting: int, due: int, month: Release | None
    ) -> Digest:
        """The week from a Monday on.

        consultations: exactly; they are rounded here. waiting: cases now. due: answers and
        contacts a curator should look at. month: the newest one published.
        """
        sunday = monday + timedelta(days=6)
        dates = {"first": f"{monday:%d.%m.}", "last": f"{sunday:%d.%m.%Y}"}
        subject = self.say("week-subject", **dates)
        lines = [
            subject,
            "",
            self.say("week-consultations", about=_tens(consultations)),
            self.say("week-open", waiting=waiting),
            self.say("week-due", due=due),
        ]
        if month is not None:
            topics = self._topics(month, "categories", column=TOTAL)
            if topics:
                lines += ["", self.say("month-topics", month=_month(month.period)), *topics]
        lines += ["", self.say("where")]
        return Digest("week", monday.isoformat(), subject, "\n".join(lines))

    def quarter(self, release: Release) -> Digest:
        """A quarter that was published."""
        year, number = release.period.split("-Q")
        subject = self.say("quarter-subject", quarter=number, year=year)
        total = self._number(release.cells.get(("topics_places", TOTAL, TOTAL), 0))
        people = self._number(release.cells.get(("people", TOTAL, TOTAL), 0))
        lines = [subject, "", self.say("quarter-total", number=total)]
        if release.method == "suppression":
            lines.append(self.say("quarter-people", number=people))
        topics = self._topics(release, "topics_places", column=TOTAL)
        lines += ["", self.say("quarter-topics"), *topics] if topics else []
        lines += ["", self.say("where")]
        return Digest("quarter", release.period, subject, "\n".join(lines))

    def _topics(self, release: Release, form: str, column: str) -> list[str]:
        rows = [
            (number, row.removeprefix(CATEGORY))
            for (of_form, row, of_column), number in release.cells.items()
            if of_form == form and row.startswith(CATEGORY) and of_column == column
            if number is not None and number > 0
        ]
        best = sorted(rows, key=lambda pair: (-pair[0], pair[1]))[:MOST_TOPICS]
        return [
            self.say("topic-line", topic=self.categories.get(name, name), number=str(number))
            for number, name in best
        ]

    def _number(self, number: int | None) -> str:
        return self.say("hidden") if number is None else str(max(0, number))


def _tens(number: int) -> int:
    """Rounded to tens; 0 below ten, so that a small number does not become ten."""
    return 0 if number < 10 else round(number / 10) * 10


def _month(name: str) -> str:
    year, number = name.split("-")
    return f"{number}/{year}"
