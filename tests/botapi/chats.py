"""Finding a chat and knowing who may do what there."""

from __future__ import annotations

from tests.botapi.errors import ApiError, bad_request, forbidden
from tests.botapi.params import Params
from tests.botapi.state import Chat, Json, State, Topic

_RIGHTS = (
    "can_be_edited",
    "is_anonymous",
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
    "can_manage_topics",
)


def chat_of(state: State, params: Params, name: str = "chat_id") -> Chat:
    """Return the chat a call names. Raises ApiError as Telegram does."""
    chat_id = params.number(name)
    chat = state.chats.get(chat_id) if chat_id is not None else None
    if chat is None:
        if chat_id in state.users:
            raise forbidden("bot can't initiate conversation with a user")
        raise bad_request("chat not found")
    if chat.migrated_to is not None:
        raise ApiError(
            400,
            "Bad Request: group chat was upgraded to a supergroup chat",
            {"migrate_to_chat_id": chat.migrated_to},
        )
    return chat


def writable_chat(state: State, params: Params) -> Chat:
    """Return the chat a call writes to; counts for the flood limits. Raises ApiError."""
    chat = chat_of(state, params)
    if chat.type == "private" and state.users[chat.id].blocked:
        raise forbidden("bot was blocked by the user")
    if chat.type != "private" and state.me["id"] not in chat.members:
        raise forbidden(f"bot is not a member of the {chat.type} chat")
    state.flood.check(chat.id)
    return chat


def topic_of(chat: Chat, params: Params) -> Topic | None:
    """Return the topic a call writes to, None for none. Raises ApiError."""
    thread_id = params.number("message_thread_id")
    if thread_id is None:
        return None
    topic = chat.topics.get(thread_id)
    if topic is None:
        raise bad_request("message thread not found")
    if topic.closed and "can_manage_topics" not in chat.bot_rights:
        raise bad_request("TOPIC_CLOSED")
    return topic


def require(state: State, chat: Chat, right: str, action: str) -> None:
    """Raise ApiError unless the bot has a right here."""
    status = chat.members.get(state.me["id"])
    if status != "administrator" or right not in chat.bot_rights:
        raise bad_request(f"not enough rights to {action}")


def member_json(state: State, chat: Chat, user_id: int | None) -> Json:
    """Return a ChatMember."""
    is_bot = user_id == state.me["id"]
    shown = state.me if is_bot else state.users[user_id or 0].json()
    if chat.type != "private" and state.me["id"] not in chat.members:
        raise forbidden(f"bot is not a member of the {chat.type} chat")
    member: Json = {"status": chat.members.get(user_id or 0, "left"), "user": shown}
    if member["status"] == "administrator":
        given = chat.bot_rights if is_bot else set(_RIGHTS)
        member |= {right: right in given for right in _RIGHTS}
    if member["status"] == "creator":
        member["is_anonymous"] = False
    return member
