"""The methods by name, and those that belong to no other file."""

from __future__ import annotations

from typing import Any

from tests.botapi import media, messaging, receiving, topics
from tests.botapi.chats import chat_of, member_json
from tests.botapi.errors import bad_request
from tests.botapi.params import Params
from tests.botapi.registry import METHODS, Method, method
from tests.botapi.state import Json, State

__all__ = ["Method", "find", "media", "messaging", "receiving", "topics"]


def find(name: str) -> tuple[str, Method] | None:
    """Return a method's proper name and function; the Bot API does not mind case."""
    return METHODS.get(name.lower())


@method("getMe")
async def get_me(state: State, params: Params) -> Json:
    """Return the bot."""
    return state.me


@method("getFile")
async def get_file(state: State, params: Params) -> Json:
    """Return where a file can be fetched."""
    file_id = params.text("file_id")
    if file_id not in state.files:
        raise bad_request("invalid file_id")
    path, content = state.files[file_id]
    return {
        "file_id": file_id,
        "file_unique_id": f"unique-{file_id}",
        "file_size": len(content),
        "file_path": path,
    }


@method("setMyCommands")
async def set_my_commands(state: State, params: Params) -> bool:
    """Store the menu of one language."""
    commands = params.json("commands", [])
    for command in commands:
        if not command.get("command", "").islower() or not command.get("description"):
            raise bad_request("BOT_COMMAND_INVALID")
    state.commands[params.text("language_code")] = commands
    state.tell()
    return True


@method("getMyCommands")
async def get_my_commands(state: State, params: Params) -> list[Json]:
    """Return the menu of one language."""
    return state.commands.get(params.text("language_code"), [])


@method("getChat")
async def get_chat(state: State, params: Params) -> Json:
    """Return a chat."""
    chat = chat_of(state, params)
    return chat.json() | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": {
            "unlimited_gifts": False,
            "limited_gifts": False,
            "unique_gifts": False,
            "premium_subscription": False,
            "gifts_from_channels": False,
        },
    }


@method("getChatMember")
async def get_chat_member(state: State, params: Params) -> Json:
    """Return how somebody belongs to a chat."""
    chat = chat_of(state, params)
    user_id = params.number("user_id")
    if user_id != state.me["id"] and user_id not in state.users:
        raise bad_request("invalid user_id specified")
    return member_json(state, chat, user_id)


@method("getChatAdministrators")
async def get_chat_administrators(state: State, params: Params) -> list[Any]:
    """Return those who may do more."""
    chat = chat_of(state, params)
    if chat.type == "private":
        raise bad_request("there are no administrators in the private chat")
    return [
        member_json(state, chat, user_id)
        for user_id, status in chat.members.items()
        if status in {"creator", "administrator"}
    ]
