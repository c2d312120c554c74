"""Counts of what an answer can be narrowed by, each against asking for it, photo by photo."""

from __future__ import annotations

import os
from collections.abc import Iterator
from random import Random

import numpy as np
import pytest

from core.catalogue.store import Catalogue
from core.query.matcher import PhotoFacts, matches
from core.query.tree import AllOf, AnyOf, Condition, Fact, Not, all_of, facts_of
from core.search import facets
from core.search.filters import Filters, speaks_of_hidden
from tests import made_catalogue
from tests.made_conditions import EPOCH, TODAY, filters_of, random_condition

ROOTS = [root for root in made_catalogue.ROOTS if root != b"/pictures/removed"]


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    with made_catalogue.made(tmp_path_factory.mktemp("facets"), seed=5, count=330) as opened:
        yield opened


@pytest.fixture(scope="module")
def filters(catalogue: Catalogue) -> Filters:
    return filters_of(catalogue)


@pytest.fixture(scope="module")
def truth(catalogue: Catalogue) -> dict[int, PhotoFacts]:
    return made_catalogue.facts_of(catalogue, TODAY)


def about(condition: Condition, field: str) -> bool:
    return all(fact.field == field for fact in facts_of(condition))


def left(condition: Condition | None, field: str) -> Condition | None:
    """The condition without what it says of this field alone; of what a photo can be and have, all stays."""
    items = condition.items if isinstance(condition, AllOf) else () if condition is None else (condition,)
    return all_of(item for item in items if field in ("has", "is") or not about(item, field))


def those(condition: Condition | None, truth: dict[int, PhotoFacts], among: set[int] | None) -> set[int]:
    spoken = speaks_of_hidden(condition)
    return {
        key
        for key, one in truth.items()
        if (among is None or key in among) and (spoken or not one.hidden) and matches(condition, one)
    }


def check(
    filters: Filters, truth: dict[int, PhotoFacts], condition: Condition | None, among: set[int] | None
) -> facets.Counted:
    mask = None if among is None else np.isin(filters.columns.photo_id, list(among))
    counted = facets.count(filters, condition, mask, facets.Places.of(filters.facts, ROOTS))
    assert counted.photos == len(those(condition, truth, among))
    for field, counts in counted.fields.items():
        values = [value for value, _, _ in counts]
        assert len(values) == len(set(values))
        if field not in ("has", "is", "orientation"):
            assert [number for _, _, number in counts] == sorted((n for _, _, n in counts), reverse=True)
        for value, _, number in counts:
            asked = all_of([*([rest] if (rest := left(condition, field)) else []), Fact(field, "=", value)])
            expected = those(asked, truth, among)
            assert number == len(expected) or (number == 0 and field == "camera"), (field, value, condition)
        missing = (
            {getattr(truth[key], NAMES[field]) for key in those(left(condition, field), truth, among)}
            if field in NAMES
            else set()
        )
        assert {value for value in missing if value} <= set(values)
    months: dict[int, int] = {}
    for key in those(left(condition, "taken"), truth, among):
        day = truth[key].taken
        if day is not None:
            first = (day.replace(day=1) - EPOCH).days
            months[first] = months.get(first, 0) + 1
    assert counted.months == tuple(sorted(months.items()))
    return counted


NAMES = {"type": "format", "camera": "camera"}


def test_without_any_condition(filters: Filters, truth: dict[int, PhotoFacts]) -> None:
    counted = check(filters, truth, None, None)
    assert counted.months[0][0] < 0 < counted.months[-1][0]
    folders = {value for value, _, _ in counted.fields["in"]}
    assert set(map(os.fsdecode, ROOTS)) <= folders
    # However it is written: a filter makes no difference between "Trips" and "trips".
    plain = {value.casefold() for value in folders}
    assert {"/pictures/one/trips", "/pictures/one/inner/trips", "/pictures/two/odd \udcff"} <= plain
    assert not any(folder.startswith("/pictures/removed") for folder in folders)
    labels = {value: label for value, label, _ in counted.fields["in"]}
    assert labels["/pictures/one/inner"] == "inner"


@pytest.mark.parametrize("seed", range(3))
def test_random_conditions(filters: Filters, truth: dict[int, PhotoFacts], seed: int) -> None:
    random = Random(seed)
    for _ in range(12):
        condition = random_condition(random, 2)
        among = None if random.random() < 0.5 else {key for key in truth if random.random() < 0.6}
        check(filters, truth, condition, among)


def test_a_field_counts_without_its_own_filter(filters: Filters, truth: dict[int, PhotoFacts]) -> None:
    heic, raw = Fact("type", "=", "heic"), Fact("type", "=", "raw")
    place = Fact("has", "=", "place")
    alone = check(filters, truth, place, None)
    both = check(filters, truth, AllOf((AnyOf((heic, raw)), place)), None)
    turned = check(filters, truth, AllOf((Not(heic), place)), None)
    assert alone.fields["type"] == both.fields["type"] == turned.fields["type"]
    assert both.photos < alone.photos and both.fields["camera"] != alone.fields["camera"]
    mixed = check(filters, truth, AllOf((AnyOf((heic, place)), place)), None)
    assert mixed.photos == alone.photos


def test_hidden_photos_are_counted_as_asking_for_them_would(
    filters: Filters, truth: dict[int, PhotoFacts]
) -> None:
    raw = Fact("type", "=", "raw")
    counted = {value: number for value, _, number in check(filters, truth, raw, None).fields["is"]}
    assert counted["hidden"] == sum(one.hidden and one.raw for one in truth.values()) > 0
    asked = check(filters, truth, AllOf((raw, Fact("is", "=", "hidden"))), None)
    assert asked.photos == counted["hidden"]


def test_a_camera_whose_name_begins_another(filters: Filters, truth: dict[int, PhotoFacts]) -> None:
    counted = {value: number for value, _, number in check(filters, truth, None, None).fields["camera"]}
    assert counted["Google Pixel 6"] > counted["Google Pixel 6 Pro"] > 0
