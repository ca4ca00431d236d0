"""Tells Rasa where this project keeps what a model is trained from (named in `config.yml`)."""

from __future__ import annotations

from typing import Any

from rasa.shared.importers.rasa import RasaFileImporter

from bot.settings import ROOT

TRAINING_DATA = ("nlu/examples", "dialogues/rules", "dialogues/stories")
DOMAIN = "dialogues/domain"


class LotseImporter(RasaFileImporter):
    """Rasa's file importer with this project's folders instead of `data` and `domain.yml`."""

    def __init__(
        self,
        config_file: str | None = None,
        domain_path: str | None = None,
        training_data_paths: Any = None,
    ) -> None:
        """Rasa's own defaults for the two last ones are not part of this project and not used."""
        super().__init__(
            config_file, str(ROOT / DOMAIN), [str(ROOT / path) for path in TRAINING_DATA]
        )
