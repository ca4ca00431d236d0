"""A tiny model, trained and asked component by component as Rasa's graph does it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.components.e5_featurizer import E5Featurizer
from nlu.components.gazetteer_extractor import GazetteerExtractor
from nlu.components.kernel_classifier import KernelIntentClassifier
from nlu.components.language_identifier import LanguageIdentifier
from nlu.components.ngram_featurizer import NGramFeaturizer
from nlu.components.normaliser import Normaliser
from nlu.components.not_sure import NotSure
from nlu.components.safety_net import SafetyNet
from nlu.components.tokeniser import BlankSpacyTokeniser

PHRASES = {
    "find_doctor": ["ich suche einen kinderarzt", "doktor arıyorum", "ищу врача", "بدي دكتور"],
    "midwife": ["ich suche eine hebamme", "ebe arıyorum", "ищу акушерку", "بدي قابلة"],
    "emergency": ["er atmet nicht", "nefes almıyor", "он не дышит", "ما عم يتنفس"],
    "thanks": ["vielen dank", "teşekkür ederim", "спасибо большое", "شكرا كتير"],
}
TRAINED = (NGramFeaturizer, KernelIntentClassifier)
PIPELINE: list[Any] = [
    LanguageIdentifier,
    BlankSpacyTokeniser,
    Normaliser,
    E5Featurizer,
    NGramFeaturizer,
    KernelIntentClassifier,
    GazetteerExtractor,
    SafetyNet,
    NotSure,
]


class TinyModel:
    """The pipeline, trained on a handful of phrases and read back from storage."""

    def __init__(self, folder: Path) -> None:
        storage = LocalModelStorage.create(folder)
        context = ExecutionContext(GraphSchema({}), node_name="test")
        data = TrainingData(
            [Message({TEXT: t, INTENT: i}) for i, texts in PHRASES.items() for t in texts]
        )
        self._components = []
        for kind in PIPELINE:
            place = (kind.get_default_config(), storage, Resource(kind.__name__), context)
            component = kind.create(*place)
            if kind in TRAINED:
                component.train(data)
                component = kind.load(*place)
            if hasattr(component, "process_training_data"):
                data = component.process_training_data(data)
            self._components.append(component)

    def parse(self, text: str, **metadata: str) -> dict[str, Any]:
        messages = [Message({TEXT: text, "metadata": metadata})]
        for component in self._components:
            messages = component.process(messages)
        output: dict[str, Any] = messages[0].as_dict(only_output_properties=True)
        return output


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> TinyModel:
    return TinyModel(tmp_path_factory.mktemp("model"))


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("wo finde ich eine hebamme", "midwife"),
        ("doktor arıyorum", "find_doctor"),
        ("большое спасибо", "thanks"),
    ],
)
def test_a_paraphrase_is_understood(model: TinyModel, text: str, intent: str) -> None:
    assert model.parse(text)["intent"]["name"] == intent


def test_the_whole_ranking_adds_up_to_one(model: TinyModel) -> None:
    ranking = model.parse("ich suche eine hebamme")["intent_ranking"]
    assert {rank["name"] for rank in ranking} == set(PHRASES)
    assert sum(rank["confidence"] for rank in ranking) == pytest.approx(1.0, abs=1e-4)


def test_a_rule_alone_suffices_for_danger(model: TinyModel) -> None:
    understood = model.parse("ich will sterben")
    assert understood["intent"] == {"name": "crisis", "confidence": 1.0}
    assert understood["danger_by_rule"] == "crisis"
    assert understood["classified"] != "crisis"


def test_the_classifier_alone_suffices_for_danger(model: TinyModel) -> None:
    understood = model.parse("اخي ما يتنفس")
    assert understood["intent"]["name"] == "emergency"


def test_danger_is_never_asked_about(model: TinyModel) -> None:
    assert model.parse("er atmet nicht")["unsure"] is False


def test_a_message_between_two_topics_is_unsure_and_offers_both(model: TinyModel) -> None:
    understood = model.parse("hebamme oder kinderarzt")
    assert understood["unsure"] is True
    assert set(understood["candidates"]) == {"find_doctor", "midwife"}


def test_language_and_entities_are_part_of_the_output(model: TinyModel) -> None:
    understood = model.parse("ich suche einen kinderarzt in Gröpelingen der türkisch spricht")
    assert (understood["language"], understood["language_certain"]) == ("de", True)
    values = {entity["entity"]: entity["value"] for entity in understood["entities"]}
    expected = {"specialty": "paediatrics", "district": "Gröpelingen", "spoken_language": "tr"}
    assert values == expected


def test_the_conversations_language_stays_for_a_short_message(model: TinyModel) -> None:
    assert model.parse("ok", language="ru")["language"] == "ru"


@pytest.mark.parametrize("text", ["", " ", "👍", "?", "x" * 5000])
def test_any_text_is_survived(model: TinyModel, text: str) -> None:
    assert "unsure" in model.parse(text)


@pytest.mark.parametrize("kind", TRAINED)
def test_an_untrained_component_says_so(kind: Any, tmp_path: Path) -> None:
    storage = LocalModelStorage.create(tmp_path)
    context = ExecutionContext(GraphSchema({}), node_name="test")
    component = kind.create(kind.get_default_config(), storage, Resource("x"), context)
    with pytest.raises(RuntimeError):
        component.process([Message({TEXT: "a"})])
