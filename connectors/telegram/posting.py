"""A message as Telegram shows it, and the calls that put it there or change it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from telegram import (
    Bot,
    InlineKeyboardMarkup,
    InputFile,
    LinkPreviewOptions,
    Message,
    MessageEntity,
)
from telegram.error import BadRequest

from connectors.desk import Attachment
from connectors.messages import File
from connectors.telegram import attachments
from connectors.telegram.split import units

#: Telegram's limit for a text below a photo or file, in UTF-16 code units.
CAPTION_LIMIT = 1024


@dataclass(frozen=True)
class Post:
    """What is sent with one call.

    thread: the forum topic. reply_to: a message id it answers. faint: in italics, without a sound.
    file: what is uploaded for the attachment, made anew for each try, so no two posts
    differ by it.
    """

    text: str
    markup: InlineKeyboardMarkup | None = None
    attachment: Attachment | None = None
    thread: int | None = None
    reply_to: int | None = None
    faint: bool = False
    file: File | None = field(default=None, compare=False, repr=False)


def posts(
    text: str,
    markup: InlineKeyboardMarkup | None = None,
    attachment: Attachment | None = None,
    thread: int | None = None,
    file: File | None = None,
) -> tuple[Post, ...]:
    """Return what to send one after the other: two if the text does not go with the attachment."""
    if attachment is None or not text:
        return (Post(text, markup, attachment, thread, file=file),)
    if attachments.takes_caption(attachment) and units(text) <= CAPTION_LIMIT:
        return (Post(text, markup, attachment, thread, file=file),)
    return Post(text, markup, None, thread), Post("", None, attachment, thread, file=file)


async def send(bot: Bot, chat_id: int, post: Post) -> Message:
    """Post it. Raises TelegramError."""
    options: dict[str, Any] = {"reply_markup": post.markup, "message_thread_id": post.thread}
    if post.reply_to is not None:
        options |= {"reply_to_message_id": post.reply_to, "allow_sending_without_reply": True}
    if post.faint:
        options["entities"] = [MessageEntity(MessageEntity.ITALIC, 0, units(post.text))]
        options["disable_notification"] = True
    if post.attachment is None:
        return await bot.send_message(
            chat_id,
            post.text,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
            **options,
        )
    if post.text:
        options["caption"] = post.text
    if post.file is not None:
        upload = InputFile(post.file.content, filename=post.file.name)
        return await bot.send_document(chat_id, upload, **options)
    return await attachments.send(bot, chat_id, post.attachment, **options)


async def edit(bot: Bot, chat_id: int, message_id: int, post: Post) -> None:
    """Make a message of ours this post, whatever it was sent with. Raises TelegramError.

    BadRequest "message is not modified" says that it is so already, see `is_unmodified`.
    """
    attempts = [_edit_text, _edit_caption]
    if post.attachment is not None:
        attempts = [_edit_caption] if not post.text else [_edit_caption, _edit_text]
    for attempt in attempts[:-1]:
        try:
            return await attempt(bot, chat_id, message_id, post)
        except BadRequest as error:
            if not _is_other_sort(error):
                raise
    await attempts[-1](bot, chat_id, message_id, post)


async def edit_exactly(bot: Bot, chat_id: int, message_id: int, post: Post) -> None:
    """Make a message this post only if it was sent the same way. Raises TelegramError."""
    if post.attachment is None:
        await _edit_text(bot, chat_id, message_id, post)
    elif attachments.takes_caption(post.attachment):
        await _edit_caption(bot, chat_id, message_id, post)
    else:
        await bot.edit_message_reply_markup(chat_id, message_id, reply_markup=post.markup)


def is_unmodified(error: BadRequest) -> bool:
    """Return whether Telegram says that a message already is what it was to become."""
    return "not modified" in error.message.lower()


def _is_other_sort(error: BadRequest) -> bool:
    description = error.message.lower()
    return "no text in the message" in description or "no caption in the message" in description


async def _edit_text(bot: Bot, chat_id: int, message_id: int, post: Post) -> None:
    await bot.edit_message_text(
        post.text,
        chat_id,
        message_id,
        reply_markup=post.markup,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
    )


async def _edit_caption(bot: Bot, chat_id: int, message_id: int, post: Post) -> None:
    await bot.edit_message_caption(
        chat_id, message_id, caption=post.text or None, reply_markup=post.markup
    )
