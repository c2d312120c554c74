"""Taking photos in, for real: files, catalogue, threads and a tiny network."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import numpy as np
import pytest

from core.catalogue import photos
from core.errors import RecollectError
from core.images.decode import decode
from core.jobs import Context, Event, Finished, Progress, Token, Turn
from core.library import IndexSummary, Library
from tests.photos import jpeg_bytes, make_photos, settle, write
from tests.waiting import until


def run(library: Library, *paths: Path, token: Token | None = None, heard=None) -> IndexSummary:
    for path in paths:
        library.add_folder(path)
    context = Context(token or Token(), 3, heard or (lambda event: None), lambda: None)
    return library.index_now(list(paths) or None, context)


def encoded(library: Library) -> int:
    with library._shared.catalogue.reading() as conn:
        return int(conn.exec_driver_sql("select count(*) from embeddings").scalar_one())


def test_photos_become_searchable_and_a_second_run_finds_nothing_to_do(
    library: Library, tmp_path: Path
) -> None:
    make_photos(tmp_path / "p", 9)
    first = run(library, tmp_path / "p")
    assert (first.indexed, first.failed, first.unchanged) == (9, 0, 0)
    assert library.status().embedded == 9
    assert library.search("a dog").photos_searched == 9
    second = run(library, tmp_path / "p")
    assert (second.indexed, second.unchanged) == (0, 9)


def test_progress_is_told_with_rate_and_total(library: Library, tmp_path: Path) -> None:
    make_photos(tmp_path / "p", 5)
    heard: list[Event] = []
    run(library, tmp_path / "p", heard=heard.append)
    last = [event for event in heard if isinstance(event, Progress)][-1]
    assert (last.done, last.total) == (5, 5)
    assert {"rate", "seconds_left", "failed"} <= set(last.facts)


def test_copies_share_a_content_and_are_encoded_once(library: Library, tmp_path: Path) -> None:
    make_photos(tmp_path / "p", 3)
    for number in range(3):
        shutil.copy2(tmp_path / "p" / f"photo_{number:04}.jpg", tmp_path / "p" / f"copy_{number}.jpg")
    summary = run(library, tmp_path / "p")
    assert summary.indexed == 6
    assert encoded(library) == 3
    assert library.search("a dog").photos_searched == 6


def test_a_renamed_photo_keeps_its_row_and_is_not_encoded_again(library: Library, tmp_path: Path) -> None:
    made = make_photos(tmp_path / "p", 4)
    run(library, tmp_path / "p")
    before = {row.path: row.id for row in library.rows(library.all_photos().photo_ids)}
    (tmp_path / "p" / "trip").mkdir()
    made[0].rename(tmp_path / "p" / "trip" / "renamed.jpg")
    summary = run(library, tmp_path / "p")
    assert (summary.moved, summary.gone, summary.indexed) == (1, 0, 0)
    after = {row.path: row.id for row in library.rows(library.all_photos().photo_ids)}
    assert after[os.fsencode(tmp_path / "p" / "trip" / "renamed.jpg")] == before[os.fsencode(made[0])]
    assert encoded(library) == 4


def test_a_photo_moved_to_another_folder_keeps_its_row(library: Library, tmp_path: Path) -> None:
    made = make_photos(tmp_path / "a", 2)
    make_photos(tmp_path / "b", 2, first=10)
    run(library, tmp_path / "a", tmp_path / "b")
    photo = next(row.id for row in library.rows(library.all_photos().photo_ids) if row.path == bytes(made[0]))
    made[0].rename(tmp_path / "b" / "moved.jpg")
    summary = run(library, tmp_path / "b", tmp_path / "a")
    assert (summary.moved, summary.gone) == (1, 0)
    assert library.photo_path(photo) == os.fsencode(tmp_path / "b" / "moved.jpg")


def test_a_changed_photo_is_read_again(library: Library, tmp_path: Path) -> None:
    made = make_photos(tmp_path / "p", 2)
    run(library, tmp_path / "p")
    write(made[0], jpeg_bytes(99))
    summary = run(library, tmp_path / "p")
    assert (summary.indexed, summary.unchanged) == (1, 1)
    assert library.search("a dog").photos_searched == 2


def test_an_edited_photo_shows_its_new_picture(library: Library, tmp_path: Path) -> None:
    made = make_photos(tmp_path / "p", 2)
    run(library, tmp_path / "p")
    photo = next(row.id for row in library.rows(library.all_photos().photo_ids) if row.path == bytes(made[0]))
    before = library.thumbnail(photo)
    told: list[object] = []
    library.on_change(lambda change: told.append(change.facts.get("edited")))
    write(made[0], jpeg_bytes(99))
    run(library, tmp_path / "p")
    assert library.thumbnail(photo) not in (None, before)
    assert [photo] in told
    assert not [finding for finding in library.check() if finding.wrong]


def test_after_a_removed_folder_other_folders_take_photos_in(library: Library, tmp_path: Path) -> None:
    make_photos(tmp_path / "a", 3)
    make_photos(tmp_path / "b", 3, first=20)
    run(library, tmp_path / "a")
    library.remove_folder(tmp_path / "a")
    assert run(library, tmp_path / "b").indexed == 3
    assert not [finding for finding in library.check() if finding.wrong]


def test_a_folder_added_around_another_leaves_it_its_photos(library: Library, tmp_path: Path) -> None:
    make_photos(tmp_path / "outer" / "inner", 3)
    make_photos(tmp_path / "outer", 2, first=20)
    run(library, tmp_path / "outer" / "inner")
    first = run(library, tmp_path / "outer")
    assert (first.indexed, first.moved) == (2, 0)
    again = run(library)
    assert (again.indexed, again.moved, again.gone, again.unchanged) == (0, 0, 0, 5)


def test_a_photo_that_comes_back_elsewhere_is_not_encoded_again(library: Library, tmp_path: Path) -> None:
    made = make_photos(tmp_path / "p", 3)
    run(library, tmp_path / "p")
    data = made[0].read_bytes()
    made[0].unlink()
    run(library, tmp_path / "p")
    write(tmp_path / "p" / "other.jpg", data)
    with_passes = library._models.encoder()
    passes: list[int] = []
    original = with_passes.encode_photos
    with_passes.encode_photos = lambda batch, turn: passes.append(len(batch)) or original(batch, turn)  # type: ignore[method-assign]
    assert run(library, tmp_path / "p").indexed == 1
    assert passes == []
    assert library.search("a dog").photos_searched == 3


def test_a_deleted_photo_is_gone_and_comes_back_without_encoding(library: Library, tmp_path: Path) -> None:
    made = make_photos(tmp_path / "p", 3)
    run(library, tmp_path / "p")
    data, stat = made[0].read_bytes(), made[0].stat()
    made[0].unlink()
    assert run(library, tmp_path / "p").gone == 1
    assert library.search("a dog").photos_searched == 2
    made[0].write_bytes(data)
    os.utime(made[0], ns=(stat.st_atime_ns, stat.st_mtime_ns))
    run(library, tmp_path / "p")
    assert library.search("a dog").photos_searched == 3
    assert encoded(library) == 3


def test_an_unplugged_folder_keeps_everything(library: Library, tmp_path: Path) -> None:
    make_photos(tmp_path / "usb", 3)
    run(library, tmp_path / "usb")
    (tmp_path / "usb").rename(tmp_path / "elsewhere")
    summary = run(library)
    assert summary.offline and summary.gone == 0
    assert [folder.state for folder in library.folders()] == ["offline"]
    assert library.search("a dog").photos_searched == 3
    assert library.thumbnail(int(library.all_photos().photo_ids[0]))
    (tmp_path / "elsewhere").rename(tmp_path / "usb")
    summary = run(library)
    assert (summary.unchanged, summary.indexed) == (3, 0)
    assert library.folders()[0].state != "offline"
    assert library.problems() == []


def test_an_emptied_folder_is_taken_for_an_unmounted_drive(library: Library, tmp_path: Path) -> None:
    for photo in make_photos(tmp_path / "usb", 2):
        photo_path = photo
    run(library, tmp_path / "usb")
    for file in (tmp_path / "usb").iterdir():
        file.unlink()
    assert not photo_path.exists()
    assert run(library).offline
    assert library.status().photos == 2


def test_bad_files_are_problems_and_the_run_goes_on(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "p"
    make_photos(folder, 3)
    whole = jpeg_bytes(50, (640, 480))
    write(folder / "empty.jpg", b"")
    write(folder / "text.jpg", b"this is not a picture " * 50)
    write(folder / "cut.jpg", whole[: len(whole) // 4])
    write(folder / "half.jpg", whole[: len(whole) * 4 // 5])
    summary = run(library, folder)
    assert (summary.indexed, summary.failed) == (4, 3)
    listed = {os.path.basename(one.path): one.code for one in library.problems()}
    assert listed == {
        b"empty.jpg": "photo.empty",
        b"text.jpg": "photo.unreadable",
        b"cut.jpg": "photo.truncated",
        b"half.jpg": "photo.truncated",
    }
    again = run(library, folder)
    assert (again.indexed, again.failed, again.gone) == (0, 0, 0), "nothing is retried for ever"
    assert library.status().waiting == 0


def test_a_mended_file_is_taken_and_its_problem_forgotten(library: Library, tmp_path: Path) -> None:
    make_photos(tmp_path / "p", 1)
    write(tmp_path / "p" / "bad.jpg", b"nothing")
    run(library, tmp_path / "p")
    write(tmp_path / "p" / "bad.jpg", jpeg_bytes(7), age=60)
    assert run(library, tmp_path / "p").indexed == 1
    assert library.problems() == []


def test_retry_reads_a_problem_again(library: Library, tmp_path: Path) -> None:
    make_photos(tmp_path / "p", 1)
    write(tmp_path / "p" / "bad.jpg", b"nothing")
    run(library, tmp_path / "p")
    library.retry_problems()
    assert run(library, tmp_path / "p").failed == 1


def test_a_file_still_growing_is_taken_after_the_quiet_time(library: Library, tmp_path: Path) -> None:
    library.settings.set("watch.quiet_seconds", 6.0)
    folder = tmp_path / "p"
    make_photos(folder, 1)
    whole = jpeg_bytes(8, (640, 480))
    (folder / "growing.jpg").write_bytes(whole[:2000])

    def heard(event: Event) -> None:
        if isinstance(event, Progress) and event.text.startswith("Waiting"):
            (folder / "growing.jpg").write_bytes(whole)

    assert run(library, folder, heard=heard).failed == 0
    settle(folder / "growing.jpg")
    run(library, folder)
    assert library.problems() == []
    assert library.status().embedded == 2


def test_a_photo_that_vanishes_before_it_is_read_is_no_problem(library: Library, tmp_path: Path) -> None:
    made = make_photos(tmp_path / "p", 3)
    gone = {"done": False}

    def heard(event: Event) -> None:
        if isinstance(event, Progress) and event.text == "Getting ready" and not gone["done"]:
            gone["done"] = True
            made[1].unlink()

    library.settings.set("watch.quiet_seconds", 0.1)
    summary = run(library, tmp_path / "p", heard=heard)
    assert (summary.indexed, summary.failed) == (2, 0)
    assert library.problems() == []
    assert run(library).gone == 1


def test_a_cancel_keeps_what_was_committed_and_goes_on_later(library: Library, tmp_path: Path) -> None:
    make_photos(tmp_path / "p", 60)
    token = Token()

    def heard(event: Event) -> None:
        if isinstance(event, Progress) and event.total and event.done >= 0 and event.text == "Indexing":
            token.cancel()

    first = run(library, tmp_path / "p", token=token, heard=heard)
    assert first.stopped
    assert library.status().embedded == first.indexed
    second = run(library, tmp_path / "p")
    assert first.indexed + second.indexed == 60
    assert encoded(library) == 60


def test_the_job_on_the_background_lane_reports_its_summary(library: Library, tmp_path: Path) -> None:
    make_photos(tmp_path / "p", 2)
    library.add_folder(tmp_path / "p")
    heard: list[Event] = []
    job = library.index(None, heard.append)
    assert job.wait(60)
    assert isinstance(heard[-1], Finished)
    assert heard[-1].result.indexed == 2


def test_pausing_commits_and_waits(library: Library, tmp_path: Path) -> None:
    make_photos(tmp_path / "p", 30)
    library.add_folder(tmp_path / "p")
    library.pause()
    job = library.index()
    assert not job.wait(1.0)
    assert library.paused
    library.resume()
    assert job.wait(60)
    assert library.status().embedded == 30


def test_a_new_photo_in_a_watched_folder_appears_by_itself(library: Library, tmp_path: Path) -> None:
    library.settings.set("watch.quiet_seconds", 0.2)
    library.settings.set("watch.poll_seconds", 0.5)
    make_photos(tmp_path / "p", 2)
    run(library, tmp_path / "p")
    library.watch()
    assert until(lambda: [folder.state for folder in library.folders()] == ["live"])
    make_photos(tmp_path / "p" / "new", 3, first=20)
    assert until(lambda: library.status().embedded == 5)
    (tmp_path / "p" / "new").rename(tmp_path / "out")
    assert until(lambda: library.search("a dog").photos_searched == 2)


def test_a_watched_root_that_goes_and_comes_back_is_watched_again(library: Library, tmp_path: Path) -> None:
    library.settings.set("watch.quiet_seconds", 0.2)
    library.settings.set("watch.poll_seconds", 0.4)
    make_photos(tmp_path / "p", 1)
    run(library, tmp_path / "p")
    library.watch()
    assert until(lambda: library.folders()[0].state == "live")
    (tmp_path / "p").rename(tmp_path / "away")
    assert until(lambda: library.folders()[0].state == "offline")
    (tmp_path / "away").rename(tmp_path / "p")
    assert until(lambda: library.folders()[0].state == "live")
    make_photos(tmp_path / "p", 1, first=30)
    assert until(lambda: library.status().embedded == 2)


def test_removing_a_folder_hides_its_photos_and_adding_it_again_loses_nothing(
    library: Library, tmp_path: Path
) -> None:
    make_photos(tmp_path / "p", 3)
    run(library, tmp_path / "p")
    library.remove_folder(tmp_path / "p")
    assert library.search("a dog").photos_searched == 0
    assert library.folders() == []
    assert run(library, tmp_path / "p").indexed == 0
    assert library.search("a dog").photos_searched == 3
    assert encoded(library) == 3


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda path: None, "folder.missing"),
        (lambda path: path.write_bytes(b"x"), "folder.not_a_folder"),
    ],
)
def test_a_wrong_folder_is_refused(library: Library, tmp_path: Path, make, code: str) -> None:
    make(tmp_path / "f")
    with pytest.raises(RecollectError) as caught:
        library.add_folder(tmp_path / "f")
    assert caught.value.code == code


def test_the_librarys_own_folder_is_refused(library: Library) -> None:
    with pytest.raises(RecollectError) as caught:
        library.add_folder(library.home)
    assert caught.value.code == "folder.inside_library"


def test_a_folder_inside_a_known_one_is_that_one(library: Library, tmp_path: Path) -> None:
    make_photos(tmp_path / "p" / "inner", 1)
    outer = library.add_folder(tmp_path / "p")
    assert library.add_folder(tmp_path / "p" / "inner").id == outer.id


def test_odd_names_are_indexed_shown_and_found(library: Library, tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path / "p")
    os.mkdir(folder)
    odd = [b"line\nbreak.jpg", "🐕.jpg".encode(), "\u202ertl.jpg".encode(), b"broken\xff\xfe.jpg"]
    for number, name in enumerate(odd):
        write(os.path.join(folder, name), jpeg_bytes(number))
    assert run(library, Path(os.fsdecode(folder))).indexed == 4
    hits = library.search("a dog")
    rows = library.rows(hits.photo_ids)
    assert sorted(os.path.basename(row.path) for row in rows) == sorted(odd)
    for row in rows:
        with open(library.photo_path(row.id), "rb") as file:
            assert file.read(2) == b"\xff\xd8"
        assert row.name.isprintable() or "\n" in row.name or "\u202e" in row.name
        assert library.similar(row.path).photos_searched == 3


def test_embeddings_match_the_encoder_called_directly(library: Library, tmp_path: Path) -> None:
    make_photos(tmp_path / "p", 3)
    run(library, tmp_path / "p")
    similar = library.similar_picture((tmp_path / "p" / "photo_0001.jpg").read_bytes())
    best = library.rows(similar.photo_ids[:1])[0]
    assert best.name == "photo_0001.jpg"
    assert np.all(np.diff(similar.scores) <= 0)
    encoder = library._models.encoder()
    pixels = decode((tmp_path / "p" / "photo_0001.jpg").read_bytes(), long_side=512).pixels
    direct = encoder.encode_photos([encoder.prepare(pixels)], Turn())[0]
    with library._shared.catalogue.reading() as conn:
        content = photos.rows(conn, [best.id])[0].content_id
    stored = library._models.index().vectors([content])[0]
    assert float(stored @ direct) == pytest.approx(1.0, abs=2e-3)
