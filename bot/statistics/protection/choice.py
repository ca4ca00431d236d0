"""Which numbers to hide besides: along the lines of tables, before anything is solved."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable

from bot.statistics.protection.numbers import Numbers
from bot.statistics.protection.system import WIDTH


class Choice:
    """What is hidden so far; it only ever grows."""

    def __init__(self, numbers: Numbers, hidden: Iterable[int], free: Iterable[int]) -> None:
        """hidden: the numbers hidden to begin with. free: those that may be hidden besides."""
        self.hidden = set(hidden)
        self._numbers = numbers
        self._free = set(free)
        self._lines = [(total, frozenset(parts)) for total, parts in numbers.lines]
        self._lines_of: list[list[int]] = [[] for _ in numbers.all]
        for line, (total, parts) in enumerate(self._lines):
            for number in (total, *sorted(parts - {total})):
                self._lines_of[number].append(line)

    def complete(self) -> None:
        """Hide the cheapest numbers until no single line gives away one of its own.

        A line with hidden numbers needs two of them. If its total is shown, everybody knows the
        sum of the hidden parts, and that each is at least 1 because zeros are shown: so that sum
        has to be larger by WIDTH than there are parts. A line where nothing else can be hidden is
        left as it is.
        """
        waiting = deque(range(len(self._lines)))
        while waiting:
            line = waiting.popleft()
            while self._gives_away(line):
                open_ones = self._members(line) & self._free
                if not open_ones:
                    break
                chosen = self._cheapest(open_ones)
                self._hide(chosen)
                waiting.extend(other for other in self._lines_of[chosen] if other not in waiting)

    def widen(self, suspects: Iterable[int], is_narrow: Callable[[int], bool]) -> list[int]:
        """Hide one more for each suspect that is narrow, as near to it as possible along the lines.

        A suspect is left for later, and not even asked about, when one of its lines has just got
        something hidden. Returns those that were found narrow.
        """
        touched: set[int] = set()
        narrow = []
        for number in suspects:
            if touched.isdisjoint(self._lines_of[number]) and is_narrow(number):
                narrow.append(number)
                chosen = self._nearest(number)
                if chosen is not None:
                    self._hide(chosen)
                    touched.update(self._lines_of[chosen])
        if narrow and not touched and self._free:
            # No line leads further, but variables or sums said to be equal may.
            self._hide(self._cheapest(self._free))
        return narrow

    def _gives_away(self, line: int) -> bool:
        total, parts = self._lines[line]
        hidden = parts & self.hidden
        if total in self.hidden:
            return not hidden and bool(parts)
        values = [self._numbers.all[part].value for part in hidden]
        return bool(hidden) and (len(hidden) < 2 or sum(values) - len(values) < WIDTH)

    def _members(self, line: int) -> set[int]:
        total, parts = self._lines[line]
        return {total, *parts}

    def _nearest(self, number: int) -> int | None:
        seen, lines = {number}, list(self._lines_of[number])
        done = set(lines)
        while lines:
            members = {member for line in lines for member in self._members(line)}
            if open_ones := members & self._free:
                return self._cheapest(open_ones)
            hidden = (members & self.hidden) - seen
            seen |= hidden
            lines = sorted({line for h in hidden for line in self._lines_of[h]} - done)
            done.update(lines)
        return None

    def _cheapest(self, numbers: Iterable[int]) -> int:
        return min(numbers, key=lambda n: self._numbers.all[n].rank)

    def _hide(self, number: int) -> None:
        self.hidden.add(number)
        self._free.discard(number)
