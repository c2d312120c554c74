"""Stacks against an obvious reference, and search within a scope against scoring everything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pytest
from numpy.typing import NDArray

from core.jobs import Turn
from core.query.parse import parse
from core.search import bands
from core.search.hits import POSSIBLE, REST, STRONG
from core.search.scope import Scope
from core.search.search import Finder

D = 12


@dataclass(frozen=True)
class Photos:
    photo_id: NDArray[np.int64]
    content_id: NDArray[np.int64]
    aspect: NDArray[np.float32]
    day: NDArray[np.int32]
    hidden: NDArray[np.bool_]


@dataclass
class Exact:
    keys: NDArray[np.int64]
    vectors: NDArray[np.float32]

    def scores(self, query: NDArray[np.float32]) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        return self.keys, self.vectors @ query


def library(
    seed: int, count: int = 120, contents: int = 60, spread: int = 1
) -> tuple[Photos, NDArray[np.int64]]:
    """Photos with copies, and pairs of a RAW content's photo and another's."""
    random = np.random.default_rng(seed)
    content = random.integers(1, contents, count) * spread
    columns = Photos(
        photo_id=np.sort(random.choice(10 * count, count, replace=False)).astype(np.int64),
        content_id=content,
        aspect=np.ones(count, np.float32),
        day=np.arange(count, dtype=np.int32),
        hidden=random.random(count) < 0.1,
    )
    raw = content // spread % 4 == 0  # every fourth content is a RAW file
    pairs = [
        (columns.photo_id[i], columns.photo_id[j])
        for i in np.flatnonzero(raw)
        for j in random.choice(np.flatnonzero(~raw), random.integers(0, 3), replace=False)
    ]
    pairs.append((10**9, columns.photo_id[0]))  # a photo that is not shown
    return columns, np.array(sorted(pairs), np.int64)


def stacked(
    columns: Photos, shown: Sequence[int], pairs: NDArray[np.int64], first: NDArray[np.int8]
) -> tuple[dict[int, int], dict[int, int], set[int]]:
    """Row → the row that stands for it, row → its copies, rows with a RAW file behind them."""
    head: dict[int, int] = {}
    copies: dict[int, int] = {}
    for row in shown:
        group = [other for other in shown if columns.content_id[other] == columns.content_id[row]]
        head[row] = min(group, key=lambda other: (-first[other], other))
        copies[row] = len(group)
    rows = {int(photo): row for row, photo in enumerate(columns.photo_id)}
    paired: set[int] = set()
    behind: dict[int, int] = {}
    for raw, picture in pairs.tolist():
        if rows.get(raw) in head and rows.get(picture) in head:
            file, beside = head[rows[raw]], head[rows[picture]]
            paired.add(beside)
            behind[file] = min(behind.get(file, beside), beside)
    return {row: behind.get(top, top) for row, top in head.items()}, copies, paired


@pytest.mark.parametrize("seed", range(12))
def test_stacks_are_those_of_the_reference(seed: int) -> None:
    columns, pairs = library(seed, spread=1 if seed % 3 else 10**9)
    random = np.random.default_rng(seed + 100)
    first = random.integers(0, 4, len(columns.hidden)).astype(np.int8)
    allowed = None if seed % 2 else random.random(len(columns.hidden)) < 0.5
    scope = Scope.of(columns, allowed, pairs=pairs, first=first, stacks=True)
    shown = np.flatnonzero(~columns.hidden if allowed is None else allowed).tolist()
    head, copies, paired = stacked(columns, shown, pairs, first)
    assert scope.heads is not None and scope.heads.tolist() == [head.get(i, -1) for i in range(len(first))]
    kept = np.flatnonzero(scope.kept).tolist()
    assert kept == sorted(set(head.values())) and len(kept) < len(shown)
    assert scope.copies[kept].tolist() == [copies[row] for row in kept]
    assert set(np.flatnonzero(scope.paired).tolist()) == paired and paired
    assert (scope.photos, scope.whole) == (len(shown), allowed is None)
    for row in kept:
        ids = columns.photo_id[[other for other in shown if head[other] == row]]
        assert scope.behind(columns.photo_id[[row]]).tolist() == ids.tolist()
        assert scope.standing_for(ids).tolist() == [columns.photo_id[row]]
    away = np.setdiff1d(columns.photo_id, columns.photo_id[shown])
    assert len(scope.standing_for(np.append(away, 5_000_000))) == 0


def test_without_stacks_each_stands_for_itself() -> None:
    columns, _ = library(1)
    scope = Scope.of(columns)
    assert scope.kept.tolist() == (~columns.hidden).tolist() and scope.copies.max() == 1
    assert scope.behind(columns.photo_id).tolist() == columns.photo_id[~columns.hidden].tolist()
    assert scope.standing_for(columns.photo_id).tolist() == columns.photo_id[~columns.hidden].tolist()
    nothing = replace(columns, **{name: value[:0] for name, value in vars(columns).items()})
    for stacks in (False, True):
        empty = Scope.of(nothing, pairs=np.array([[1, 2]]), stacks=stacks)
        assert (empty.photos, len(empty.behind(columns.photo_id))) == (0, 0)


def finder(columns: Photos, seed: int = 0) -> tuple[Finder, Exact]:
    random = np.random.default_rng(seed)
    keys = random.permutation(np.unique(columns.content_id))[:-3]  # a few wait for the encoder
    vectors = random.normal(size=(len(keys), D)).astype(np.float32) + 0.4
    index = Exact(keys, vectors / np.linalg.norm(vectors, axis=1, keepdims=True))

    def encode(texts: Sequence[str], turn: Turn) -> NDArray[np.float32]:
        rows = [np.random.default_rng(sum(map(ord, text))).normal(size=D) for text in texts]
        return np.stack([row / np.linalg.norm(row) for row in rows]).astype(np.float32)

    made = Finder(encode, index, columns)
    neutral = encode([f"neutral {n}" for n in range(40)], Turn())
    made.background = bands.measure(index.vectors, neutral)
    return made, index


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("stacks", [False, True])
def test_a_filtered_query_is_the_exact_top_and_its_bands_are_cut_after_the_filter(
    seed: int, stacks: bool
) -> None:
    columns, pairs = library(seed, count=400, contents=260)
    random = np.random.default_rng(seed)
    allowed = random.random(400) < (0.02, 0.3, 0.7)[seed % 3]
    made, index = finder(columns, seed)
    scope = Scope.of(columns, allowed, pairs=pairs, stacks=stacks)
    strictness = (0.0, 0.5, 1.0)[seed % 3]
    parts = parse("some words -other^2").parts
    hits = made.combined(parts, Turn(), scope=scope, strictness=strictness)

    # Score everything, then filter, then sort, then cut.
    asked = made._sum(parts, made.text_vectors([part.value for part in parts], Turn()))
    score = {int(key): row @ asked.vector for key, row in zip(index.keys, index.vectors, strict=True)}
    rows = [row for row in np.flatnonzero(scope.kept) if int(columns.content_id[row]) in score]
    rows.sort(key=lambda row: (-score[int(columns.content_id[row])], row))
    scores = np.array([score[int(columns.content_id[row])] for row in rows], np.float32)
    cut = bands.decide(scores, asked.spread or 1.0, bands.Calibration.read(), strictness)
    expected = [STRONG if one >= cut.strong else POSSIBLE if one >= cut.possible else REST for one in scores]
    assert hits.photo_ids.tolist() == columns.photo_id[rows].tolist()
    assert np.allclose(hits.scores, scores, atol=1e-6) and hits.exact
    assert hits.bands.tolist() == expected and hits.clear == cut.clear
    assert hits.copies.tolist() == scope.copies[rows].tolist()
    assert hits.paired.tolist() == scope.paired[rows].tolist()
    encoded = allowed & np.isin(columns.content_id, index.keys)
    assert hits.photos_searched == np.count_nonzero(encoded)


def test_the_band_is_another_one_over_other_photos() -> None:
    """The same photo with the same score, among all and among its likes."""
    columns = Photos(
        np.arange(300), np.arange(300), np.ones(300, np.float32), np.zeros(300, np.int32), np.zeros(300, bool)
    )
    made, _ = finder(columns, 3)
    whole = made.text("some words", Turn())
    best = np.isin(columns.photo_id, whole.photo_ids[:30])
    few = made.combined(parse("some words").parts, Turn(), scope=Scope.of(columns, best))
    assert few.photo_ids.tolist() == whole.photo_ids[:30].tolist()
    assert few.scores.tolist() == whole.scores[:30].tolist()
    assert few.bands.tolist() != whole.bands[:30].tolist()


def test_scopes_in_turn_do_not_disturb_each_other() -> None:
    """What is remembered of one search is not taken for another's: other scopes, columns, contents."""
    columns, pairs = library(2, count=200, contents=120)
    made, index = finder(columns)
    random = np.random.default_rng(1)
    for _ in range(20):
        if random.random() < 0.3:
            columns = replace(columns, hidden=random.random(200) < 0.2)
            made.columns = columns
        if random.random() < 0.2:
            order = random.permutation(len(index.keys))
            index.keys, index.vectors = index.keys[order], index.vectors[order]
        if random.random() < 0.2:
            index.keys, index.vectors = index.keys[1:], index.vectors[1:]
        allowed = random.random(200) < 0.5
        scope = Scope.of(columns, allowed, pairs=pairs, stacks=bool(random.random() < 0.5))
        found = made.combined(parse("words").parts, Turn(), scope=scope)
        fresh = Finder(made._encode_texts, index, columns, made.background)
        again = fresh.combined(parse("words").parts, Turn(), scope=scope)
        assert found.photo_ids.tolist() == again.photo_ids.tolist()
        assert found.bands.tolist() == again.bands.tolist()
