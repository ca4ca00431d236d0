"""The properties of shielding over many messages made by chance, and how long they take.

Run: python -m benchmarks.shielding [--messages 100000] [--seed 1]. Each message is shielded and
restored behind a machine that keeps placeholders, where every number must come back in order, and
behind one that spoils the text one to three times (see `tests/bot/translation/messages.py`), where
nothing may come back but every number as often as it went in. Stops at the first message for which
this does not hold, and prints its seed.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from random import Random

from bot.translation.placeholders import STYLES
from bot.translation.shielding import restore, shield
from knowledge.library import LANGUAGES
from tests.bot.translation.messages import (
    NAMES,
    check_honest,
    check_hostile,
    glossary,
    message,
)


def main() -> None:
    """Check all messages and print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--messages", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    through: Counter[str] = Counter()
    started = time.perf_counter()
    for number in range(options.messages):
        seed = f"{options.seed}-{number}"
        random = Random(seed)
        language, text = message(random)
        target, style = random.choice(LANGUAGES), random.choice(STYLES)
        try:
            check_honest(language, text, target, style)
            through[style.name] += check_hostile(language, text, target, style, random)
        except AssertionError as error:
            raise SystemExit(f"does not hold for {seed}: {error}") from error
    seconds = time.perf_counter() - started
    came = sum(through.values())
    print(f"{options.messages} messages in {seconds:.0f} s, seed {options.seed}")
    print("machine that keeps placeholders: all came through, every number in order")
    print(f"machine that spoils: {came} came through whole, {options.messages - came} refused")
    print("  through by style: " + ", ".join(f"{k} {v}" for k, v in sorted(through.items())))
    rate, items = _speed(options.seed)
    print(f"shielding and restoring: {rate:.0f} messages a second, {items:.1f} items a message")


def _speed(seed: int, messages: int = 3000) -> tuple[float, float]:
    """Messages a second in one process, without making and checking them; items a message."""
    terms = glossary()
    texts = [message(Random(f"{seed}-{number}")) for number in range(messages)]
    items = 0
    started = time.perf_counter()
    for language, text in texts:
        shielded = shield(text, language, terms, NAMES)
        restore(shielded, STYLES[0], shielded.render(STYLES[0]), "ar", terms)
        items += len(shielded.items)
    return messages / (time.perf_counter() - started), items / messages


if __name__ == "__main__":
    main()
