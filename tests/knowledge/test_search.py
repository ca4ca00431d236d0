"""Finding services."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.model import Directory, District, Place, Service
from knowledge.search import distance_km, find_services, nearest_district


def _service(name: str, district: str, **changes: object) -> Service:
    base = Service(name, name, ("dentistry",), ("de",), district, "", None, None, True)
    return replace(base, **changes)  # type: ignore[arg-type]


@pytest.fixture
def town() -> Place:
    districts = {
        "Near": District("Near", "Near", 53.0, 8.80),
        "Far": District("Far", "Far", 53.2, 8.80),
    }
    services = (
        _service("far", "Far"),
        _service("near", "Near", languages=("de", "tr")),
        _service("near but full", "Near", takes_new_patients=False),
    )
    return Place("town", "Town", "Europe/Berlin", districts, {}, (), Directory(services, True))


def test_the_nearest_comes_first_and_full_practices_last(town: Place) -> None:
    found = find_services(town, "dentistry", None, "Near")
    assert [f.service.id for f in found] == ["near", "far", "near but full"]
    assert found[0].kilometres == 0


def test_only_services_that_speak_the_language_are_found(town: Place) -> None:
    assert [f.service.id for f in find_services(town, None, "tr", None)] == ["near"]


def test_nothing_is_found_when_nothing_matches(town: Place) -> None:
    assert not find_services(town, "urology", None, None)


def test_without_a_district_no_distance_is_claimed(town: Place) -> None:
    assert all(f.kilometres is None for f in find_services(town, None, None, None))


def test_a_location_stands_for_the_nearest_district(town: Place) -> None:
    assert nearest_district(town, 53.19, 8.81) == "Far"


def test_a_location_outside_the_city_is_no_district(town: Place) -> None:
    assert nearest_district(town, 52.52, 13.40) is None


def test_a_degree_of_latitude_is_about_111_kilometres() -> None:
    assert distance_km((53.0, 8.8), (54.0, 8.8)) == pytest.approx(111.2, abs=0.1)
