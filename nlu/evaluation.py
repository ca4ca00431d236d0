"""Measures understanding on utterances that were not trained on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from nlu.safety import Danger

DANGERS: Final = tuple(danger.value for danger in Danger)

Parse = Callable[[str], Mapping[str, Any]]


@dataclass(frozen=True)
class Utterance:
    """Something said, and what it means. ``language`` is an ISO code."""

    language: str
    text: str
    intent: str


@dataclass(frozen=True)
class _Answer:
    """What was understood: the intent, the classifier's own first choices, the rules' finding."""

    wanted: str
    intent: str
    ranking: tuple[str, ...]
    classified: str
    by_rule: str | None
    unsure: bool
    candidates: tuple[str, ...]


@dataclass(frozen=True)
class Scores:
    """Figures for one language, each between 0 and 1 except ``count``.

    ``recall`` holds, for each danger, the recall with the rules and without them; it is absent for
    a danger that the utterances do not hold. A crisis taken for an emergency is not recalled.
    ``asked``: share of utterances Lotse asks about; ``asked_well``: share of these where a button
    is the right one; ``wrong_and_sure``: share of all that are answered wrongly without asking.
    """

    count: int
    accuracy: float
    macro_f1: float
    top3: float
    recall: Mapping[str, tuple[float, float]]
    asked: float
    asked_well: float
    wrong_and_sure: float
    confusions: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True)
class Report:
    """Scores by language."""

    languages: Mapping[str, Scores]

    def render(self, confusions: int = 15) -> str:
        """Return the report as text: one table, then each language's commonest confusions."""
        heads = ["", "texts", "accuracy", "macro-F1", "top 3", "asked", "asked well", "wrong+sure"]
        heads += [f"{danger} (rules off)" for danger in DANGERS]
        rows = [[code, *_cells(scores)] for code, scores in self.languages.items()]
        widths = [max(len(row[i]) for row in [heads, *rows]) for i in range(len(heads))]
        lines = [
            "  ".join(c.rjust(w) for c, w in zip(row, widths, strict=True))
            for row in [heads, *rows]
        ]
        for code, scores in self.languages.items():
            lines += ["", f"{code}: meant -> understood"]
            lines += [
                f"  {count:3}  {meant} -> {understood}"
                for meant, understood, count in scores.confusions[:confusions]
            ]
        return "\n".join(lines)


def read_utterances(folder: Path) -> list[Utterance]:
    """Read ``<language>.yml`` files, which are written like Rasa's training phrases.

    Raises:
        FileNotFoundError: the folder holds no such file.
    """
    paths = sorted(folder.glob("*.yml"))
    if not paths:
        raise FileNotFoundError(f"no utterances in {folder}")
    return [
        Utterance(path.stem, line.removeprefix("- ").strip(), block["intent"])
        for path in paths
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]
        for line in block["examples"].splitlines()
        if line.startswith("- ")
    ]


def evaluate(parse: Parse, utterances: Iterable[Utterance]) -> Report:
    """Parse every utterance and compare.

    Args:
        parse: gives what Rasa's parse gives, with ``classified``, ``danger_by_rule``, ``unsure``
            and ``candidates`` from our components where present.
        utterances: what to measure on.
    """
    answers: dict[str, list[_Answer]] = {}
    for utterance in utterances:
        answer = _answer(utterance.intent, parse(utterance.text))
        answers.setdefault(utterance.language, []).append(answer)
    return Report({code: _scores(given) for code, given in answers.items()})


def _answer(wanted: str, parsed: Mapping[str, Any]) -> _Answer:
    intent = str((parsed.get("intent") or {}).get("name"))
    return _Answer(
        wanted=wanted,
        intent=intent,
        ranking=tuple(str(rank["name"]) for rank in parsed.get("intent_ranking") or ()),
        classified=str(parsed.get("classified") or intent),
        by_rule=parsed.get("danger_by_rule"),
        unsure=bool(parsed.get("unsure")),
        candidates=tuple(parsed.get("candidates") or ()),
    )


def macro_f1(wanted: Sequence[str], given: Sequence[str]) -> float:
    """Return the mean F1 over the intents that occur in ``wanted``."""
    hits = Counter(w for w, g in zip(wanted, given, strict=True) if w == g)
    meant, said = Counter(wanted), Counter(given)
    return sum(2 * hits[i] / (meant[i] + said[i]) for i in meant) / len(meant)


def _scores(answers: Sequence[_Answer]) -> Scores:
    count = len(answers)
    asked = [a for a in answers if a.unsure]
    pairs = Counter((a.wanted, a.intent) for a in answers if a.wanted != a.intent)
    return Scores(
        count=count,
        accuracy=sum(a.intent == a.wanted for a in answers) / count,
        macro_f1=macro_f1([a.wanted for a in answers], [a.intent for a in answers]),
        top3=sum(a.wanted in a.ranking[:3] for a in answers) / count,
        recall={
            danger: (
                sum(a.intent == danger for a in meant) / len(meant),
                sum(_without_rules(a) == danger for a in meant) / len(meant),
            )
            for danger in DANGERS
            if (meant := [a for a in answers if a.wanted == danger])
        },
        asked=len(asked) / count,
        asked_well=sum(a.wanted in a.candidates for a in asked) / len(asked) if asked else 1.0,
        wrong_and_sure=sum(a.intent != a.wanted and not a.unsure for a in answers) / count,
        confusions=tuple((m, u, n) for (m, u), n in pairs.most_common()),
    )


def _without_rules(answer: _Answer) -> str:
    return answer.classified if answer.by_rule else answer.intent


def _cells(scores: Scores) -> list[str]:
    cells = [str(scores.count)]
    cells += [
        f"{value:.3f}"
        for value in (
            scores.accuracy,
            scores.macro_f1,
            scores.top3,
            scores.asked,
            scores.asked_well,
            scores.wrong_and_sure,
        )
    ]
    for danger in DANGERS:
        both = scores.recall.get(danger)
        cells.append(f"{both[0]:.3f} ({both[1]:.3f})" if both else "-")
    return cells
