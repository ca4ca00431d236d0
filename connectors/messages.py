"""What passes between a channel and the assistant, and the protocol a channel keeps.

A connector only translates: what its channel delivers becomes one `InboundMessage`, handed to the
`Accept` callback; an `OutboundMessage` becomes one call to the channel. Rules live elsewhere.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime, timezone
from enum import Enum
from typing import Protocol, runtime_checkable

from connectors.desk import Attachment

#: Telegram's limit for `callback_data`, kept on every channel so that a button works on each.
MAX_PAYLOAD_BYTES = 64
#: The kind of an attachment that stands for everything kept about the resident.
EXPORT = "export"


class MessageKind(str, Enum):
    """What a resident sent. All but TEXT, BUTTON and LOCATION is answered, not understood."""

    TEXT = "text"
    BUTTON = "button"
    LOCATION = "location"
    VOICE = "voice"
    PHOTO = "photo"
    VIDEO = "video"
    STICKER = "sticker"
    FILE = "file"
    CONTACT = "contact"
    OTHER = "other"
    #: No resident sends it: Lotse tells itself that something happened (a case was closed).
    NOTICE = "notice"


def _now() -> datetime:
    return datetime.now(timezone.utc)


@dataclass(frozen=True)
class InboundMessage:
    """One thing a resident said.

    channel: the connector's name ("telegram", "web", "rest").
    address: where a reply goes on that channel, as text; known to nobody else.
    message_id: the channel's own id; (channel, address, message_id) never repeats but for a repeat.
    text: what was typed, a caption, or for BUTTON the payload the button carried.
    latitude, longitude: degrees (WGS 84), for LOCATION only.
    edited: the resident changed a message sent before; message_id then differs from the first one.
    edits: for an edited message the message_id it was first delivered with.
    language: the client's own language (ISO 639-1) if the channel tells it.
    attachment: what came with it, for PHOTO, VOICE, VIDEO, STICKER and FILE; never fetched.
    """

    channel: str
    address: str
    message_id: str
    kind: MessageKind = MessageKind.TEXT
    text: str = ""
    latitude: float | None = None
    longitude: float | None = None
    edited: bool = False
    language: str | None = None
    received_at: datetime = field(default_factory=_now)
    attachment: Attachment | None = None
    edits: str | None = None


@dataclass(frozen=True)
class Button:
    """A button under a message. Pressing it sends `payload` back as the next message.

    Raises ValueError when the payload is longer than MAX_PAYLOAD_BYTES in UTF-8 or empty.
    """

    title: str
    payload: str

    def __post_init__(self) -> None:
        size = len(self.payload.encode())
        if not 0 < size <= MAX_PAYLOAD_BYTES:
            raise ValueError(f"a button payload has 1 to {MAX_PAYLOAD_BYTES} bytes, not {size}")


@dataclass(frozen=True)
class File:
    """A file that is handed out once and kept nowhere.

    name: with its ending. media_type: as HTTP's Content-Type has it.
    """

    name: str
    content: bytes = field(repr=False)
    media_type: str = "text/html; charset=utf-8"


@dataclass(frozen=True)
class OutboundMessage:
    """One message to deliver with one call: text short enough for the channel, buttons below it.

    outbox_id: grows with time within a conversation; a channel may show or store it as a cursor.
    language: ISO 639-1 of the text, for direction and screen readers.
    reply_to: the message_id this answers, None when nobody asked.
    attachment: what to send with the text, found again by its reference on the same channel.
    changes: the id `deliver` returned for an earlier message, which becomes this one instead.
    recall: take that earlier message back; nothing is said.
    file: what the attachment EXPORT stands for, made for this delivery; channels that are fetched
    from get it by `Export` instead.
    """

    outbox_id: int
    address: str
    text: str
    language: str
    buttons: tuple[Button, ...] = ()
    reply_to: str | None = None
    attachment: Attachment | None = None
    changes: str | None = None
    recall: bool = False
    file: File | None = field(default=None, compare=False, repr=False)

    @property
    def exports(self) -> bool:
        """Return whether everything kept about the resident goes with it."""
        return self.attachment is not None and self.attachment.kind == EXPORT


class TryLater(Exception):
    """The channel asks for a pause (flood limit, timeout, server error); nothing is lost.

    seconds: how long to wait before the next try of this conversation.
    """

    def __init__(self, seconds: float, reason: str) -> None:
        super().__init__(reason)
        self.seconds = seconds


class Undeliverable(Exception):
    """The channel will never take this message (blocked by the resident, chat gone)."""


#: Writes the message to the inbox and returns True, or False for a repeat. Only after it returned
#: may the channel be told that the message arrived. It raises when the message could not be kept.
Accept = Callable[[InboundMessage], Awaitable[bool]]

#: Makes the file with everything kept about the resident at an address; None if nothing is kept.
Export = Callable[[str], Awaitable[File | None]]


class Connector(Protocol):
    """A channel."""

    channel: str

    def parts(self, text: str) -> Sequence[str]:
        """Split a text into pieces the channel takes in one call each; never an empty sequence."""

    async def start(self) -> None:
        """Begin to receive. Raises if the channel is misconfigured, not if it is only away."""

    async def stop(self) -> None:
        """Stop receiving and give back sockets and tasks."""

    async def typing(self, address: str) -> None:
        """Show the resident that a reply is on its way, where the channel can; never raises."""

    async def deliver(self, message: OutboundMessage) -> str | None:
        """Send one message. Raises TryLater or Undeliverable.

        Returns the channel's id of the message, for `OutboundMessage.changes`; None without one.
        """


#: Awaited with the newest message id known (0: none) right before something new is really sent, so
#: that it can be looked for among the later ones if nobody is left to hear the answer. Whoever
#: delivers sets it; what it raises stops the sending.
ABOUT_TO_SEND: ContextVar[Callable[[int], Awaitable[None]] | None] = ContextVar(
    "about_to_send", default=None
)


@runtime_checkable
class Certain(Protocol):
    """A channel that can find out whether a message arrived whose answer was lost.

    Its `deliver` awaits ABOUT_TO_SEND.
    """

    async def arrived(self, message: OutboundMessage, after: str | None) -> str | None:
        """The id of a message that was perhaps sent after that one; None when it was not.

        Raises TryLater or Undeliverable.
        """


class Mailbox(Protocol):
    """What was said to the residents of one channel, for channels that fetch instead of being sent.

    Messages stay until the conversation is erased, so fetching twice loses and doubles nothing.
    """

    async def after(self, address: str, outbox_id: int) -> Sequence[OutboundMessage]:
        """Messages to this address with a greater outbox_id, in order."""

    async def seen(self, address: str, outbox_id: int) -> None:
        """Note that the resident has everything up to and including outbox_id."""

    async def wait(self, address: str, seconds: float) -> bool:
        """Wait until something new may be there; False after `seconds` without news."""

    async def answer_to(
        self, address: str, message_id: str, seconds: float
    ) -> Sequence[OutboundMessage] | None:
        """What was said in answer to one message, once it is done; None after `seconds`."""
