from __future__ import annotations

import pytest

from core.catalogue import searches
from core.catalogue.store import Catalogue

ODD = [
    "dog in the snow",
    'like:"/p/bad \udcff.jpg"',
    "x" * 10_000,
    "two\nlines\0and a null",
    "🐕 -\u202e\u0301",
    "'; DROP TABLE searches; --",
]


def history(store: Catalogue, limit: int = 50) -> list[str]:
    with store.reading() as conn:
        return [row.query for row in searches.history(conn, limit)]


def saved(store: Catalogue) -> list[tuple[str | None, str, int]]:
    with store.reading() as conn:
        return [(row.name, row.query, row.new) for row in searches.saved(conn)]


def counted(store: Catalogue, counts: dict[int, int]) -> list[tuple[searches.SearchRow, int]]:
    """What ``set_new`` is given: the saved searches as they are now, and these numbers of new matches."""
    with store.reading() as conn:
        return [(row, counts[row.id]) for row in searches.saved(conn) if row.id in counts]


def test_history_keeps_any_text_once_newest_first(store: Catalogue) -> None:
    for moment, query in enumerate([*ODD, *ODD[2:4]]):
        with store.writing(photos=False) as conn:
            searches.remember(conn, query, float(moment), 100)
    assert history(store) == [ODD[3], ODD[2], ODD[5], ODD[4], ODD[1], ODD[0]]
    assert history(store, 2) == [ODD[3], ODD[2]]


def test_half_a_sign_is_kept_as_a_question_mark(store: Catalogue) -> None:
    with store.writing() as conn:
        searches.remember(conn, "half \ud83d", 1.0, 10)
        key = searches.save(conn, "half \ud83d", "half \ud83d", 1.0)
        assert searches.save(conn, "half \ud83d", "again", 2.0) == key
    assert history(store) == ["half ?"] and saved(store) == [("half ?", "again", 0)]
    with store.writing() as conn:
        searches.forget(conn, "half \ud83d")
    assert history(store) == []


def test_only_the_newest_stay_and_saved_searches_are_no_history(store: Catalogue) -> None:
    with store.writing() as conn:
        searches.save(conn, "kept", "q3", 0.0)
        for moment in range(9):
            # The clock may stand still or go back.
            searches.remember(conn, f"q{moment}", 5.0 if moment < 8 else 1.0, 4)
    assert history(store) == ["q7", "q6", "q5", "q4"]
    assert saved(store) == [("kept", "q3", 0)]
    with store.writing() as conn:
        searches.forget(conn, "q6")
        searches.forget(conn, "not there")
    assert history(store) == ["q7", "q5", "q4"]
    with store.writing() as conn:
        searches.forget(conn, None)
    assert history(store) == [] and len(saved(store)) == 1


def test_the_same_name_gets_the_new_query_whatever_its_case(store: Catalogue) -> None:
    with store.writing() as conn:
        first = searches.save(conn, "Été à Paris", "a", 1.0)
    with store.writing() as conn:
        searches.set_new(conn, counted(store, {first: 7}))
    assert saved(store) == [("Été à Paris", "a", 7)]
    with store.writing() as conn:
        assert searches.save(conn, "ÉTÉ à paris", "b", 2.0) == first
        other = searches.save(conn, "Zoo", "c", 3.0)
        searches.save(conn, "apples", "d", 3.0)
    assert saved(store) == [("apples", "d", 0), ("Zoo", "c", 0), ("ÉTÉ à paris", "b", 0)]
    with store.writing() as conn:
        searches.rename(conn, other, "été À Paris")
        searches.rename(conn, first, "Été à Paris")
        searches.rename(conn, 99, "nobody")
    assert [name for name, _, _ in saved(store)] == ["apples", "Été à Paris", "été À Paris (2)"]


def test_new_matches_are_counted_until_they_are_seen(store: Catalogue) -> None:
    with store.writing() as conn:
        one, two = searches.save(conn, "one", "a", 1.0), searches.save(conn, "two", "b", 1.0)
    gone = searches.SearchRow(77, "gone", "c", 1.0, 1.0, 0)
    with store.writing() as conn:
        searches.set_new(conn, [*counted(store, {one: 3, two: 4}), (gone, 1)])
    assert saved(store) == [("one", "a", 3), ("two", "b", 4)]
    with store.writing() as conn:
        searches.seen(conn, one, 9.0)
    assert saved(store) == [("one", "a", 0), ("two", "b", 4)]
    with store.reading() as conn:
        assert [row.seen_at for row in searches.saved(conn)] == [9.0, 1.0]


@pytest.mark.parametrize("query", ODD)
def test_a_count_of_what_was_seen_or_changed_meanwhile_is_not_kept(store: Catalogue, query: str) -> None:
    with store.writing() as conn:
        keys = [searches.save(conn, name, query, 1.0) for name in ("a", "b", "c")]
    late = counted(store, dict.fromkeys(keys, 3))
    with store.writing() as conn:
        searches.seen(conn, keys[0], 9.0)
        searches.save(conn, "b", "other", 1.0)  # the clock may stand still
        searches.set_new(conn, late)
    assert saved(store) == [("a", query, 0), ("b", "other", 0), ("c", query, 3)]


@pytest.mark.parametrize("change", [searches.remove, lambda c, i: searches.seen(c, i, 1.0)])
def test_what_is_for_saved_searches_leaves_the_history_alone(store: Catalogue, change) -> None:
    with store.writing() as conn:
        searches.remember(conn, "asked", 1.0, 10)
        (entry,) = searches.history(conn, 10)
        kept = searches.save(conn, "kept", "q", 1.0)
        change(conn, entry.id)
    assert history(store) == ["asked"]
    with store.writing() as conn:
        searches.remove(conn, kept)
    assert saved(store) == []
