"""The addresses of reports, and what they ask for."""

from __future__ import annotations

from urllib.parse import urlencode

from starlette.requests import Request

from connectors.reports import Choice

ROOT = "/reports"
#: Fields of a choice by their names in an address; `lang` is the pages' own language.
_FIELDS = {
    "from": "start",
    "to": "end",
    "place": "place",
    "language": "language",
    "category": "category",
}


def asked(request: Request) -> Choice:
    """What an address asks for; fields that it does not name stay open."""
    query = request.query_params
    fields = {field: query.get(name, "").strip() for name, field in _FIELDS.items()}
    return Choice(request.path_params.get("report", ""), **fields)


def address(choice: Choice, rest: str = "", **more: str) -> str:
    """Where a choice is shown. rest: of the path. more: fields of the query."""
    query = {name: getattr(choice, field) for name, field in _FIELDS.items()}
    if query["to"] == query["from"]:
        query["to"] = ""
    fields = {name: value for name, value in {**query, **more}.items() if value}
    path = f"{ROOT}/{choice.report}{rest}"
    return f"{path}?{urlencode(fields)}" if fields else path
