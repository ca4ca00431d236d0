"""Whether the group is as it has to be, in words for an operator."""

from __future__ import annotations

from telegram import ChatMemberAdministrator, ChatMemberOwner
from telegram.constants import ChatType
from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError

from connectors.telegram.client import Client

#: Rights of an administrator, and how Telegram's English interface calls them. Without the last
#: one a topic cannot be deleted when a resident erases everything.
_RIGHTS = (
    ("can_manage_topics", "Manage Topics"),
    ("can_pin_messages", "Pin Messages"),
    ("can_delete_messages", "Delete Messages"),
)


async def problem(client: Client, chat_id: int) -> str | None:
    """Return what is wrong with the group, None if nothing is. Raises TelegramError when away."""
    try:
        chat = await client.get_chat(chat_id)
        if chat.type != ChatType.SUPERGROUP or not chat.is_forum:
            return (
                f"the counsellors' group {chat_id} is no group with topics: "
                "switch Topics on in the group's settings"
            )
        me = await client.get_chat_member(chat_id, int(client.token.partition(":")[0]))
    except ChatMigrated as moved:
        return (
            f"the counsellors' group {chat_id} became the supergroup {moved.new_chat_id}: "
            "set LOTSE_COUNSELLOR_CHAT_ID to that number"
        )
    except (BadRequest, Forbidden):
        return (
            f"the counsellors' group {chat_id} does not exist or the bot is not in it: "
            "check LOTSE_COUNSELLOR_CHAT_ID and add the bot to the group"
        )
    if isinstance(me, ChatMemberOwner):
        return None
    if not isinstance(me, ChatMemberAdministrator):
        return (
            f"the bot is no administrator of the counsellors' group {chat_id}: make it one, "
            f"with {_listed([name for _, name in _RIGHTS])}"
        )
    missing = [name for right, name in _RIGHTS if not getattr(me, right)]
    if missing:
        return (
            f"the bot lacks rights in the counsellors' group {chat_id}: allow it {_listed(missing)}"
        )
    return None


def away(error: TelegramError) -> str:
    """Return the message for a Telegram that cannot be asked."""
    return f"Telegram could not be asked about the counsellors' group ({type(error).__name__})"


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
