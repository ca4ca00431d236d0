"""A resident's own data as a download."""

from __future__ import annotations

import logging

from starlette.responses import Response

from connectors.messages import Export
from connectors.web.errors import Refused, unavailable

_log = logging.getLogger(__name__)


async def download(export: Export, address: str) -> Response:
    """The file of the resident at an address, to be saved and not kept by any cache.

    Raises Refused: 404 when nothing is kept, 503 when that cannot be found out.
    """
    try:
        file = await export(address)
    except Exception as error:
        # An error may quote what was said, so only its kind is logged.
        _log.error("a file could not be made (%s)", type(error).__name__)
        raise unavailable() from None
    if file is None:
        raise Refused(404, "nothing is kept")
    return Response(
        file.content,
        headers={
            "Content-Type": file.media_type,
            "Content-Disposition": f'attachment; filename="{file.name}"',
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
        },
    )
