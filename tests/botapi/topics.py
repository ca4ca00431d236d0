"""Forum topics."""

from __future__ import annotations

from tests.botapi.chats import chat_of, require
from tests.botapi.errors import bad_request
from tests.botapi.params import Params
from tests.botapi.registry import method
from tests.botapi.state import Chat, Json, State, Topic

MAX_NAME = 128
_COLOR = 7322096


@method("createForumTopic")
async def create_forum_topic(state: State, params: Params) -> Json:
    """Open a topic."""
    chat = _forum(state, params, "create a topic")
    name = _name(params)
    opened = {"name": name, "icon_color": _COLOR}
    message = state.add_message(chat, state.me, forum_topic_created=opened, is_topic_message=True)
    topic = Topic(message["message_id"], name)
    message["message_thread_id"] = topic.id
    chat.topics[topic.id] = topic
    state.tell()
    return {"message_thread_id": topic.id, **opened}


@method("editForumTopic")
async def edit_forum_topic(state: State, params: Params) -> bool:
    """Rename a topic."""
    _, topic = _topic(state, params)
    if "name" not in params:
        return True
    if topic.name == _name(params):
        raise bad_request("TOPIC_NOT_MODIFIED")
    topic.name = _name(params)
    state.tell()
    return True


@method("closeForumTopic")
async def close_forum_topic(state: State, params: Params) -> bool:
    """Close a topic."""
    return _set_closed(state, params, closed=True)


@method("reopenForumTopic")
async def reopen_forum_topic(state: State, params: Params) -> bool:
    """Open a closed topic again."""
    return _set_closed(state, params, closed=False)


@method("deleteForumTopic")
async def delete_forum_topic(state: State, params: Params) -> bool:
    """Remove a topic and what was said there."""
    chat, topic = _topic(state, params)
    require(state, chat, "can_delete_messages", "delete the topic")
    remove(state, chat, topic.id)
    return True


def remove(state: State, chat: Chat, thread: int) -> None:
    """Take a topic and what was said there away."""
    del chat.topics[thread]
    chat.messages = {
        number: message
        for number, message in chat.messages.items()
        if message.get("message_thread_id") != thread
    }
    state.tell()


def _set_closed(state: State, params: Params, *, closed: bool) -> bool:
    _, topic = _topic(state, params)
    if topic.closed == closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    topic.closed = closed
    state.tell()
    return True


def _forum(state: State, params: Params, action: str) -> Chat:
    chat = chat_of(state, params)
    if not chat.is_forum:
        raise bad_request("the chat is not a forum")
    require(state, chat, "can_manage_topics", action)
    return chat


def _topic(state: State, params: Params) -> tuple[Chat, Topic]:
    chat = _forum(state, params, "manage topics")
    topic = chat.topics.get(params.number("message_thread_id") or 0)
    if topic is None:
        raise bad_request("TOPIC_ID_INVALID")
    return chat, topic


def _name(params: Params) -> str:
    name = params.text("name")
    if not 0 < len(name) <= MAX_NAME:
        raise bad_request("TOPIC_TITLE_EMPTY" if not name else "topic name is too long")
    return name
