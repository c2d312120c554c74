"""What changed, as a pure function: against an obvious reference, and the cases that must never lose anything."""

from __future__ import annotations

import random
from dataclasses import replace

from ingest_support import Row, found

from core.ingest.reconcile import Changes, file_id, reconcile, settle_moves
from core.ingest.walk import Found


def known(*rows: Row) -> dict[bytes, Row]:
    return {row.path: row for row in rows}


A = Row(1, b"/r/a.jpg", inode=11)
B = Row(2, b"/r/b.jpg", inode=12)


def test_nothing_changed() -> None:
    changes = reconcile(known(A, B), [found(A), found(B)])
    assert changes == Changes(unchanged=2)


def test_an_empty_folder_that_was_not_is_unreachable_and_loses_nothing() -> None:
    assert reconcile(known(A, B), []) == Changes(unreachable=True)


def test_an_empty_folder_that_always_was_is_fine() -> None:
    assert reconcile({}, []) == Changes()
    assert reconcile(known(replace(A, gone=True)), []) == Changes()


def test_new_changed_gone_and_back() -> None:
    c = Row(3, b"/r/c.jpg", gone=True)
    d = Row(4, b"/r/d.jpg")
    changes = reconcile(known(A, B, c), [found(A, size=11), found(c), found(d)])
    assert [photo.path for photo in changes.new] == [d.path]
    assert changes.changed == [(A.id, found(A, size=11))]
    assert changes.back == [(c.id, found(c))]
    assert changes.gone == [B.id]


def test_a_new_mtime_alone_is_a_change() -> None:
    assert reconcile(known(A), [found(A, mtime_ns=2)]).changed == [(A.id, found(A, mtime_ns=2))]


def test_photos_under_a_shut_folder_are_not_gone() -> None:
    inside = Row(5, b"/r/shut/x.jpg")
    beside = Row(6, b"/r/shutter/y.jpg")
    changes = reconcile(known(A, inside, beside), [found(A)], forbidden=[b"/r/shut"])
    assert changes.gone == [beside.id]


def test_all_photos_shut_away_are_neither_gone_nor_offline() -> None:
    inside = Row(5, b"/r/shut/x.jpg")
    assert reconcile(known(inside), [], forbidden=[b"/r/shut"]) == Changes()


def test_a_renamed_file_moves_and_is_not_gone() -> None:
    renamed = found(A, path=b"/r/z.jpg")
    changes = reconcile(known(A, B), [renamed, found(B)])
    settle_moves(changes, {file_id(renamed): [A]}, exists=())
    assert changes.moved == [(A.id, renamed)]
    assert changes.new == [] and changes.gone == []


def test_a_hard_link_is_new_because_the_first_is_still_there() -> None:
    link = found(A, path=b"/r/link.jpg")
    changes = reconcile(known(A), [found(A), link])
    settle_moves(changes, {file_id(link): [A]}, exists={A.path})
    assert changes.moved == [] and changes.new == [link]


def test_one_photo_moves_once_even_when_two_files_claim_it() -> None:
    first, second = found(A, path=b"/r/1.jpg"), found(A, path=b"/r/2.jpg")
    changes = reconcile(known(A), [first, second])
    settle_moves(changes, {file_id(first): [A]}, exists=())
    assert changes.moved == [(A.id, first)] and changes.new == [second]


def test_files_without_a_file_id_never_move() -> None:
    nameless = found(A, path=b"/r/z.jpg", inode=0)
    changes = reconcile(known(replace(A, inode=0)), [nameless])
    settle_moves(changes, {file_id(nameless): [replace(A, inode=0)]}, exists=())
    assert changes.new == [nameless] and changes.gone == [A.id]


def test_against_an_obvious_reference() -> None:
    chance = random.Random(4)
    for _ in range(200):
        rows = [
            Row(n, b"/r/%d.jpg" % n, chance.randint(1, 2), chance.randint(1, 2), gone=chance.random() < 0.2)
            for n in range(8)
        ]
        there = [
            found(row, size=chance.randint(1, 2), mtime_ns=chance.randint(1, 2))
            for row in rows
            if chance.random() < 0.7
        ]
        there += [Found(b"/r/new%d.jpg" % n, 1, 1, 1, 1) for n in range(chance.randint(0, 2))]
        changes = reconcile(known(*rows), there)
        by_path = {row.path: row for row in rows}
        same = [
            photo
            for photo in there
            if photo.path in by_path
            and (by_path[photo.path].size, by_path[photo.path].mtime_ns) == (photo.size, photo.mtime_ns)
        ]
        assert changes.unchanged + len(changes.back) == (0 if changes.unreachable else len(same))
        missing = [row.id for row in rows if not row.gone and row.path not in {p.path for p in there}]
        if there or not missing:
            assert changes.gone == missing
            assert {p.path for p in changes.new} == {p.path for p in there} - set(by_path)
        else:
            assert changes.unreachable


def test_photos_of_a_drive_mounted_inside_are_kept_while_it_is_away() -> None:
    inside = Row(7, b"/r/drive/x.jpg", device=9)
    deeper = Row(9, b"/r/drive/2024/z.jpg", device=9)
    deleted = Row(8, b"/r/trip/y.jpg", device=1)
    folders = {b"/r": 1, b"/r/drive": 1, b"/r/trip": 1}
    changes = reconcile(
        known(A, inside, deeper, deleted), [found(A)], empty=[b"/r/drive", b"/r/trip"], folders=folders
    )
    assert changes.gone == [deleted.id]


def test_photos_behind_a_link_to_nowhere_are_kept() -> None:
    behind = Row(7, b"/r/nas/x.jpg", device=9)
    linked = Row(8, b"/r/link.jpg", device=9)
    changes = reconcile(known(A, behind, linked), [found(A)], forbidden=[b"/r/nas", b"/r/link.jpg"])
    assert changes.gone == []
