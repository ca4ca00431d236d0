"""Every action, built with its tools."""

from __future__ import annotations

from rasa_sdk import Action

from dialogues.actions.answer import AnswerTopic
from dialogues.actions.ask_search import AskDistrict, AskSpecialty, AskSpokenLanguage
from dialogues.actions.cancel import Cancel
from dialogues.actions.capabilities import ShowCapabilities
from dialogues.actions.change_language import ChangeLanguage
from dialogues.actions.delete_data import AskBeforeDeleting
from dialogues.actions.desk import ShowAtTheDesk
from dialogues.actions.find_services import FindServices
from dialogues.actions.medical_advice import LeadToAPhysician
from dialogues.actions.more import MoreOnTopic
from dialogues.actions.not_sure import AskWhatWasMeant
from dialogues.actions.offer_person import OfferPerson
from dialogues.actions.out_of_scope import TellWhatLotseKnows
from dialogues.actions.privacy_info import TellWhatIsStored
from dialogues.actions.rate import RateAnswer
from dialogues.actions.start_search import StartSearch
from dialogues.actions.validate_search import ValidateSearch
from dialogues.tools import Tools

ACTIONS = (
    AnswerTopic,
    AskDistrict,
    AskSpecialty,
    AskSpokenLanguage,
    AskBeforeDeleting,
    AskWhatWasMeant,
    Cancel,
    ChangeLanguage,
    FindServices,
    LeadToAPhysician,
    MoreOnTopic,
    OfferPerson,
    RateAnswer,
    ShowAtTheDesk,
    ShowCapabilities,
    StartSearch,
    TellWhatIsStored,
    TellWhatLotseKnows,
    ValidateSearch,
)


def build(tools: Tools) -> list[Action]:
    """One instance of each action."""
    return [action(tools) for action in ACTIONS]
