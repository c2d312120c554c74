"""Filters give exactly what the slow reference in ``core.query.matcher`` gives, photo by photo."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import numpy as np
import pytest

from core.catalogue import photo_facts
from core.catalogue.store import Catalogue
from core.query.matcher import PhotoFacts, matches
from core.query.parse import parse
from core.query.tree import Amount, Condition, Fact, Not
from core.search.filters import Filters, speaks_of_hidden
from tests import made_catalogue
from tests.made_conditions import TODAY, VALUES, filters_of, random_condition, spans


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    with made_catalogue.made(tmp_path_factory.mktemp("filters"), count=420) as opened:
        yield opened


@pytest.fixture(scope="module")
def filters(catalogue: Catalogue) -> Filters:
    return filters_of(catalogue)


@pytest.fixture(scope="module")
def truth(catalogue: Catalogue) -> dict[int, PhotoFacts]:
    return made_catalogue.facts_of(catalogue, TODAY)


def expected(condition: Condition | None, truth: dict[int, PhotoFacts]) -> list[int]:
    spoken = speaks_of_hidden(condition)
    return [key for key, one in truth.items() if matches(condition, one) and (spoken or not one.hidden)]


def test_every_value_of_every_field_alone_and_negated(filters: Filters, truth: dict[int, PhotoFacts]) -> None:
    told = set()
    for field, values in VALUES.items():
        for value in values:
            fact = Fact(field, "=", value)  # type: ignore[arg-type]
            for condition in (fact, Not(fact)):
                found = filters.columns.photo_id[filters.mask(condition)].tolist()
                assert found == expected(condition, truth), condition
                told.add((field, bool(found)))
    # Each field was asked for something that is there, and most for something that is not.
    assert {field for field, found in told if found} == set(VALUES)
    assert {"name", "in", "type", "camera", "size", "near", "keyword"} <= {
        f for f, found in told if not found
    }


@pytest.mark.parametrize("seed", range(4))
def test_random_conditions(filters: Filters, truth: dict[int, PhotoFacts], seed: int) -> None:
    random = Random(seed)
    sizes = []
    for _ in range(120):
        condition = random_condition(random)
        found = filters.columns.photo_id[filters.mask(condition)].tolist()
        assert found == expected(condition, truth), condition
        sizes.append(len(found))
    assert min(sizes) == 0 and len(set(sizes)) > 40


@pytest.mark.parametrize("zone", ["Asia/Kolkata", "America/St_Johns", "Pacific/Kiritimati"])
def test_days_are_local(catalogue: Catalogue, zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        filters, truth = filters_of(catalogue), made_catalogue.facts_of(catalogue, TODAY)
        for span in spans():
            for field in ("taken", "added"):
                condition = Fact(field, "=", span)
                assert filters.columns.photo_id[filters.mask(condition)].tolist() == expected(
                    condition, truth
                )
    finally:
        monkeypatch.undo()
        time.tzset()


def test_what_is_typed_finds_the_same(filters: Filters, truth: dict[int, PhotoFacts]) -> None:
    for text in (
        'in:"Trips/Norway" -is:raw',
        "type:heic type:png or is:favourite",
        '-(camera:"pixel 6" or has:place) size:>2mb',
        "date:1960..1975 or -has:date",
        "is:hidden or is:new",
        "near:59.91,10.75,20km keyword:boat",
    ):
        condition = parse(text, TODAY).condition
        found = filters.columns.photo_id[filters.mask(condition)].tolist()
        assert found and found == expected(condition, truth), text


def test_a_photo_without_facts_matches_only_opposites(filters: Filters, truth: dict[int, PhotoFacts]) -> None:
    """One that came in between the two readings."""
    few = photo_facts.PhotoFacts(
        **{
            name: value[:-40] if isinstance(value, np.ndarray) else value
            for name, value in vars(filters.facts).items()
            if not name.startswith("plain")
        }
    )
    short = Filters(
        filters.columns, few, np.zeros(len(few.photo_id), np.int32), lambda _: _none(), lambda _: _none(), 0
    )
    new = ~short.known
    assert new.any() and not new.all()
    for fact in (
        Fact("type", "=", "jpeg"),
        Fact("size", ">=", Amount(">=", 0)),
        Fact("orientation", "=", "square"),
    ):
        assert not short.mask(fact)[new].any()
        assert (short.mask(Not(fact)) | short.columns.hidden)[new].all()


def test_an_empty_library(tmp_path: Path) -> None:
    with Catalogue.open(tmp_path) as empty:
        filters = filters_of(empty)
        for field, values in VALUES.items():
            for value in values:
                assert filters.mask(Not(Fact(field, "=", value))).tolist() == []  # type: ignore[arg-type]


def _none() -> np.ndarray:
    return np.empty(0, np.int64)
