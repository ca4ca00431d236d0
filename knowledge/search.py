"""Finds services: by specialty, spoken language and nearness."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from knowledge.model import Place, Service

_EARTH_RADIUS_KM = 6371.0


@dataclass(frozen=True)
class Found:
    """A service and how far it is, in kilometres; None when nothing was said about where."""

    service: Service
    kilometres: float | None


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Kilometres between two (latitude, longitude) pairs in degrees, by the haversine formula."""
    (lat1, lon1), (lat2, lon2) = ((radians(x) for x in a), (radians(x) for x in b))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * _EARTH_RADIUS_KM * asin(sqrt(half))


def nearest_district(
    place: Place, latitude: float, longitude: float, within_km: float = 15
) -> str | None:
    """The district whose centre is nearest, or None when the place is farther than `within_km`."""
    here = (latitude, longitude)
    best = min(place.districts.values(), key=lambda d: distance_km(here, (d.latitude, d.longitude)))
    far = distance_km(here, (best.latitude, best.longitude)) > within_km
    return None if far else best.name


def find_services(
    place: Place,
    specialty: str | None,
    language: str | None,
    district: str | None,
    limit: int = 3,
) -> Sequence[Found]:
    """Services that match, nearest first, at most `limit`.

    specialty: an id of the catalogue; language: ISO 639-1; district: a name of the place; None
    means any. Among equally near ones those that take new patients come first.
    """
    matching = [
        Found(s, _distance(place, s, district))
        for s in place.directory.services
        if (specialty is None or specialty in s.specialties)
        and (language is None or language in s.languages)
    ]
    matching.sort(key=_order)
    return matching[:limit]


def _distance(place: Place, service: Service, district: str | None) -> float | None:
    if district is None:
        return None
    here = place.districts[district]
    there = place.districts[service.district]
    latitude = there.latitude if service.latitude is None else service.latitude
    longitude = there.longitude if service.longitude is None else service.longitude
    return distance_km((here.latitude, here.longitude), (latitude, longitude))


def _order(found: Found) -> tuple[bool, float, str]:
    full = found.service.takes_new_patients is False
    return (full, found.kilometres or 0.0, found.service.id)
