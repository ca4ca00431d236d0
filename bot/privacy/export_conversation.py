"""The conversation in a resident's file: what is known of it, and what was said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from bot.privacy.export_gathering import Kept
from bot.privacy.export_sections import Line, Section, Words
from bot.privacy.export_wording import Wording
from bot.storage import inbox
from bot.storage.kept import Heard, Told
from connectors.messages import MessageKind

_CHANNELS = {
    "telegram": "mydata-channel-telegram",
    "web": "mydata-channel-web",
    "rest": "mydata-channel-rest",
}
_CONSENT = {
    "given": "mydata-consent-given",
    "refused": "mydata-consent-refused",
    "asked": "mydata-consent-asked",
    "none": "mydata-consent-none",
}
_KINDS = {
    MessageKind.BUTTON: "mydata-kind-button",
    MessageKind.LOCATION: "mydata-kind-location",
    MessageKind.VOICE: "mydata-kind-voice",
    MessageKind.PHOTO: "mydata-kind-photo",
    MessageKind.VIDEO: "mydata-kind-video",
    MessageKind.STICKER: "mydata-kind-sticker",
    MessageKind.FILE: "mydata-kind-file",
    MessageKind.CONTACT: "mydata-kind-contact",
    MessageKind.OTHER: "mydata-kind-other",
}


def about(kept: Kept, wording: Wording, retention: timedelta) -> Section:
    """Channel, language, consent and times. retention: with consent."""
    conversation, say = kept.conversation, wording.say
    consent = say(_CONSENT[conversation.consent])
    if kept.agreed_at is not None:
        consent = say("mydata-consent-since", when=wording.moment(kept.agreed_at))
    channel = _CHANNELS.get(conversation.channel)
    facts = [(say("mydata-channel"), say(channel) if channel else conversation.channel)]
    if conversation.language:
        name = wording.name_of_language(conversation.language)
        facts.append((say("mydata-language"), name))
    if conversation.site:
        facts.append((say("mydata-site"), wording.site(conversation.site)))
    erased = wording.moment(kept.erased_at(retention))
    facts += [
        (say("mydata-consent"), consent),
        (say("mydata-began"), wording.moment(kept.began_at)),
        (say("mydata-last"), wording.moment(conversation.last_message_at)),
        (say("mydata-erased"), say("mydata-erased-when", when=erased)),
    ]
    if kept.blocked_until is not None:
        until = say("mydata-blocked-until", until=wording.day(kept.blocked_until))
        facts.append((say("mydata-blocked"), until))
    return Section(say("mydata-about"), facts=tuple(facts))


def remembered(kept: Kept, wording: Wording) -> Section:
    """What the assistant keeps in mind for the next turn."""
    say, slots = wording.say, _slots(kept.conversation.events)
    topics = list(kept.conversation.state.get("topics", ()))
    found = [
        ("mydata-topics", wording.topics(topics)),
        ("mydata-last-topic", _named(slots.get("last_topic"), wording.topic)),
        ("mydata-district", str(slots.get("district") or "")),
        ("mydata-specialty", _named(slots.get("specialty"), wording.specialty)),
        ("mydata-spoken", _named(slots.get("spoken_language"), wording.name_of_language)),
        ("mydata-misses", f"{slots.get('misses') or 0:.0f}"),
    ]
    facts = tuple((say(phrase), value) for phrase, value in found if value not in ("", "0"))
    return Section(say("mydata-remembered"), "" if facts else say("mydata-nothing"), facts)


def said(kept: Kept, wording: Wording) -> Section:
    """What either side said, in the order of time."""
    timed = [
        *((each.received_at, _heard(each, wording)) for each in kept.heard),
        *((each.created_at, _told(each, kept, wording)) for each in kept.told),
    ]
    lines = tuple(line for _, line in sorted(timed, key=_time) if line is not None)
    say = wording.say
    lead = say("mydata-messages-lead") if lines else say("mydata-nothing")
    return Section(say("mydata-messages"), lead, lines=lines)


def attached(attachment: dict[str, Any], wording: Wording) -> Words:
    """What came with a message: its kind, and its name if it had one."""
    kinds = {kind.value: phrase for kind, phrase in _KINDS.items()}
    label = wording.say(kinds.get(str(attachment.get("kind")), "mydata-kind-other"))
    return Words(str(attachment.get("name") or ""), label=label)


def _time(timed: tuple[datetime, Line | None]) -> datetime:
    return timed[0]


def _heard(heard: Heard, wording: Wording) -> Line | None:
    """None for what Lotse told itself, and where the words were not kept."""
    if not heard.body or heard.body.get("kind") == MessageKind.NOTICE.value:
        return None
    when = wording.moment(heard.received_at)
    return Line(wording.say("web-you"), when, tuple(_words(heard, heard.body, wording)), own=True)


def _words(heard: Heard, body: dict[str, Any], wording: Wording) -> Iterator[Words]:
    text, kind = str(body.get("text") or ""), MessageKind(body["kind"])
    label = wording.say(_KINDS[kind]) if kind in _KINDS else ""
    if kind is MessageKind.LOCATION:
        text = f"{body.get('latitude')}, {body.get('longitude')}"
    if body.get("edited"):
        label = label or wording.say("mydata-edited")
    if heard.state == inbox.HELD:
        label = wording.say("mydata-waits")
    attachment = body.get("attachment")
    if attachment:
        yield attached(attachment, wording)
        label = ""
    if text or not attachment:
        yield Words(text, label=label)


def _told(told: Told, kept: Kept, wording: Wording) -> Line:
    who = wording.say("mydata-team" if told.id in kept.from_team else "web-lotse")
    label = wording.say("mydata-edited") if told.changes is not None else ""
    titles = tuple(
        Words(button["title"], told.language, wording.say("mydata-kind-button"))
        for button in told.buttons
    )
    words = (Words(told.text, told.language, label), *titles)
    return Line(who, wording.moment(told.created_at), words)


def _slots(events: list[dict[str, Any]]) -> dict[str, Any]:
    return {e["name"]: e.get("value") for e in events if e.get("event") == "slot" and "name" in e}


def _named(value: Any, name: Any) -> str:
    return str(name(str(value))) if value else ""
