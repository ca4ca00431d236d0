"""How something said in a case looks in the group. Pure functions."""

from __future__ import annotations

from connectors.desk import Author, Remark
from connectors.telegram import split
from connectors.telegram.group.looks import Looks, cut
from connectors.telegram.posting import CAPTION_LIMIT, Post

#: Of a message that is only named again.
_QUOTE_LIMIT = 80
#: Reasons that have words of their own; all others are checks the translation did not pass.
_REASONS = frozenset({"no_package", "too_slow", "fault", "placeholder"})


def words(remark: Remark, looks: Looks) -> str:
    """Return what to post of a remark; empty for an attachment of a resident without words."""
    body = _body(remark, looks)
    if remark.edited and body:
        return f"{looks.say('remark-edited')}\n{body}"
    return body


def posts(remark: Remark, looks: Looks, thread: int) -> tuple[Post, ...]:
    """Return what to post for a remark, in order, at least one."""
    text = words(remark, looks)
    if remark.attachment is None:
        return tuple(Post(part, thread=thread) for part in split.parts(text))
    if split.units(text) <= CAPTION_LIMIT:
        return (Post(text, attachment=remark.attachment, thread=thread),)
    told = tuple(Post(part, thread=thread) for part in split.parts(text))
    return (*told, Post("", attachment=remark.attachment, thread=thread))


def quote(remark: Remark | None) -> str:
    """Return the beginning of what was said, on one line."""
    return cut(" ".join(remark.text.split()), _QUOTE_LIMIT) if remark is not None else ""


def rendered(remark: Remark, looks: Looks) -> str:
    """Return what became of a reply: what it says in German again, or why it stayed German."""
    if remark.untranslated:
        return looks.say("reply-untranslated", reason=untranslated(remark, looks))
    if remark.back is None or _same(remark.back, remark.text):
        return ""
    return f"{looks.say('reply-back')} {remark.back}"


def untranslated(remark: Remark, looks: Looks) -> str:
    """Return why something was not translated."""
    known = remark.untranslated if remark.untranslated in _REASONS else "gate"
    return looks.say(f"untranslated-{known}")


def _same(one: str, other: str) -> bool:
    return [c for c in one.casefold() if c.isalnum()] == [
        c for c in other.casefold() if c.isalnum()
    ]


def original(remark: Remark, looks: Looks) -> str:
    """Return what was written, by whom and when, for the list of originals."""
    who = looks.say(f"who-{remark.author.value}")
    if remark.who and remark.author is not Author.RESIDENT:
        who = remark.who
    said = remark.text or looks.say("remark-attachment")
    return f"{looks.say('originals-line', time=looks.time(remark.at), who=who)} {said}"


def _body(remark: Remark, looks: Looks) -> str:
    if not remark.text:
        return looks.say("remark-attachment") if remark.attachment is None else ""
    who = remark.who or looks.say("who-counsellor")
    if remark.author is Author.LOTSE:
        return f"{looks.say('remark-lotse')} {remark.german or remark.text}"
    if remark.author is Author.COUNSELLOR:
        told = rendered(remark, looks)
        said = f"{looks.say('remark-colleague', who=who)} {remark.text}"
        return f"{said}\n{told}" if told else said
    if remark.author is Author.NOTE:
        return f"{looks.say('remark-note', who=who)} {remark.text}"
    sign = looks.say("remark-resident")
    if remark.language == "de":
        return f"{sign} {remark.text}"
    language = looks.language(remark.language)
    if remark.german and not remark.untranslated:
        # A colleague wrote this translation.
        heading = looks.say("remark-original", language=language)
        return f"{sign} {remark.german}\n\n{heading}\n{remark.text}"
    mark = looks.say("remark-not-translated", language=language)
    if remark.untranslated:
        mark = f"{mark} {untranslated(remark, looks)}"
    return f"{sign} {remark.text}\n\n{mark}"
