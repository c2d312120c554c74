"""The made library tells the truth: every fact it states is read back from its files."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.errors import RecollectError
from core.images.decode import decode
from core.images.fingerprint import fingerprint
from core.images.formats import VIDEO_EXTENSIONS, is_photo, suffix_of
from core.images.metadata import Metadata, read_metadata
from core.images.read import ReadResult, read_photo
from tests.made_albums import SAMPLES
from tests.made_library import MadeLibrary, build

WAYS = {"windows", "iptc", "xmp"}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> MadeLibrary:
    return build(tmp_path_factory.mktemp("made"))


@pytest.fixture(scope="module")
def read(made: MadeLibrary) -> dict[bytes, ReadResult]:
    return {path: read_photo(path, long_side=256) for path in made.photos}


def _bytes(path: bytes) -> bytes:
    return Path(os.fsdecode(path)).read_bytes()


def _distance(one: bytes, other: bytes) -> int:
    return (int.from_bytes(one, "big") ^ int.from_bytes(other, "big")).bit_count()


def test_dates_cameras_and_exposures_are_read_back(made: MadeLibrary, read: dict[bytes, ReadResult]) -> None:
    for path, facts in made.photos.items():
        found: Metadata = read[path].metadata
        said = (found.taken_offset, found.taken_source, found.camera, found.lens, found.exposure)
        camera = facts.camera
        assert said == (
            facts.offset,
            facts.source,
            camera and camera.called,
            camera and camera.lens,
            facts.exposure,
        ), made.name(path)
        assert found.taken_at == pytest.approx(facts.taken_at, abs=0.002), made.name(path)


def test_places_keywords_and_captions_are_read_back(made: MadeLibrary, read: dict[bytes, ReadResult]) -> None:
    for path, facts in made.photos.items():
        found = read[path].metadata
        place = (found.latitude, found.longitude, found.altitude)
        expected = facts.place or (None, None, None)
        assert place == pytest.approx(expected, abs=1e-6), made.name(path)
        assert (found.keywords, found.caption) == (facts.keywords, facts.caption), made.name(path)


def test_sizes_and_formats_are_read_back(made: MadeLibrary, read: dict[bytes, ReadResult]) -> None:
    for path, facts in made.photos.items():
        picture = read[path].picture
        shown = (picture.width, picture.height)
        assert (shown, picture.format, picture.complete) == (facts.size, facts.format, 1.0), made.name(path)


def test_it_holds_what_a_library_of_years_holds(made: MadeLibrary) -> None:
    on_disk = {os.path.join(at, name) for at, _, names in os.walk(os.fsencode(made.folder)) for name in names}
    assert on_disk == set(made.files)
    assert 150 <= len(made.files) <= 170
    years = {datetime.fromtimestamp(taken, UTC).year for taken in made.dates.values()}
    assert min(years) == 2012 and max(years) == 2024 and len(years) >= 8
    assert {"Canon EOS R6", "Fujifilm X-T4", "Apple iPhone 13", "Google Pixel 8"} <= set(made.cameras)
    assert len(made.with_place) >= 30
    assert {facts.place[2] < 0 for facts in made.photos.values() if facts.place} == {True, False}
    ways = {(facts.way, bool(facts.keywords), bool(facts.caption)) for facts in made.photos.values()}
    assert {way for way, keywords, _ in ways if keywords} == WAYS
    assert {way for way, _, caption in ways if caption} == WAYS
    assert {"Katze", "Schnee", "旅行"} <= set(made.keywords)
    formats = {facts.format for facts in made.photos.values()}
    assert formats == {"jpeg", "png", "webp", "raw"} | (set() if "heic" in made.skipped else {"heic"})
    assert {facts.source for facts in made.photos.values()} == {"exif", "xmp", "name", "mtime"}


def test_names_are_as_odd_as_people_and_systems_make_them(made: MadeLibrary) -> None:
    names = {os.path.basename(path) for path in made.files}
    assert {
        name.encode() for name in ("🎂 Geburtstag.jpg", "東京タワー 夜.jpg", "Größe Straße Übung.jpg")
    } <= names
    assert "bad name" in made.skipped or b"caf\xe9 1999.jpg" in names
    assert any(name.endswith(b".JPG") for name in names) and any(b" " in name for name in names)
    assert all(is_photo(path) for path in made.photos)


def test_copies_are_the_same_bytes_and_nothing_else_is(
    made: MadeLibrary, read: dict[bytes, ReadResult]
) -> None:
    groups: dict[bytes, set[bytes]] = {}
    for path in made.photos:
        groups.setdefault(read[path].fingerprint, set()).add(path)
        assert read[path].fingerprint == fingerprint(_bytes(path))
    assert sorted(map(sorted, made.copies)) == sorted(sorted(one) for one in groups.values() if len(one) > 1)
    assert max(map(len, made.copies)) == 4


def test_smaller_versions_look_like_their_photo(made: MadeLibrary, read: dict[bytes, ReadResult]) -> None:
    assert len(made.resaved) == 10
    for path, smaller in made.resaved:
        assert _distance(read[path].look, read[smaller].look) <= 6, made.name(smaller)
        sizes = [(read[one].picture.width, read[one].picture.height) for one in (path, smaller)]
        assert sizes[1] == (sizes[0][0] // 2, sizes[0][1] // 2)
        assert read[smaller].fingerprint != read[path].fingerprint
    sources = [read[smaller].metadata.taken_source for _, smaller in made.resaved]
    assert sources.count("name") == sources.count("exif") == 5


def test_bursts_are_seconds_apart_and_look_alike(made: MadeLibrary, read: dict[bytes, ReadResult]) -> None:
    assert sorted(map(len, made.bursts)) == [3, 3, 4, 5]
    for burst in made.bursts:
        times = [read[path].metadata.taken_at or 0 for path in burst]
        waits = np.diff(times)
        assert ((waits > 0.3) & (waits < 2)).all()
        assert len({read[path].metadata.camera for path in burst}) == 1
        assert all(_distance(read[burst[0]].look, read[path].look) <= 20 for path in burst)
        assert len({read[path].fingerprint for path in burst}) == len(burst)


def test_raw_files_have_a_preview_and_a_sensor_picture_of_the_same_scene(
    made: MadeLibrary, read: dict[bytes, ReadResult]
) -> None:
    import rawpy

    assert len(made.raws) == 3 and len(made.raw_pairs) == 2
    for raw, jpeg in made.raw_pairs:
        assert raw.rpartition(b".")[0] == jpeg.rpartition(b".")[0]
        assert _distance(read[raw].look, read[jpeg].look) <= 2
        assert read[raw].metadata.taken_at == read[jpeg].metadata.taken_at
    with rawpy.imread(os.fsdecode(made.raws[0])) as opened:
        developed = Image.fromarray(opened.postprocess(use_camera_wb=True, no_auto_bright=True))
    shown = Image.fromarray(np.ascontiguousarray(read[made.raws[0]].picture.pixels))
    small = [np.asarray(one.resize((8, 6)), dtype=float).ravel() for one in (developed, shown)]
    assert np.corrcoef(small[0], small[1])[0, 1] > 0.95


def test_photos_taken_on_end_come_upright(made: MadeLibrary) -> None:
    assert len(made.turned) >= 5
    for path in made.turned:
        with Image.open(os.fsdecode(path)) as stored:
            assert stored.getexif()[0x0112] == 6
            lying = np.asarray(stored.convert("RGB").resize((64, 48)), dtype=float)
        upright = decode(_bytes(path), long_side=0).image
        assert upright is not None and upright.height > upright.width
        turned = np.rot90(np.asarray(upright.convert("RGB").resize((48, 64)), dtype=float))
        assert np.abs(lying - turned).mean() < 6


def test_broken_files_are_the_difficulties_that_are_told(made: MadeLibrary) -> None:
    for path, code in made.broken.items():
        with pytest.raises(RecollectError) as raised:
            read_photo(path)
        assert raised.value.code == code, made.name(path)
    (early,) = made.partial
    assert 0.5 <= read_photo(early).picture.complete < 1
    assert {suffix_of(path) for path in made.videos} <= VIDEO_EXTENSIONS


def test_other_programs_read_the_exif_too(made: MadeLibrary) -> None:
    for path, facts in list(made.photos.items())[::9]:
        if facts.source == "exif" and facts.format in ("jpeg", "png", "webp"):
            with Image.open(os.fsdecode(path)) as image:
                tags = image.getexif()
            assert facts.camera is not None and tags[0x0110] == facts.camera.model
            assert tags.get_ifd(0x8769)[0x9003] == facts.clock.strftime("%Y:%m:%d %H:%M:%S")
            assert bool(tags.get_ifd(0x8825)) == bool(facts.place)


def test_the_same_seed_gives_the_same_bytes_and_another_seed_another_library(
    made: MadeLibrary, tmp_path: Path
) -> None:
    again = build(tmp_path / "again", seed=made.seed)
    assert [again.name(path) for path in again.files] == [made.name(path) for path in made.files]
    assert {again.name(path): facts for path, facts in again.photos.items()} == {
        made.name(path): facts for path, facts in made.photos.items()
    }
    for one, other in zip(made.files, again.files, strict=True):
        assert _bytes(one) == _bytes(other), made.name(one)
        assert os.stat(one).st_mtime_ns == os.stat(other).st_mtime_ns
    other_seed = build(tmp_path / "other", SAMPLES, seed=8)
    assert 150 <= len(other_seed.files) <= 170
    assert {other_seed.name(path) for path in other_seed.photos} != {made.name(path) for path in made.photos}
    for path, facts in other_seed.photos.items():
        name = os.path.basename(path).decode("utf-8", "replace")
        found = read_metadata(_bytes(path), name=name, mtime_ns=os.stat(path).st_mtime_ns)
        assert found.taken_at == pytest.approx(facts.taken_at, abs=0.002)


@pytest.mark.slow
def test_the_huge_picture_is_made_only_when_asked_for(tmp_path: Path) -> None:
    made = build(tmp_path, SAMPLES, huge=True)
    assert made.huge is not None
    picture = read_photo(made.huge, long_side=512).picture
    assert picture.width * picture.height == 100_000_000


def test_photos_are_old_enough_not_to_be_taken_for_growing(made: MadeLibrary) -> None:
    assert all(os.stat(path).st_mtime < time.time() - 86_400 for path in made.files)
