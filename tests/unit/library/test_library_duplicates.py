"""Duplicates of a real library, what is remembered of them, and what is left."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from core.jobs import BACKGROUND, Context, Token
from core.library import DuplicateGroup, Library
from tests.photos import make_photos, picture, settle


def context() -> Context:
    return Context(Token(), BACKGROUND, lambda event: None, lambda: None)


@pytest.fixture
def filled(library: Library, tmp_path: Path) -> Library:
    """12 photos; three copies of one, two of another, and one of a third saved anew."""
    folder = tmp_path / "p"
    made = make_photos(folder, 12, size=(192, 128))
    for name, number in (("copy a.jpg", 1), ("copy b.jpg", 1), ("copy c.jpg", 2)):
        shutil.copy2(made[number], folder / name)
    picture(3, (192, 128)).resize((96, 64)).save(folder / "small.jpg", "JPEG", quality=85)
    settle(folder / "small.jpg")
    library.add_folder(folder)
    library.index_now(None, context())
    return library


def names(groups: list[DuplicateGroup], kind: str) -> list[list[str]]:
    return sorted(sorted(photo.name for photo in group.photos) for group in groups if group.kind == kind)


def test_groups_are_found_and_their_numbers_are_true(filled: Library) -> None:
    groups = filled.duplicates(context())
    assert names(groups, "bytes") == [
        ["copy a.jpg", "copy b.jpg", "photo_0001.jpg"],
        ["copy c.jpg", "photo_0002.jpg"],
    ]
    assert ["photo_0003.jpg", "small.jpg"] in names(groups, "resaved")
    for group in groups:
        assert group.freed == sum(os.path.getsize(photo.path) for photo in group.photos[1:])
        assert len({photo.id for photo in group.photos}) == len(group.photos) >= 2
    kept = next(group for group in groups if "small.jpg" in {photo.name for photo in group.photos})
    assert (kept.photos[0].name, kept.reason) == ("photo_0003.jpg", "largest")


def test_what_is_none_is_not_proposed_again(filled: Library, own_home: Path) -> None:
    groups = filled.duplicates(context())
    for group in groups:
        filled.not_duplicates([photo.id for photo in group.photos])
    assert filled.duplicates(context()) == []
    # Another copy makes it a new question, about all of them.
    first = groups[0].photos[0]
    other = os.path.join(os.path.dirname(first.path), b"new.jpg")
    three = next(group for group in groups if len(group.photos) == 3)
    small = next(group for group in groups if group.kind == "resaved")
    shutil.copy2(small.photos[1].path, other)
    settle(other)
    filled.index_now(None, context())
    again = filled.duplicates(context())
    assert names(again, "bytes") == [["new.jpg", small.photos[1].name]]
    assert three.kind == "bytes"


def test_one_alone_is_apart_from_nothing(filled: Library) -> None:
    groups = filled.duplicates(context())
    for group in groups:
        filled.not_duplicates([group.photos[0].id])
    assert filled.duplicates(context()) == groups


def test_what_is_left_of_groups(filled: Library) -> None:
    groups = filled.duplicates(context())
    three = next(group for group in groups if len(group.photos) == 3)
    two = next(group for group in groups if len(group.photos) == 2 and group.kind == "bytes")
    assert filled.those_left(groups) == groups
    filled.marks._throw = os.unlink
    filled.marks.trash([three.photos[2].id, two.photos[1].id])
    left = filled.those_left(groups)
    assert names(left, "bytes") == [sorted(photo.name for photo in three.photos[:2])]
    assert (left[0].freed, left[0].reason) == (three.photos[1].size, three.reason)
    assert names(filled.duplicates(context()), "bytes") == names(left, "bytes")
    filled.marks.hide([three.photos[0].id], True)
    assert names(filled.those_left(groups), "bytes") == []
    filled.marks.hide([three.photos[0].id], False)
    filled.remove_folder(filled.folders()[0].id)
    assert filled.those_left(groups) == []


def test_the_next_best_is_kept_for_no_particular_reason(filled: Library) -> None:
    three = next(group for group in filled.duplicates(context()) if len(group.photos) == 3)
    filled.marks._throw = os.unlink
    filled.marks.trash([three.photos[0].id])
    (left,) = filled.those_left([three])
    assert [photo.id for photo in left.photos] == [photo.id for photo in three.photos[1:]]
    assert (left.reason, left.freed) == ("first", three.photos[2].size)


@pytest.mark.parametrize("how", ["trash", "hide", "edit"])
def test_what_went_while_photos_were_compared_is_not_found(filled: Library, how: str) -> None:
    """Else the next one would be proposed for the trash beside a photo that is no longer there."""
    before = filled.duplicates(context())
    two = next(group for group in before if group.kind == "bytes" and len(group.photos) == 2)
    three = next(group for group in before if len(group.photos) == 3)
    filled.marks._throw = os.unlink
    gone = [two.photos[0], three.photos[0]]
    begun: list[object] = []

    def meanwhile(event: object) -> None:
        if begun:
            return
        begun.append(event)
        if how == "trash":
            filled.marks.trash([photo.id for photo in gone])
        elif how == "hide":
            filled.marks.hide([photo.id for photo in gone], True)
        else:
            for number, photo in enumerate(gone):
                picture(50 + number, (192, 128)).save(photo.path, "JPEG", quality=85)
                settle(Path(os.fsdecode(photo.path)))
            filled.index_now(None, context())

    groups = filled.duplicates(Context(Token(), BACKGROUND, meanwhile, lambda: None))
    assert begun
    ids = {photo.id for group in groups for photo in group.photos}
    assert not ids & {photo.id for photo in gone}
    assert names(groups, "bytes") == [sorted(photo.name for photo in three.photos[1:])]
    (left,) = [group for group in groups if group.kind == "bytes"]
    assert (left.reason, left.freed) == ("first", three.photos[2].size)
