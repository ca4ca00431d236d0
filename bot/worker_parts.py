"""Builds what a worker needs. Apart from `bot.app` because it imports Rasa."""

from __future__ import annotations

import socket
from datetime import datetime, timezone

from bot import assistant, case_parts, curated
from bot.assistant import Assistant
from bot.cases.hand_over import CaseTurns
from bot.cases.resident_side import ResidentSide
from bot.cases.state import StoredDeskState
from bot.conversation import Collaborators, TurnTaker
from bot.danger import DangerReplies
from bot.privacy.key_ring import stored_ring
from bot.privacy.receipt_numbers import new_number
from bot.settings import Settings
from bot.speech import build_phrasebook
from bot.statistics import visitors
from bot.statistics.case_counting import CaseCounting
from bot.statistics.writing import Statistics
from bot.storage.database import Database
from bot.turns import Turns
from bot.welcome import Welcome
from bot.worker import WorkerLoop
from connectors.telegram import split
from dialogues.answers import Answers
from dialogues.tools import Tools
from knowledge import catalogue, library
from nlu import resources


def build_turns(settings: Settings) -> tuple[Turns, Assistant]:
    """The turns of one worker and its assistant.

    Raises ModelNotFound without a trained model, KnowledgeError or PhraseError for a broken file.
    """
    shelf = library.load(curated.KNOWLEDGE)
    phrasebook = build_phrasebook(shelf, settings.retention_days)
    place = curated.place_of(settings)
    ids = catalogue.load()
    today = curated.today_at(place.timezone)
    answers = Answers(phrasebook, shelf, today)
    tools = Tools(phrasebook, answers, shelf, place, ids, today)
    brain = assistant.load(settings.model_directory, tools)
    database = Database(settings.database_url)
    group = settings.has_group
    opening = case_parts.opening_of(place)
    counting = case_parts.counting_of(place, opening)
    taker = TurnTaker(
        Collaborators(
            assistant=brain,
            phrasebook=phrasebook,
            answers=answers,
            welcome=Welcome(phrasebook),
            danger=DangerReplies(phrasebook, shelf, answers),
            safety=resources.safety_rules(),
            languages=resources.guesser(),
            catalogue=ids,
            place=place,
            cases=CaseTurns(
                words=case_parts.words(phrasebook, answers, shelf, opening),
                desk=StoredDeskState(database, opening, group),
                topic_title=lambda topic, language: phrasebook.say(f"topic-{topic}", language),
                now=lambda: datetime.now(timezone.utc),
            ),
            new_receipt=new_number,
        )
    )
    visitors.load()
    turns = Turns(
        database=database,
        taker=taker,
        phrasebook=phrasebook,
        parts={"telegram": split.parts, "web": lambda text: [text], "rest": lambda text: [text]},
        open_address=stored_ring(settings.secret_key, database).open,
        resident_side=ResidentSide(group, CaseCounting(counting)),
        statistics=Statistics(counting),
    )
    return turns, brain


async def run_worker(settings: Settings, sock: socket.socket) -> None:
    """Load the model and take turns until the serving process closes the socket."""
    turns, brain = build_turns(settings)
    try:
        await WorkerLoop(turns.run_next, brain.parse).serve(sock)
    finally:
        turns.database.close()
