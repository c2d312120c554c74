"""The part of a photo behind a path: split, written, and through the query language and back."""

from __future__ import annotations

import numpy as np
import pytest

from core.query.fragments import Fragment, split, with_box, with_points
from core.query.grammar import parse
from core.query.pieces import pieces, toggled, weighted
from core.query.render import render
from core.query.tree import LIKE, PART, Part


@pytest.mark.parametrize(
    ("value", "path", "part"),
    [
        ("a.jpg", "a.jpg", None),
        ("a.jpg#at=31.2,52.0", "a.jpg", Fragment(((0.312, 0.52),))),
        ("a#b.jpg#at=0,100;100,0", "a#b.jpg", Fragment(((0.0, 1.0), (1.0, 0.0)))),
        ("a.jpg#xywh=percent:12,30,45.5,60", "a.jpg", Fragment(box=(0.12, 0.3, 0.455, 0.6))),
        ("#at=1,2", "", Fragment(((0.01, 0.02),))),
        ("a.jpg#AT=1,2", "a.jpg", Fragment(((0.01, 0.02),))),
        ("a.jpg#at=", "a.jpg#at=", None),
        ("a.jpg#at=1", "a.jpg#at=1", None),
        ("a.jpg#at=1,2 ", "a.jpg#at=1,2 ", None),
        ("a.jpg#at=101,2", "a.jpg#at=101,2", None),
        ("a.jpg#at=-1,2", "a.jpg#at=-1,2", None),
        ("a.jpg#xywh=12,30,45,60", "a.jpg#xywh=12,30,45,60", None),
        ("a.jpg#xywh=percent:50,0,60,10", "a.jpg#xywh=percent:50,0,60,10", None),
        ("a.jpg#xywh=percent:50,0,0,10", "a.jpg#xywh=percent:50,0,0,10", None),
        ("a.jpg#at=" + ";".join(["1,2"] * 17), "a.jpg#at=" + ";".join(["1,2"] * 17), None),
        ("a.jpg#at=1,2#at=3,4", "a.jpg#at=1,2", Fragment(((0.03, 0.04),))),
        ("照片.jpg#at=1,2", "照片.jpg", Fragment(((0.01, 0.02),))),
    ],
)
def test_splitting(value: str, path: str, part: Fragment | None) -> None:
    found, named = split(value)
    assert found == path
    if part is None:
        assert named is None
        return
    assert named is not None and (named.box is None) == (part.box is None)
    assert np.allclose(named.points, part.points) and len(named.points) == len(part.points)
    if part.box is not None:
        assert named.box == pytest.approx(part.box)


def test_points_come_back() -> None:
    chance = np.random.default_rng(1)
    corners = [[0.0, 0.0], [1.0, 1.0]]
    for count in range(1, 17):
        points = [(float(x), float(y)) for x, y in [*chance.random((count - 1, 2)), corners[count % 2]]]
        path, found = split(with_points("p/a b.jpg", points))
        assert path == "p/a b.jpg" and found is not None and found.box is None
        assert np.allclose(found.points, points, atol=1.1e-4)


def test_any_box_is_kept_inside_the_photo() -> None:
    chance = np.random.default_rng(2)
    for box in [*chance.uniform(-0.5, 1.5, (500, 4)).tolist(), [0, 0, 1, 1], [0.9999, 1, 0, 0]]:
        path, found = split(with_box("a.jpg", tuple(box)))
        assert path == "a.jpg" and found is not None and found.box is not None, box
        left, top, width, height = found.box
        assert 0 <= left < 1 and 0 <= top < 1 and width > 0 and height > 0
        assert left + width <= 1 + 1e-6 and top + height <= 1 + 1e-6


def test_no_points_name_the_whole_photo() -> None:
    assert with_points("a.jpg", []) == "a.jpg"


@pytest.mark.parametrize("path", ["a.jpg", 'with "quotes" and spaces.jpg', "(a) or -b^2.jpg", "写真 #1.png"])
def test_the_query_language_carries_them(path: str) -> None:
    value = with_points(path, [(0.312, 0.52), (0.6, 0.4)])
    part = Part(LIKE, value, -1, 2.5)
    text = render([part, Part(PART, "red umbrella"), Part(LIKE, with_box(path, (0.1, 0.2, 0.3, 0.4)))])
    again = parse(text).parts
    assert [one.value for one in again] == [value, "red umbrella", with_box(path, (0.1, 0.2, 0.3, 0.4))]
    assert (again[0].sign, again[0].weight, again[0].kind) == (-1, 2.5, LIKE)
    assert split(again[0].value)[0] == path
    assert render(parse(text)) == text


def test_pieces_of_a_part_of_a_photo_can_be_turned_and_weighed() -> None:
    query = parse("like:a.jpg#at=31.2,52;60,40 dog -part:umbrella^2")
    like, words, part = pieces(query)
    assert isinstance(like, Part) and split(like.value)[1] is not None
    assert isinstance(part, Part) and (part.kind, part.value, part.sign, part.weight) == (
        PART,
        "umbrella",
        -1,
        2,
    )
    assert parse(render([toggled(like), weighted(part, 3)])).parts[0].sign == -1  # type: ignore[list-item]
    assert isinstance(words, Part) and words.value == "dog"
