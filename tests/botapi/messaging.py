"""Sending, changing and removing messages."""

from __future__ import annotations

import time
from typing import Any

from tests.botapi.chats import chat_of, require, topic_of, writable_chat
from tests.botapi.errors import bad_request
from tests.botapi.params import Params
from tests.botapi.registry import method
from tests.botapi.state import Chat, Json, State

MAX_TEXT_UNITS = 4096
MAX_CAPTION_UNITS = 1024
MAX_CALLBACK_BYTES = 64
MAX_ANSWER = 200
MAX_BUTTONS = 100
#: Telegram's limit for removing a message.
DELETABLE_SECONDS = 48 * 3600

_CAPTIONED = {"photo", "voice", "video", "audio", "animation", "document"}


@method("sendMessage")
async def send_message(state: State, params: Params) -> Json:
    """Store a text message."""
    text = _checked_text(params.text("text"))
    entities = params.json("entities")
    return send(state, params, text=text, **({"entities": entities} if entities else {}))


@method("copyMessage")
async def copy_message(state: State, params: Params) -> Json:
    """Store a message's content again, without its sender."""
    source = _message(chat_of(state, params, "from_chat_id"), params, "copy")
    left_out = {"message_id", "date", "chat", "from", "edit_date", "message_thread_id"}
    content = {name: value for name, value in source.items() if name not in left_out}
    content.pop("is_topic_message", None)
    content.pop("reply_markup", None)
    content.pop("reply_to_message", None)
    return {"message_id": send(state, params, **content)["message_id"]}


@method("editMessageText")
async def edit_message_text(state: State, params: Params) -> Json:
    """Change a text and its buttons."""
    text = _checked_text(params.text("text"))
    return _edit(state, params, text=text)


@method("editMessageCaption")
async def edit_message_caption(state: State, params: Params) -> Json:
    """Change what is written below a file, and the buttons."""
    return _edit(state, params, caption=_checked_caption(params.text("caption")))


@method("editMessageReplyMarkup")
async def edit_message_reply_markup(state: State, params: Params) -> Json:
    """Change or remove the buttons."""
    return _edit(state, params)


@method("deleteMessage")
async def delete_message(state: State, params: Params) -> bool:
    """Remove a message."""
    chat = chat_of(state, params)
    message = _message(chat, params, "delete")
    if time.time() - message["date"] > DELETABLE_SECONDS and chat.type in {"private", "group"}:
        raise bad_request("message can't be deleted for everyone")
    if message.get("from") != state.me and chat.type != "private":
        require(state, chat, "can_delete_messages", "delete the message")
    del chat.messages[message["message_id"]]
    state.tell()
    return True


@method("pinChatMessage")
async def pin_chat_message(state: State, params: Params) -> bool:
    """Pin a message."""
    chat = chat_of(state, params)
    if chat.type != "private":
        require(state, chat, "can_pin_messages", "manage pinned messages in the chat")
    message = _message(chat, params, "pin")
    if message["message_id"] not in chat.pinned:
        chat.pinned.append(message["message_id"])
        thread = message.get("message_thread_id")
        place = {"message_thread_id": thread, "is_topic_message": True} if thread else {}
        state.add_message(
            chat, state.me, pinned_message={"message_id": message["message_id"]}, **place
        )
    state.tell()
    return True


@method("sendChatAction")
async def send_chat_action(state: State, params: Params) -> bool:
    """Note "typing" and its like."""
    chat = writable_chat_for_action(state, params)
    if not params.text("action"):
        raise bad_request("wrong parameter action in request")
    chat.actions.append((params.text("action"), time.monotonic()))
    state.tell()
    return True


@method("answerCallbackQuery")
async def answer_callback_query(state: State, params: Params) -> bool:
    """Stop the client's spinner."""
    query_id = params.text("callback_query_id")
    if query_id not in state.queries:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    if len(params.text("text")) > MAX_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    state.answered.append(query_id)
    state.told[query_id] = params.text("text")
    state.tell()
    return True


def writable_chat_for_action(state: State, params: Params) -> Chat:
    """Return the chat; chat actions are not counted by the flood control."""
    counted, state.flood.on = state.flood.on, False
    try:
        return writable_chat(state, params)
    finally:
        state.flood.on = counted


def send(state: State, params: Params, **content: Any) -> Json:
    """Store what the bot sends. Raises ApiError."""
    if "text" not in content:
        content["caption"] = _checked_caption(params.text("caption") or content.get("caption", ""))
    content["reply_markup"] = _checked_markup(params)
    chat = writable_chat(state, params)
    topic = topic_of(chat, params)
    if topic is not None:
        content |= {"message_thread_id": topic.id, "is_topic_message": True}
    content["reply_to_message"] = _replied_to(chat, params)
    if topic is not None and content["reply_to_message"] is None:
        # What answers nothing in a topic answers the message that opened it.
        content["reply_to_message"] = chat.messages.get(topic.id)
    kept = {name: value for name, value in content.items() if value}
    return state.add_message(chat, state.me, **kept)


def _edit(state: State, params: Params, **content: Any) -> Json:
    chat = writable_chat(state, params)
    message = _message(chat, params, "edit")
    if message.get("from") != state.me or _is_service(message):
        raise bad_request("message can't be edited")
    if "text" in content and "text" not in message:
        raise bad_request("there is no text in the message to edit")
    if "caption" in content and not _CAPTIONED & message.keys():
        raise bad_request("there is no caption in the message to edit")
    markup = _checked_markup(params)
    changed = {
        name: value
        for name, value in (message | content | {"reply_markup": markup}).items()
        if value or name not in {"caption", "reply_markup"}
    }
    if changed == message:
        raise bad_request(
            "message is not modified: specified new message content and reply markup are exactly "
            "the same as a current content and reply markup of the message"
        )
    changed["edit_date"] = int(time.time())
    chat.messages[message["message_id"]] = changed
    state.tell()
    return changed


def _is_service(message: Json) -> bool:
    return any(name.startswith("forum_topic_") for name in message) or "pinned_message" in message


def _message(chat: Chat, params: Params, action: str) -> Json:
    message = chat.messages.get(params.number("message_id") or 0)
    if message is None:
        raise bad_request(f"message to {action} not found")
    return message


def _replied_to(chat: Chat, params: Params) -> Json | None:
    wanted = params.json("reply_parameters") or {}
    if not wanted:
        return None
    message = chat.messages.get(wanted.get("message_id", 0))
    if message is None and not wanted.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    return message


def _checked_text(text: str) -> str:
    if not text.strip():
        raise bad_request("message text is empty")
    if _units(text) > MAX_TEXT_UNITS:
        raise bad_request("message is too long")
    return text.strip()


def _checked_caption(caption: str) -> str:
    if _units(caption) > MAX_CAPTION_UNITS:
        raise bad_request("message caption is too long")
    return caption


def _checked_markup(params: Params) -> Json | None:
    markup: Json | None = params.json("reply_markup")
    if not markup:
        return None
    buttons = [button for row in markup.get("inline_keyboard", []) for button in row]
    if len(buttons) > MAX_BUTTONS:
        raise bad_request("reply markup is too long")
    for button in buttons:
        if not button.get("text"):
            raise bad_request("can't parse inline keyboard button: Text buttons are empty")
        if not 0 < len(button.get("callback_data", "x").encode()) <= MAX_CALLBACK_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")
    return markup if buttons or "inline_keyboard" not in markup else None


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
