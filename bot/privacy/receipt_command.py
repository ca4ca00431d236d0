"""`lotse receipt`: when the erasure happened that a resident has a number of."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.privacy.command_line import operating, refuse, say


def receipt(
    number: Annotated[str, typer.Argument(help="as the resident was told it: L-7F3K-9QWX")],
) -> None:
    """Tell when the data behind a receipt number were erased; nothing else is known of them."""
    from bot.privacy.receipt_numbers import as_kept
    from bot.storage import receipts

    kept = as_kept(number)
    if kept is None:
        refuse("a receipt number looks like L-7F3K-9QWX", 2)
    with operating() as (_, database), database.read() as connection:
        row = receipts.get(connection, kept)
    if row is None:
        refuse(f"there is no receipt {kept}", 1)
    say(f"{row.number}: {row.rows} rows were erased on {row.erased_at:%F at %T} UTC")
