"""People, groups and what they do, for tests."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar, overload

from tests.botapi.state import Chat, Json, State, User
from tests.botapi.topics import remove

if TYPE_CHECKING:
    from tests.botapi.api import BotApi

T = TypeVar("T")


@dataclass(frozen=True)
class Seen:
    """A message as a person sees it. sender: first name or title. thread: topic id or None."""

    id: int
    text: str
    buttons: tuple[tuple[str, ...], ...]
    sender: str
    thread: int | None
    raw: Json

    @property
    def titles(self) -> list[str]:
        """Return all buttons' titles in order."""
        return [title for row in self.buttons for title in row]


class Group:
    """A group, supergroup or channel."""

    def __init__(self, api: BotApi, chat: Chat) -> None:
        self._api = api
        self._chat = chat

    @property
    def id(self) -> int:
        """Return the chat id."""
        return self._chat.id

    @property
    def messages(self) -> list[Seen]:
        """Return all messages that were not deleted."""
        return [_seen(message) for message in list(self._chat.messages.values())]

    @property
    def topics(self) -> dict[int, tuple[str, bool]]:
        """Return the topics: id to name and whether it is closed."""
        return {topic.id: (topic.name, topic.closed) for topic in list(self._chat.topics.values())}

    @property
    def pinned(self) -> list[int]:
        """Return the ids of pinned messages."""
        return list(self._chat.pinned)

    def in_topic(self, thread: int) -> list[Seen]:
        """Return a topic's messages."""
        return [message for message in self.messages if message.thread == thread]

    def add(self, person: Person, status: str = "member") -> None:
        """Let somebody in as "member", "administrator" or "creator", or out as "left"."""
        self._api.on_server(_set_member, self._chat, person.id, status)

    def add_bot(self, *rights: str) -> None:
        """Let the bot in, as an administrator if it gets rights ("can_manage_topics", ...)."""
        status = "administrator" if rights else "member"
        self._api.on_server(
            _set_member, self._chat, self._api.state.me["id"], status, frozenset(rights)
        )

    def loses_topic(self, thread: int) -> None:
        """Delete a topic by hand."""
        self._api.on_server(remove, self._api.state, self._chat, thread)

    def takes_rights(self, *rights: str) -> None:
        """Take rights from the bot."""
        self._chat.bot_rights -= set(rights)

    def throws_bot_out(self) -> None:
        """Remove the bot."""
        self._api.on_server(_set_member, self._chat, self._api.state.me["id"], "left")

    def upgrades(self) -> Group:
        """Turn a group into a supergroup with another id and return that."""
        new = self._api.supergroup(self._chat.name)
        self._chat.migrated_to = new.id
        return new


class Person:
    """Somebody with a phone. Everything happens in the private chat unless `chat` is given."""

    def __init__(self, api: BotApi, user: User) -> None:
        self._api = api
        self._user = user
        self._read: dict[int, int] = {}

    @property
    def id(self) -> int:
        """Return the user's id, which is the private chat's id too."""
        return self._user.id

    @property
    def address(self) -> str:
        """Return the private chat's id as connectors write it."""
        return str(self._user.id)

    @property
    def messages(self) -> list[Seen]:
        """Return what the bot wrote in the private chat and did not delete."""
        return self._visible(None)

    @property
    def typing_seen(self) -> int:
        """Return how often "typing" was shown in the private chat."""
        chat = self._api.state.chats.get(self.id)
        return len(chat.actions) if chat else 0

    async def opens_chat(self) -> None:
        """Open the private chat without writing anything."""
        await self._do(lambda state: state.private_chat(self._user))

    async def sends(
        self,
        text: str,
        chat: Group | None = None,
        thread: int | None = None,
        reply_to: int | None = None,
    ) -> Seen:
        """Write a text, in a group's topic if `thread` is its id."""
        content: Json = {"text": text}
        if text.startswith("/"):
            length = len(text.split(maxsplit=1)[0])
            content["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
        return await self.sends_raw(content, chat, thread, reply_to)

    async def sends_photo(
        self, caption: str = "", chat: Group | None = None, thread: int | None = None
    ) -> Seen:
        """Send a photo in two sizes."""
        sizes = [
            self._file("photos", "photo.jpg") | {"width": size, "height": size}
            for size in (90, 320)
        ]
        return await self.sends_raw({"photo": sizes} | _caption(caption), chat, thread)

    async def sends_voice(self, chat: Group | None = None, thread: int | None = None) -> Seen:
        """Send a voice message."""
        voice = self._file("voice", "voice.oga") | {"duration": 3, "mime_type": "audio/ogg"}
        return await self.sends_raw({"voice": voice}, chat, thread)

    async def sends_document(
        self,
        name: str = "brief.pdf",
        caption: str = "",
        chat: Group | None = None,
        thread: int | None = None,
        size: int | None = None,
    ) -> Seen:
        """Send a file. size: bytes it is said to have."""
        document = self._file("documents", name) | {"file_name": name}
        document |= {"file_size": size} if size is not None else {}
        return await self.sends_raw({"document": document} | _caption(caption), chat, thread)

    async def sends_sticker(self, chat: Group | None = None, thread: int | None = None) -> Seen:
        """Send a sticker."""
        shape = {
            "type": "regular",
            "width": 512,
            "height": 512,
            "is_animated": False,
            "is_video": False,
        }
        sticker = self._file("stickers", "s.webp") | shape
        return await self.sends_raw({"sticker": sticker}, chat, thread)

    async def sends_location(
        self, latitude: float = 53.1, longitude: float = 8.7, chat: Group | None = None
    ) -> Seen:
        """Send a place on the map."""
        return await self.sends_raw(
            {"location": {"latitude": latitude, "longitude": longitude}}, chat
        )

    async def sends_contact(self, phone: str = "+4942112345", chat: Group | None = None) -> Seen:
        """Send a contact."""
        return await self.sends_raw(
            {"contact": {"phone_number": phone, "first_name": self._user.first_name}}, chat
        )

    async def sends_raw(
        self,
        content: Json,
        chat: Group | None = None,
        thread: int | None = None,
        reply_to: int | None = None,
    ) -> Seen:
        """Send a message with any content, as the Bot API's JSON."""

        def send(state: State) -> Json:
            place = self._place(chat)
            extra: Json = {}
            if thread is not None:
                # What answers nothing in a topic answers the message that opened it.
                opening = (
                    {"reply_to_message": place.messages[thread]}
                    if (thread in place.messages)
                    else {}
                )
                extra |= {"message_thread_id": thread, "is_topic_message": True} | opening
            if reply_to is not None:
                extra["reply_to_message"] = place.messages[reply_to]
            message = state.add_message(place, self._user.json(), **content, **extra)
            state.add_update("message", message)
            return message

        return _seen(await self._do(send))

    async def sends_as_group(self, text: str, chat: Group, thread: int) -> None:
        """Write as an anonymous administrator."""

        def send(state: State) -> None:
            place = self._place(chat)
            message = state.add_message(
                place,
                {"id": 1087968824, "is_bot": True, "first_name": "Group"},
                text=text,
                sender_chat=place.json(),
                message_thread_id=thread,
                is_topic_message=True,
            )
            state.add_update("message", message)

        await self._do(send)

    async def edits(self, message: Seen | int, text: str, chat: Group | None = None) -> None:
        """Change a text sent before."""
        number = message if isinstance(message, int) else message.id

        def edit(state: State) -> None:
            place = self._place(chat)
            changed = place.messages[number] | {"text": text, "edit_date": int(time.time())}
            place.messages[number] = changed
            state.add_update("edited_message", changed)

        await self._do(edit)

    async def presses(self, title: str, chat: Group | None = None) -> str:
        """Press the latest button with this title; return the callback query's id.

        Raises AssertionError if there is none.
        """

        def press(state: State) -> str:
            for message in reversed(self._place(chat).messages.values()):
                for row in message.get("reply_markup", {}).get("inline_keyboard", []):
                    for button in row:
                        if button["text"] == title:
                            return state.add_query(self._user, message, button["callback_data"])
            seen = [message.titles for message in self._visible(chat) if message.buttons]
            raise AssertionError(f"there is no button {title!r}, only {seen}")

        return await self._do(press)

    def opens(self, message: Seen) -> tuple[str, bytes]:
        """Open the file that came with a message; its name and what is in it."""
        document = message.raw["document"]
        _, content = self._api.state.files[document["file_id"]]
        return document["file_name"], content

    async def blocks_bot(self) -> None:
        """Block the bot."""
        await self._do(lambda state: self._set_blocked(state, blocked=True))

    async def unblocks_bot(self) -> None:
        """Unblock the bot."""
        await self._do(lambda state: self._set_blocked(state, blocked=False))

    @overload
    async def reads(
        self,
        what: Callable[[Seen], bool] | None = ...,
        timeout: float = ...,
        chat: Group | None = ...,
    ) -> Seen: ...

    @overload
    async def reads(
        self, what: int, timeout: float = ..., chat: Group | None = ...
    ) -> list[Seen]: ...

    async def reads(
        self,
        what: int | Callable[[Seen], bool] | None = None,
        timeout: float = 5.0,
        chat: Group | None = None,
    ) -> Seen | list[Seen]:
        """Wait for messages not read before and return them.

        what: None for the next one, a number for the next so many as a list, a condition for the
        first that meets it (those before it then count as read). timeout: seconds.
        Raises AssertionError if they do not come.
        """
        count = what if isinstance(what, int) else 1
        accepts = what if callable(what) else _any

        def find() -> list[Seen] | None:
            fitting = [message for message in self._unread(chat) if accepts(message)]
            return fitting[:count] if len(fitting) >= count else None

        found = await self._api.until(
            find, timeout, lambda: f"unread is only {[m.text for m in self._unread(chat)]}"
        )
        if found:
            self._read[self._chat_id(chat)] = found[-1].id
        return found if isinstance(what, int) else found[0]

    def _unread(self, chat: Group | None) -> list[Seen]:
        read = self._read.get(self._chat_id(chat), 0)
        return [message for message in self._visible(chat) if message.id > read]

    def _visible(self, chat: Group | None) -> list[Seen]:
        place = self._api.state.chats.get(self._chat_id(chat))
        messages = list(place.messages.values()) if place else []
        return [_seen(message) for message in messages if not self._is_mine(message)]

    def _is_mine(self, message: Json) -> bool:
        return bool(message.get("from", {}).get("id") == self.id)

    def _chat_id(self, chat: Group | None) -> int:
        return self.id if chat is None else chat.id

    def _place(self, chat: Group | None) -> Chat:
        state = self._api.state
        return state.private_chat(self._user) if chat is None else state.chats[chat.id]

    def _file(self, folder: str, name: str) -> Json:
        return self._api.on_server(State.add_file, self._api.state, folder, name, b"content")

    def _set_blocked(self, state: State, *, blocked: bool) -> None:
        self._user.blocked = blocked
        status = {True: "kicked", False: "member"}
        state.add_update(
            "my_chat_member",
            {
                "chat": state.private_chat(self._user).json(),
                "from": self._user.json(),
                "date": int(time.time()),
                "old_chat_member": _membership(state, status[not blocked]),
                "new_chat_member": _membership(state, status[blocked]),
            },
        )

    async def _do(self, action: Callable[[State], T]) -> T:
        return await self._api.wait_for(_on_loop(action, self._api.state))


async def _on_loop(action: Callable[[State], T], state: State) -> T:
    return action(state)


def _membership(state: State, status: str) -> Json:
    until = {"until_date": 0} if status == "kicked" else {}
    return {"user": state.me, "status": status} | until


def _caption(caption: str) -> Json:
    return {"caption": caption} if caption else {}


def _any(message: Seen) -> bool:
    return True


def _set_member(
    chat: Chat, user_id: int, status: str, rights: frozenset[str] = frozenset()
) -> None:
    chat.members[user_id] = status
    chat.bot_rights |= rights


def _seen(message: Json) -> Seen:
    rows: Sequence[Sequence[Json]] = message.get("reply_markup", {}).get("inline_keyboard", [])
    return Seen(
        id=message["message_id"],
        text=message.get("text") or message.get("caption", ""),
        buttons=tuple(tuple(button["text"] for button in row) for row in rows),
        sender=(message.get("from") or message["chat"]).get("first_name", ""),
        thread=message.get("message_thread_id"),
        raw=message,
    )
