"""Reads a city pack: districts, sites, the counselling desk and the directory of services."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from knowledge import desk
from knowledge.library import KnowledgeError, read_hours, read_yaml
from knowledge.model import Directory, District, Place, Service, Site


def load(folder: Path) -> Place:
    """Read `place.yml`, `districts.yml`, `desk.yml` and the directory of services in `folder`.

    `services.yml` is the real directory; without it the invented `services.demo.yml` is used.
    Raises KnowledgeError naming the file.
    """
    facts = read_yaml(folder / "place.yml")
    districts = _districts(folder / "districts.yml")
    real = folder / "services.yml"
    directory = _directory(real if real.exists() else folder / "services.demo.yml", districts)
    sites = {
        slug: Site(slug, site["name"], site["district"])
        for slug, site in (facts.get("sites") or {}).items()
    }
    return Place(
        id=facts["id"],
        name=facts["name"],
        timezone=facts["timezone"],
        districts=districts,
        sites=sites,
        local_contacts=tuple(facts.get("local_contacts") or ()),
        directory=directory,
        desk=desk.load(folder / "desk.yml"),
    )


def _districts(path: Path) -> dict[str, District]:
    return {
        name: District(
            name, d.get("stadtteil") or name, float(d["latitude"]), float(d["longitude"])
        )
        for name, d in read_yaml(path).items()
    }


def _directory(path: Path, districts: Mapping[str, District]) -> Directory:
    data = read_yaml(path)
    services = []
    for row in data["services"]:
        if row["district"] not in districts:
            raise KnowledgeError(f"{path}: {row['id']}: unknown district {row['district']!r}")
        services.append(_service(path, row))
    return Directory(tuple(services), bool(data.get("demonstration")))


def _service(path: Path, row: Mapping[str, Any]) -> Service:
    try:
        return Service(
            id=row["id"],
            name=row["name"],
            specialties=tuple(row["specialties"]),
            languages=tuple(row["languages"]),
            district=row["district"],
            address=row["address"],
            phone=row.get("phone"),
            hours=read_hours(row.get("hours")),
            takes_new_patients=row.get("takes_new_patients"),
            latitude=row.get("latitude"),
            longitude=row.get("longitude"),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise KnowledgeError(f"{path}: {row.get('id')}: {error}") from None
