"""Searching the parts of photos of a real library: what was looked into, what was not, and parts asked with."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from core.catalogue import photos
from core.errors import RecollectError
from core.jobs import BACKGROUND, Context, Token, Turn
from core.library import Arrangement, Library
from core.library.segmenting import Kept
from core.models import cards
from core.models.cards import Card
from core.models.groups import Groups
from core.query.fragments import with_box, with_points
from core.query.tree import quote
from core.search.bands import centred, neutral_texts
from core.search.hits import REST, Hits
from core.search.search import Finder
from tests.photos import make_photos
from tests.tiny_models import make_tiny, make_tiny_regions

COUNT = 24
Floats = NDArray[np.float32]


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    place = tmp_path_factory.mktemp("models")
    encoder = make_tiny("align", place / "align")
    return encoder, make_tiny_regions(place / "regions", encoder)


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory, models: tuple[Path, Path]) -> tuple[Path, Path]:
    """A library's folder and its photos, none looked into."""
    home, folder = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("photos") / "p"
    make_photos(folder, COUNT)
    library = Library.open(home)
    library.settings.set("model.active", str(models[0]))
    library.settings.set("precision", "fp32")
    library.settings.set("regions.model", str(models[1]))
    library.settings.set("regions.look_inside", False)
    library.settings.set("regions.in_search", False)
    library.add_folder(folder)
    library.index_now(None, Context(Token(), BACKGROUND, lambda event: None, lambda: None))
    library.close()
    return home, folder


@pytest.fixture
def there(indexed: tuple[Path, Path], tmp_path: Path) -> Iterator[Library]:
    shutil.copytree(indexed[0], tmp_path / "home")
    library = Library.open(tmp_path / "home")
    yield library
    library.close()


def contents(library: Library) -> dict[str, int]:
    """File name to content."""
    with library._shared.catalogue.reading() as conn:
        rows = photos.rows(conn, library.all_photos().photo_ids.tolist())
    return {Path(row.path.decode()).name: int(row.content_id or 0) for row in rows}


def words(library: Library, *texts: str) -> Floats:
    """Vectors of parts that look like these texts: without what all texts share, as search compares them."""
    turn = Turn(BACKGROUND)
    shared = library.regions.words.vectors(neutral_texts(), turn).mean(axis=0)
    return centred(library.regions.words.vectors(list(texts), turn), shared)


def look_into(library: Library, names: Sequence[str], things: dict[str, dict[int, Floats]]) -> None:
    """Store four groups of chance for each of these photos, quarters of it, and what is in ``things``."""
    card = library._segmenting.card()
    known = contents(library)
    chance = np.random.default_rng(0)
    quarters = np.kron(np.array([[0, 1], [2, 3]], np.uint8), np.ones((4, 4), np.uint8)) << 5 | 31
    seen = {}
    for name in names:
        rows = chance.normal(size=(4, card.dimension)).astype(np.float32)
        rows /= np.linalg.norm(rows, axis=1, keepdims=True)
        for place, vector in things.get(name, {}).items():
            rows[place] = vector
        groups = Groups(rows, np.full(4, 0.25, np.float32), quarters.astype(np.uint8))
        seen[known[name]] = Kept(rows.astype(np.float16), groups.cells_bytes(), groups)
    library._segmenting.store(card, seen)


def names(library: Library, hits: Hits) -> list[str]:
    return [row.name for row in library.rows(hits.photo_ids.tolist())]


def every(library: Library) -> list[str]:
    return sorted(contents(library))


def test_a_part_is_found_in_the_photos_that_were_looked_into(there: Library) -> None:
    boat, dog = words(there, "red boat", "dog")
    all_names = every(there)
    some, rest = all_names[:16], all_names[16:]
    look_into(there, some, {some[3]: {2: boat}, some[9]: {1: boat, 3: dog}, some[12]: {0: dog}})
    hits = there.search('part:"red boat"')
    assert set(names(there, hits)[:2]) == {some[3], some[9]} and hits.by_regions
    assert sorted(zip(names(there, hits)[:2], hits.regions[:2].tolist(), strict=True)) == sorted(
        [(some[3], 2), (some[9], 1)]
    )
    assert hits.looked == 16 and hits.photos_searched == COUNT and len(hits.photo_ids) == COUNT
    assert sorted(names(there, hits)[16:]) == rest and (hits.bands[16:] == REST).all()
    both = there.search('part:"red boat" part:dog')
    assert names(there, both)[0] == some[9]
    without = names(there, there.search('part:"red boat" -part:dog^3'))
    assert without.index(some[9]) > without.index(some[3])
    fewer = there.search(f'part:"red boat" name:{some[12]}')
    assert names(there, fewer) == [some[12]] and fewer.looked == 1
    newest = there.search('part:"red boat"', arrangement=Arrangement("newest"))
    places = dict(zip(names(there, hits), hits.regions.tolist(), strict=True))
    assert [places[name] for name in names(there, newest)] == newest.regions.tolist()
    assert there.regions.hits(hits.photo_ids[:1].tolist(), hits.regions[:1].tolist(), "red boat")


def test_before_photos_are_looked_into_a_part_is_asked_of_whole_photos(there: Library) -> None:
    part, plain = there.search('part:"red boat"'), there.search('"red boat"')
    assert names(there, part) == names(there, plain) and not part.by_regions and part.looked == 0
    look_into(there, every(there)[:2], {})
    assert not there.search('part:"red boat"').by_regions, "two of 24 say too little"
    look_into(there, every(there)[:3], {})
    assert there.search('part:"red boat"').by_regions


def test_photos_with_a_part_of_a_photo(there: Library, indexed: tuple[Path, Path]) -> None:
    boat = words(there, "red boat")[0]
    all_names = every(there)
    look_into(there, all_names, {all_names[n]: {place: boat} for n, place in ((2, 1), (7, 3), (11, 0))})
    value = with_points(str(indexed[1] / all_names[2]), [(0.9, 0.1)])
    hits = there.search(f"like:{quote(value)}")
    assert hits.by_regions and names(there, hits)[:2] in (
        [all_names[7], all_names[11]],
        [all_names[11], all_names[7]],
    )
    assert all_names[2] not in names(there, hits), "it is no answer to itself"
    assert hits.bands[0] == 0 and len(hits.photo_ids) == COUNT - 1
    mixed = there.search(f"like:{quote(value)} -name:{all_names[7]}")
    assert names(there, mixed)[0] == all_names[11]
    away = there.search(f"dog -like:{quote(value)}^3")
    assert {all_names[7], all_names[11]} <= set(names(there, away)[COUNT // 2 :])
    box = with_box(str(indexed[1] / all_names[2]), (0.1, 0.1, 0.5, 0.5))
    assert there.search(f"like:{quote(box)}").by_regions


def test_with_few_photos_looked_into_the_crop_is_asked_with(
    there: Library, indexed: tuple[Path, Path]
) -> None:
    all_names = every(there)
    look_into(there, all_names[:8], {})
    value = with_points(str(indexed[1] / all_names[2]), [(0.9, 0.1)])
    hits = there.search(f"like:{quote(value)}")
    assert not hits.by_regions and len(hits.photo_ids) == COUNT - 1 and (hits.regions == -1).all()
    whole = there.search(f"like:{quote(str(indexed[1] / all_names[2]))}")
    assert names(there, hits) != names(there, whole), "it is the crop that is asked with"


def test_a_file_with_such_a_name_comes_first(
    there: Library, indexed: tuple[Path, Path], tmp_path: Path
) -> None:
    look_into(there, every(there), {})
    odd = tmp_path / "odd.jpg#at=10,20"
    shutil.copy2(indexed[1] / every(there)[5], odd)
    hits = there.search(f"like:{quote(str(odd))}")
    assert names(there, hits)[0] == every(there)[5] and not hits.by_regions
    shutil.copy2(odd, tmp_path / "odd.jpg")
    odd.unlink()
    assert there.search(f"like:{quote(str(odd))}").by_regions
    (tmp_path / "odd.jpg").write_bytes(b"no photo")
    odd = tmp_path / "odd.jpg#at=30,20"
    with pytest.raises(RecollectError) as raised:
        there.search(f"like:{quote(str(odd))}")
    assert raised.value.code == "photo.asked_with" and "odd.jpg" in str(raised.value)
    (tmp_path / "odd.jpg").unlink()
    with pytest.raises(RecollectError) as raised:
        there.search(f"like:{quote(str(odd))}")
    assert raised.value.code == "photo.not_found"


def test_plain_words_match_parts_where_the_settings_say_so(there: Library) -> None:
    boat = words(there, "red boat")[0]
    last = names(there, there.search('"red boat"'))[-1]
    look_into(there, every(there), {last: {1: boat}})
    before = there.search('"red boat"')
    assert not before.by_regions and names(there, before)[-1] == last
    there.settings.set("regions.in_search", True)
    after = there.search('"red boat"')
    assert after.by_regions and after.looked == COUNT
    place = names(there, after).index(last)
    assert place < COUNT - 1 and after.regions[place] == 1
    assert not there.search("name:*.jpg").by_regions
    there.settings.set("regions.in_search", False)
    assert np.array_equal(there.search('"red boat"').scores, before.scores)


def test_plain_words_open_no_index_of_parts(there: Library) -> None:
    look_into(there, every(there), {})
    there.search("a dog")
    assert there._segmenting._index is None
    there.search("part:dog")
    assert there._segmenting._index is not None


def test_without_a_region_model_whole_photos_answer(
    there: Library, indexed: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str, folder: Path) -> Card:
        raise RecollectError("model.segmenter_missing", name=name)

    monkeypatch.setattr(cards, "find_segmenter", missing)
    there._segmenting.renew()
    assert there.regions.state().state == "missing"
    there.settings.set("regions.in_search", True)
    plain = there.search("dog")
    assert names(there, there.search("part:dog")) == names(there, plain) and not plain.by_regions
    value = with_points(str(indexed[1] / every(there)[2]), [(0.5, 0.5)])
    assert not there.search(f"like:{quote(value)}").by_regions


def test_new_parts_are_found_at_once(there: Library) -> None:
    boat = words(there, "red boat")[0]
    all_names = every(there)
    look_into(there, all_names[:12], {})
    assert there.search("part:boat").looked == 12
    look_into(there, all_names[12:], {all_names[20]: {3: boat}})
    hits = there.search('part:"red boat"')
    assert names(there, hits)[0] == all_names[20] and hits.looked == COUNT


def test_somebody_typing_waits_for_no_measuring(there: Library) -> None:
    boat = words(there, "red boat")[0]
    last = names(there, there.search('"red boat"'))[-1]
    look_into(there, every(there), {last: {1: boat}})
    there.settings.set("regions.in_search", True)
    there._finding.hurried = True
    told = []
    there.on_change(lambda change: told.append(change.kind))
    gate = threading.Event()
    there.lanes.background.submit("hold", lambda context: gate.wait(60))
    before = there.search('"red boat"')
    assert not before.by_regions and told == [], "the index of parts is opened behind it"
    gate.set()
    answers = []
    for _ in range(3):
        there.lanes.background.submit("nothing", lambda context: None, order=9).wait(60)
        answers.append(there.search('"red boat"').by_regions)
    assert not answers[0] and answers[2], "then neutral texts are measured behind it"
    there.lanes.background.submit("nothing", lambda context: None, order=9).wait(60)
    assert told == ["index", "index"], "what is shown is asked for again after each, and then no more"
    inside = there._finding.finder(Turn(BACKGROUND), parts=True).inside
    assert inside is not None and inside.background is not None
    known = inside.background
    assert there.search("part:dog").by_regions and inside.background is known


def test_another_asker_takes_no_parts_away(there: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    look_into(there, every(there), {})
    asked = there.search('part:"red boat"')
    finding, measure = there._finding, there._finding.measure

    def meanwhile(finder: Finder, turn: Turn) -> bool:
        done = measure(finder, turn)
        assert finding.finder(Turn(BACKGROUND)).inside is None, "a sweep asks about whole photos"
        return done

    monkeypatch.setattr(finding, "measure", meanwhile)
    hits = there.search('part:"red boat"')
    assert asked.by_regions and hits.by_regions and hits.looked == COUNT
    assert np.array_equal(hits.photo_ids, asked.photo_ids)


def test_askers_share_what_was_measured(there: Library) -> None:
    look_into(there, every(there), {})
    turn = Turn(BACKGROUND)
    with there._finding.steady():
        one, other = (there._finding.finder(turn, parts=True) for _ in range(2))
        assert there._finding.measure(one, turn)
        assert not there._finding.measure(other, turn), "once is enough"
        later = there._finding.finder(turn)
    assert one.background is not None and one.sample is not None
    assert one.background is other.background is later.background
    assert one.sample is other.sample is later.sample
    assert one.inside is other.inside is not None and later.inside is None


def test_another_encoder_measures_anew(there: Library, tmp_path: Path) -> None:
    look_into(there, every(there), {})
    there.settings.set("regions.in_search", True)
    assert there.search("a dog").by_regions
    other = make_tiny("clip", tmp_path / "clip")
    there.use_model_now(str(other), Context(Token(), BACKGROUND, lambda event: None, lambda: None))
    hits = there.search("a dog")
    assert hits.by_regions and len(hits.photo_ids) == COUNT
    assert there.search("part:dog").by_regions


def test_without_the_encoder_that_names_parts_whole_photos_answer(
    there: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    look_into(there, every(there), {})
    there.settings.set("regions.in_search", True)
    other = make_tiny("clip", tmp_path / "clip")
    there.use_model_now(str(other), Context(Token(), BACKGROUND, lambda event: None, lambda: None))
    there.regions.words._labels_by = None

    def gone(name: str, folder: Path) -> Card:
        raise RecollectError("model.unknown", name=name)

    monkeypatch.setattr(cards, "find_card", gone)
    for text in ("a dog", "part:dog"):
        hits = there.search(text)
        assert len(hits.photo_ids) == COUNT and not hits.by_regions
