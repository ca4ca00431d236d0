"""Measures the trained model on utterances it never saw."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bot.settings import Settings
from bot.worker_parts import build_turns
from nlu.evaluation import evaluate, read_utterances


def evaluate_model(settings: Settings, utterances: Path, confusions: int) -> str:
    """The report as text. utterances: a folder with a `<language>.yml` in Rasa's form each.

    Raises ModelNotFound, or KnowledgeError for files that cannot be used.
    """
    turns, assistant = build_turns(settings)
    turns.database.close()
    loop = asyncio.new_event_loop()

    def parse(text: str) -> Mapping[str, Any]:
        return loop.run_until_complete(assistant.parse(text))

    try:
        return evaluate(parse, read_utterances(utterances)).render(confusions)
    finally:
        loop.close()
