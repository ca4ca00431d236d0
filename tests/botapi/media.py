"""Sending files: uploaded, or again by their file_id."""

from __future__ import annotations

import mimetypes
from typing import Any

from tests.botapi.errors import bad_request
from tests.botapi.messaging import send
from tests.botapi.params import Params, Upload
from tests.botapi.registry import method
from tests.botapi.state import Json, State

_SIZE = {"width": 320, "height": 240}


@method("sendPhoto")
async def send_photo(state: State, params: Params) -> Json:
    """Store a photo."""
    return send(state, params, photo=[_media(state, params, "photo", "photos") | _SIZE])


@method("sendVoice")
async def send_voice(state: State, params: Params) -> Json:
    """Store a voice message."""
    return send(state, params, voice=_media(state, params, "voice", "voice") | {"duration": 1})


@method("sendAudio")
async def send_audio(state: State, params: Params) -> Json:
    """Store a piece of music."""
    return send(state, params, audio=_media(state, params, "audio", "music") | {"duration": 1})


@method("sendVideo")
async def send_video(state: State, params: Params) -> Json:
    """Store a video."""
    stored = _media(state, params, "video", "videos") | _SIZE | {"duration": 1}
    return send(state, params, video=stored)


@method("sendVideoNote")
async def send_video_note(state: State, params: Params) -> Json:
    """Store a round video, which takes no caption."""
    params.pop("caption", None)
    stored = _media(state, params, "video_note", "video_notes") | {"duration": 1, "length": 240}
    return send(state, params, video_note=stored)


@method("sendSticker")
async def send_sticker(state: State, params: Params) -> Json:
    """Store a sticker, which takes no caption."""
    params.pop("caption", None)
    shape = {"type": "regular", "is_animated": False, "is_video": False}
    stored = _media(state, params, "sticker", "stickers") | _SIZE | shape
    return send(state, params, sticker=stored)


@method("sendDocument")
async def send_document(state: State, params: Params) -> Json:
    """Store a document; one that is sent again keeps its name."""
    stored = _media(state, params, "document", "documents")
    sent = _sent(params, "document")
    name = sent.name if isinstance(sent, Upload) else state.files[stored["file_id"]][0]
    name = name.rsplit("/", 1)[-1]
    mime_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return send(state, params, document=stored | {"file_name": name, "mime_type": mime_type})


def _sent(params: Params, name: str) -> Any:
    """What was sent, also if the parameter only names another part of the request."""
    sent = params.get(name)
    if isinstance(sent, str) and sent.startswith("attach://"):
        return params.get(sent.removeprefix("attach://"))
    return sent


def _media(state: State, params: Params, name: str, folder: str) -> Json:
    sent = _sent(params, name)
    if isinstance(sent, Upload):
        return state.add_file(folder, sent.name, sent.content)
    if isinstance(sent, str) and sent in state.files:
        path, content = state.files[sent]
        if path.split("/", 1)[0] != folder:
            raise bad_request(f"can't use file of type {path.split('/', 1)[0]} as {name}")
        return {
            "file_id": sent,
            "file_unique_id": f"unique-{sent}",
            "file_size": len(content),
        }
    if isinstance(sent, str) and sent:
        raise bad_request("wrong file identifier/HTTP URL specified")
    raise bad_request(f"there is no {name} in the request")
