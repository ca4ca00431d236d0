"""Buttons below a message."""

from __future__ import annotations

from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from connectors.messages import Button

#: Two titles of this many characters still fit side by side on a small phone.
SHORT_TITLE = 16


def keyboard(buttons: Sequence[Button]) -> InlineKeyboardMarkup | None:
    """Lay buttons out, two short titles that follow each other sharing a row; None for none."""
    rows: list[list[Button]] = []
    for button in buttons:
        if rows and _fits_beside(rows[-1], button):
            rows[-1].append(button)
        else:
            rows.append([button])
    if not rows:
        return None
    return InlineKeyboardMarkup(
        [
            [InlineKeyboardButton(button.title, callback_data=button.payload) for button in row]
            for row in rows
        ]
    )


def _fits_beside(row: Sequence[Button], button: Button) -> bool:
    return len(row) == 1 and max(len(row[0].title), len(button.title)) <= SHORT_TITLE
