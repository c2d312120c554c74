"""The parts of a photo: asked twice, under other names, when things are missing, and asked with."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.catalogue.connect import raw
from core.errors import Cancelled, RecollectError
from core.images.decode import decode
from core.jobs import VIEWER, Token, Turn
from core.labels import vocabularies
from core.labels.vocabularies import Term
from core.library import Library, RegionInfo
from core.library.segmenting import Kept
from core.models import cards
from core.models.groups import SUREST, Groups, Segmentation, compact
from core.query.fragments import Fragment, split
from core.query.parse import parse
from tests.photos import jpeg_bytes, make_photos, write

TURN = Turn(VIEWER)


def photo(library: Library, number: int = 0) -> int:
    return int(library.all_photos().photo_ids[number])


def content(library: Library, photo_id: int) -> int:
    with library._shared.catalogue.reading() as conn:
        sql = "SELECT content_id FROM photos WHERE id = ?"
        return int(raw(conn).execute(sql, (photo_id,)).fetchone()[0])


def stored(library: Library) -> int:
    with library._shared.catalogue.reading() as conn:
        return int(raw(conn).execute("SELECT count(*) FROM groups").fetchone()[0])


def groups(library: Library, photo_id: int) -> Groups:
    return library._segmenting.groups([content(library, photo_id)])[content(library, photo_id)]


def no_network(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any) -> list[Segmentation]:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(library._segmenting.segmenter(), "segment", refuse)


def test_the_regions_are_those_of_the_network(looking: Library) -> None:
    one = photo(looking)
    found = looking.regions.of(one)
    data = looking.thumbnail(one)
    assert data is not None
    segmenter = looking._segmenting.segmenter()
    prepared = segmenter.prepare(decode(data, long_side=0).pixels)
    expected = compact(segmenter.segment([prepared], TURN)[0])
    assert np.array_equal(groups(looking, one).cells, expected.cells)
    assert (found.photo_id, found.vocabulary, found.finer) == (one, "voc", False)
    assert found.model == looking._segmenting.card().name
    assert found.planes.shape == (len(found.regions), *expected.cells.shape)
    names = {"", *(term.text for term in looking.regions.words.terms("voc"))}
    assert found.regions and {region.label for region in found.regions} <= names
    assert sorted(place for region in found.regions for place in region.groups) == list(
        range(len(expected.embeddings))
    )
    shares = [region.share for region in found.regions]
    assert shares == sorted(shares, reverse=True) and 0 < sum(shares) <= 1
    for number, region in enumerate(found.regions):
        assert found.at(*region.point) == number
    assert found.at(1.2, 0.5) is None


def test_a_second_question_and_other_names_run_no_network(
    looking: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = photo(looking)
    first = looking.regions.of(one)
    no_network(looking, monkeypatch)
    again = looking.regions.of(one)
    assert again.regions == first.regions and np.array_equal(again.planes, first.planes)
    other = looking.regions.of(one, terms=["dog", "dog", " DOG ", "snow"])
    assert {region.label for region in other.regions} <= {"dog", "snow", ""}
    assert looking.regions.of(one, language="de").regions[0].label == first.regions[0].label


def test_what_was_seen_is_there_after_a_restart(looking: Library, own_home: Path) -> None:
    one = photo(looking)
    first = looking.regions.of(one)
    looking.close()
    with Library.open(own_home) as again:
        assert again.regions.state().looked == 1
        assert again.regions.of(one).regions == first.regions
        assert not again._segmenting.loaded and not again.warm, "words and groups were remembered"


def test_a_damaged_row_is_looked_into_again(looking: Library, own_home: Path) -> None:
    one, other = photo(looking), photo(looking, 1)
    first, second = looking.regions.of(one), looking.regions.of(other)
    with looking._shared.catalogue.writing() as conn:
        raw(conn).execute(
            "UPDATE groups SET cells = X'0102030405ff' WHERE content_id = ?", (content(looking, one),)
        )
        raw(conn).execute(
            "UPDATE groups SET vectors = X'00' WHERE content_id = ?", (content(looking, other),)
        )
    looking.close()
    with Library.open(own_home) as again:
        assert again.regions.of(one).regions == first.regions
        assert again.regions.of(other).regions == second.regions
        assert again._segmenting.loaded and stored(again) == 2
        assert groups(again, one) and again.check() == []


def test_a_check_finds_and_mends_a_map_that_cannot_be_read(looking: Library) -> None:
    one = photo(looking)
    first = looking.regions.of(one)
    looking.regions.of(photo(looking, 1))
    assert looking.check() == []
    with looking._shared.catalogue.writing() as conn:
        raw(conn).execute(
            "UPDATE groups SET cells = X'0102030405ff' WHERE content_id = ?", (content(looking, one),)
        )
    for repair in (False, True):
        (found,) = looking.check(repair=repair)
        assert (found.what, found.count) == ("Photos whose parts cannot be read", 1)
        assert found.wrong and found.mended is repair and stored(looking) == 2 - repair
    assert looking.check() == []
    assert looking.regions.of(one).regions == first.regions and stored(looking) == 2


def test_a_photo_that_is_not_there(looking: Library) -> None:
    one = photo(looking)
    with looking._shared.catalogue.writing() as conn:
        raw(conn).execute("UPDATE photos SET gone_at = 1 WHERE id = ?", (one,))
    for which in (one, 12_345, b"/no/such.jpg"):
        for ask in (looking.regions.of_file, lambda which: looking.regions.box(which, (0, 0, 1, 1))):
            with pytest.raises(RecollectError) as caught:
                ask(which)  # type: ignore[operator]
            assert caught.value.code == "photo.not_found"
    assert looking.regions.hits([one, 12_345], [0, 0]) == {}


def test_a_photo_that_goes_between_click_and_answer(
    looking: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = photo(looking)
    segmenter = looking._segmenting.segmenter()
    segment = segmenter.segment

    def slow(batch: Sequence[Any], turn: Turn) -> list[Segmentation]:
        with looking._shared.catalogue.writing() as conn:
            raw(conn).execute("DELETE FROM photos WHERE id = ?", (one,))
        looking._shared.drop_orphans()
        return segment(batch, turn)

    monkeypatch.setattr(segmenter, "segment", slow)
    with pytest.raises(RecollectError) as caught:
        looking.regions.of(one)
    assert caught.value.code == "photo.not_found"
    assert stored(looking) == 0 and looking._shared.catalogue.check() == []
    assert looking.regions.state().photos == 7


def test_a_new_photo_is_not_taken_for_one_that_was_forgotten(looking: Library, tmp_path: Path) -> None:
    one = max(looking.all_photos().photo_ids.tolist(), key=lambda photo_id: content(looking, photo_id))
    looking.regions.of(one)
    before = looking.regions.why(one, "dog").heat
    number = content(looking, one)
    with looking._shared.catalogue.writing() as conn:
        raw(conn).execute("DELETE FROM photos WHERE id = ?", (one,))
    looking._shared.drop_orphans()
    make_photos(tmp_path / "new", 1, first=70)
    looking.add_folder(tmp_path / "new")
    looking.index_now([tmp_path / "new"], _context())
    (new,) = [key for key in looking.all_photos().photo_ids.tolist() if b"/new/" in looking.photo_path(key)]
    assert content(looking, new) == number, "the number is given again"
    data = looking.thumbnail(new)
    assert data is not None
    segmenter = looking._segmenting.segmenter()
    prepared = segmenter.prepare(decode(data, long_side=0).pixels)
    looking.regions.of(new)
    assert not np.array_equal(looking.regions.why(new, "dog").heat, before)
    assert np.array_equal(groups(looking, new).cells, compact(segmenter.segment([prepared], TURN)[0]).cells)


def test_an_index_that_is_not_open_hears_of_what_is_seen_again(looking: Library, own_home: Path) -> None:
    first = photo(looking)
    looking.regions.of(first)
    number = content(looking, first)
    card = looking._segmenting.card()
    with looking._segmenting.steady():
        before = looking._segmenting.index().vectors([number << 3])[0]
    looking.close()
    with Library.open(own_home) as again:
        other = Groups(-before[None], np.ones(1, np.float32), np.full((4, 4), SUREST, np.uint8))
        seen = Kept(other.embeddings.astype(np.float16), other.cells_bytes(), other)
        assert again._segmenting._index is None
        again._segmenting.store(card, {number: seen})
        with again._segmenting.steady():
            index = again._segmenting.index()
            assert index.vectors([number << 3])[0] @ before < -0.9
            assert index.has([number << 3, (number << 3) + 1]).tolist() == [True, False]


def test_a_cancelled_click_stores_nothing(looking: Library) -> None:
    turn = Turn(VIEWER, Token())
    turn.token.cancel()
    with pytest.raises(Cancelled):
        looking.regions.of(photo(looking), turn)
    assert stored(looking) == 0


def test_without_a_region_model(
    looking: Library, monkeypatch: pytest.MonkeyPatch, said: list[RecollectError]
) -> None:
    monkeypatch.setattr(cards, "starter_regions_card", lambda cache=None: None)
    for chosen in ("starter-regions", "/no/such/model"):
        looking.settings.set("regions.model", chosen)
        looking.lanes.background.submit("wait", lambda _: None).wait()
        state = looking.regions.state()
        assert (state.state, state.looked, state.photos) == ("missing", 0, 8)
        with pytest.raises(RecollectError) as caught:
            looking.regions.of(photo(looking))
        assert caught.value.code == "model.segmenter_missing"
        assert looking.regions.hits([photo(looking)], [0]) == {}
        looking.regions.learn(TURN)
    assert not said and looking.search("a dog").photos_searched == 8


def test_a_chosen_model_that_is_gone_gives_way_to_the_built_in_one(
    looking: Library, monkeypatch: pytest.MonkeyPatch, said: list[RecollectError], made: Any
) -> None:
    built_in = cards.find_segmenter(str(made.other_regions), looking.home / "models")
    monkeypatch.setattr(cards, "starter_regions_card", lambda cache=None: built_in)
    looking.settings.set("regions.model", "/no/such/model")
    looking.lanes.background.submit("wait", lambda _: None).wait()
    assert looking.regions.of(photo(looking)).model == built_in.name
    assert [error.code for error in said] == ["model.missing"]


def test_a_damaged_model_says_so(
    looking: Library,
    monkeypatch: pytest.MonkeyPatch,
    said: list[RecollectError],
    made: Any,
    tmp_path: Path,
) -> None:
    broken = tmp_path / "broken"
    shutil.copytree(made.regions, broken)
    (broken / "recollect.json").write_text("{")

    def built_in(cache: Path | None = None) -> Any:
        return cards.as_segmenter(cards.read_card(broken))

    monkeypatch.setattr(cards, "starter_regions_card", built_in)
    for chosen in ("starter-regions", str(broken)):
        looking.settings.set("regions.model", chosen)
        looking.lanes.background.submit("wait", lambda _: None).wait()
        assert looking.regions.state().state == "damaged"
        with pytest.raises(RecollectError) as caught:
            looking.regions.of(photo(looking))
        assert caught.value.code == "model.damaged"
    assert not said and looking.search("a dog").photos_searched == 8


def test_a_drive_that_is_away_and_a_thumbnail_that_is_gone(looking: Library, tmp_path: Path) -> None:
    make_photos(tmp_path / "drive", 2, first=50)
    looking.add_folder(tmp_path / "drive")
    looking.index_now([tmp_path / "drive"], _context())
    away, unseen = (looking._shared.home, looking.all_photos().photo_ids)
    ids = [int(one) for one in unseen if b"/drive/" in looking.photo_path(int(one))]
    first = looking.regions.of(ids[0])
    shutil.rmtree(away / "thumbnails")
    assert looking.regions.of(ids[1]).regions, "read from the file"
    (tmp_path / "drive").rename(tmp_path / "elsewhere")
    looking._segmenting._memory.clear()
    assert looking.regions.of(ids[0]).regions == first.regions
    assert looking.regions.finer(ids[1]).finer, "from the thumbnail that was made again"
    assert looking.regions.box(ids[1], (0.2, 0.2, 0.5, 0.5)).share == pytest.approx(0.25)


def _context() -> Any:
    from core.jobs import BACKGROUND, Context

    return Context(Token(), BACKGROUND, lambda event: None, lambda: None)


def test_a_library_that_may_only_be_read(looking: Library, own_home: Path) -> None:
    seen, unseen = photo(looking), photo(looking, 1)
    first = looking.regions.of(seen)
    with Library.open(own_home) as second:
        assert second.read_only
        assert second.regions.of(seen).regions == first.regions
        found = second.regions.of(unseen)
        assert found.regions and stored(second) == 1
        second._segmenting.segmenter().close()
        assert second.regions.of(unseen).regions == found.regions, "remembered while the program runs"
        with second._segmenting.steady():
            before = second._segmenting.index().count
            looking.regions.of(photo(looking, 2))
            assert second._segmenting.index().count > before, "what another process stores is found"
        with pytest.raises(RecollectError) as caught:
            second.look_inside_now(_context())
        assert caught.value.code == "catalogue.read_only"


def test_a_file_outside_the_library(looking: Library, tmp_path: Path) -> None:
    write(tmp_path / "other.jpg", jpeg_bytes(99))
    found = looking.regions.of_file(tmp_path / "other.jpg")
    assert found.photo_id == 0 and found.regions and stored(looking) == 0
    assert looking.regions.of_file(os.fsencode(tmp_path / "other.jpg")).regions == found.regions
    inside = looking.photo_path(photo(looking))
    assert looking.regions.of_file(inside).photo_id == photo(looking) and stored(looking) == 1
    write(tmp_path / "broken.jpg", b"\xff\xd8\xff not a picture")
    with pytest.raises(RecollectError) as caught:
        looking.regions.of_file(tmp_path / "broken.jpg")
    assert caught.value.code.startswith("photo.")


# vocabularies


def test_a_list_of_ones_own(looking: Library) -> None:
    one = photo(looking)
    with pytest.raises(RecollectError) as caught:
        looking.regions.of(one, vocabulary="own")
    assert caught.value.code == "labels.empty_vocabulary" and looking.regions.own_text() == ""
    looking.regions.set_own_text("teapot\nRegenschirm\n雨伞\n")
    found = looking.regions.of(one, vocabulary="own")
    assert {region.label for region in found.regions} <= {"teapot", "Regenschirm", "雨伞", ""}
    with pytest.raises(RecollectError) as caught:
        looking.regions.set_own_text("fine\n" + "x" * 10_000)
    assert caught.value.code == "labels.bad_vocabulary" and caught.value.facts["line"] == 2
    assert looking.regions.own_text() == "teapot\nRegenschirm\n雨伞\n"
    infos = {info.name: info for info in looking.regions.vocabularies("de")}
    assert (infos["own"].terms, infos["coco"].terms, infos["voc"].terms) == (3, 80, 20)
    assert infos["everyday"].shown == "Alltägliches" and infos["everyday"].terms > 200
    (looking.home / "regions.txt").write_bytes(b"\xff\xfe")
    with pytest.raises(RecollectError):
        looking.regions.of(one, vocabulary="own")
    assert {info.name: info.terms for info in looking.regions.vocabularies()}["own"] == 0


def test_a_list_of_ones_own_is_read_once_and_again_when_it_changed(
    looking: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    words, parse, parsed = looking.regions.words, vocabularies.parse_bytes, [0]

    def counted(data: bytes) -> list[Term]:
        parsed[0] += 1
        return parse(data)

    monkeypatch.setattr(vocabularies, "parse_bytes", counted)
    looking.regions.set_own_text("teapot\nkettle\n")
    for _ in range(3):
        assert [term.text for term in words.terms("own")] == ["teapot", "kettle"]
    assert parsed == [1]
    looking.regions.set_own_text("kettle\nteapot\n")  # as long as before
    assert [term.text for term in words.terms("own")] == ["kettle", "teapot"]
    (looking.home / "regions.txt").unlink()
    with pytest.raises(RecollectError) as caught:
        words.terms("own")
    assert caught.value.code == "labels.empty_vocabulary"


@pytest.mark.parametrize(
    ("terms", "code"),
    [
        ([], "labels.empty_vocabulary"),
        (["", "  "], "labels.empty_vocabulary"),
        (["x" * 10_000], "labels.bad_vocabulary"),
        ([f"word {i}" for i in range(5001)], "labels.bad_vocabulary"),
    ],
)
def test_words_that_cannot_be_taken(looking: Library, terms: list[str], code: str) -> None:
    with pytest.raises(RecollectError) as caught:
        looking.regions.of(photo(looking), terms=terms)
    assert caught.value.code == code
    with pytest.raises(RecollectError) as caught:
        looking.regions.of(photo(looking), vocabulary="klingon")
    assert caught.value.code == "settings.bad_value"


def test_words_are_means_over_the_templates_and_kept(
    looking: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = looking.regions.words
    card = looking._segmenting.card()
    monkeypatch.setattr(type(words), "templates", ("a photo of {}", "two {} in snow"))
    found = words.vectors(["dog", "cat", "dog"], TURN)
    plain = words.encode_texts(["a photo of cat", "two cat in snow"], TURN).mean(axis=0)
    assert np.allclose(found[1], plain / np.linalg.norm(plain), atol=1e-5)
    assert np.array_equal(found[0], found[2]) and found.shape == (3, card.dimension)
    words._known.clear()
    known = words.known(["cat", "dog"])
    assert known is not None and np.allclose(known, found[[1, 0]], atol=1e-6)
    assert words.known(["cat", "horse"]) is None


def test_a_model_with_words_of_its_own(looking: Library, tmp_path: Path) -> None:
    from tests.tiny_models import make_tiny

    looking.settings.set("regions.model", str(make_tiny("groupvit", tmp_path / "groupvit")))
    looking.lanes.background.submit("wait", lambda _: None).wait()
    one = photo(looking)
    found = looking.regions.of(one)
    segmenter = looking._segmenting.segmenter()
    assert found.regions and looking.regions.words.templates == ("a photo of a {}.",)
    expected = segmenter.encode_texts(["red"], TURN)
    assert np.allclose(looking.regions.words.encode_texts(["red"], TURN), expected, atol=1e-5)
    assert looking.regions.state().looked == 1


def test_a_model_changed_between_looking_and_naming(
    looking: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.tiny_models import make_tiny

    one, other = photo(looking), str(make_tiny("groupvit", tmp_path / "groupvit"))
    before, sight = looking.regions.of(one), looking.regions._sight.groups
    renewed = []

    def seen(*arguments: Any) -> Groups:
        found = sight(*arguments)
        looking.settings.set("regions.model", other)
        renewed.append(looking.lanes.background.submit("wait", lambda _: None))
        assert not renewed[0].wait(0.3), "the model changed while a photo was looked into"
        return found

    monkeypatch.setattr(looking.regions._sight, "groups", seen)
    found = looking.regions.of(one)
    assert found.model == before.model and found.regions == before.regions
    monkeypatch.undo()
    assert renewed[0].wait(30)
    assert looking.regions.of(one).model != before.model


def test_a_model_changed_while_its_card_is_read(
    looking: Library, made: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    looking.settings.set("regions.model", str(made.regions))
    looking.lanes.background.submit("wait", lambda _: None).wait()
    find = cards.find_segmenter

    def slow(name: str, folder: Path) -> cards.Card:
        monkeypatch.undo()
        looking.settings.set("regions.model", str(made.other_regions))
        looking.lanes.background.submit("wait", lambda _: None).wait()
        return find(name, folder)

    monkeypatch.setattr(cards, "find_segmenter", slow)
    assert looking._segmenting.card().id == cards.find_segmenter(str(made.regions), looking.home).id
    assert looking._segmenting.card().id == cards.find_segmenter(str(made.other_regions), looking.home).id


def test_the_first_look_waits_for_no_measuring(looking: Library, own_home: Path) -> None:
    (own_home / "cache" / "plans.json").unlink()
    one, other = photo(looking), photo(looking, 1)
    found = looking.regions.of(one)
    plain = looking._segmenting.segmenter()
    assert not plain.settled and plain.plan.photos_per_s == 0
    prepared = [plain.prepare(np.full((40, 60, 3), 90, np.uint8))]
    (seen,) = plain.segment(prepared, TURN)
    looking.regions.measure()
    measured = looking._segmenting.segmenter()
    assert measured is not plain and measured.settled and measured.plan.photos_per_s > 0
    assert np.allclose(measured.segment(prepared, TURN)[0].embeddings, seen.embeddings, atol=1e-4)
    assert looking.regions.of(one).regions == found.regions and looking.regions.of(other).regions
    looking.regions.measure()
    assert looking._segmenting.segmenter() is measured, "once is enough"
    with Library.open(own_home) as again:
        again.regions.of(one)
        again._segmenting._memory.clear()
        assert again._segmenting.segmenter().plan == measured.plan


@pytest.fixture
def meanwhile(looking: Library, monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], object]], None]:
    """``meanwhile(work)``: that is done while the model is next loaded."""
    load = looking._segmenting._load

    def arranged(work: Callable[[], object]) -> None:
        def slow(card: cards.Card, *, hurried: bool) -> Any:
            loaded = load(card, hurried=hurried)
            monkeypatch.setattr(looking._segmenting, "_load", load)
            work()
            return loaded

        monkeypatch.setattr(looking._segmenting, "_load", slow)

    return arranged


@pytest.mark.parametrize("used", [True, False])
def test_a_model_changed_while_another_is_measured(
    looking: Library, made: Any, own_home: Path, meanwhile: Callable[..., None], used: bool
) -> None:
    (own_home / "cache" / "plans.json").unlink()
    if used:
        looking.regions.of(photo(looking))

    def change() -> None:
        looking.settings.set("regions.model", str(made.other_regions))
        looking.lanes.background.submit("wait", lambda _: None).wait()

    meanwhile(change)
    looking._segmenting.measure()
    assert not looking._segmenting.loaded, "nobody has asked the other one yet"
    looking.regions.of(photo(looking))
    assert looking._segmenting.segmenter().card.id == looking._segmenting.card().id


def test_one_loaded_in_a_hurry_meanwhile_gives_way(
    looking: Library, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (own_home / "cache" / "plans.json").unlink()
    load, quick = looking._segmenting._load, list[Any]()

    def slow(card: cards.Card, *, hurried: bool) -> Any:
        monkeypatch.setattr(looking._segmenting, "_load", load)
        quick.append(looking._segmenting.segmenter())
        return load(card, hurried=hurried)

    monkeypatch.setattr(looking._segmenting, "_load", slow)
    looking._segmenting.measure()
    assert not quick[0].settled and looking._segmenting.segmenter().settled


def test_a_model_nobody_uses_is_not_loaded_to_be_measured(looking: Library) -> None:
    looking.regions.measure()
    assert not looking._segmenting.loaded


# asking for more


def test_what_is_asked_names_each_group(looking: Library) -> None:
    one = photo(looking)
    found = looking.regions.of(one)
    places = groups(looking, one).cells >> 5
    for chosen in ([found.regions[0]], list(found.regions)):
        (part,) = parse(looking.regions.asked(one, chosen)).parts
        path, aimed = split(part.value)
        assert os.fsencode(path) == looking.photo_path(one) and aimed is not None
        rows, columns = places.shape
        at = [int(places[int(y * rows), int(x * columns)]) for x, y in aimed.points]
        assert sorted(at) == sorted(group for region in chosen for group in region.groups)
    box = looking.regions.box(one, (0.125, 0.25, 0.5, 0.5))
    assert box.groups == () and box.point == (0.375, 0.5)
    parts = parse(looking.regions.asked(one, [found.regions[0], box])).parts
    assert len(parts) == 2
    aimed = split(parts[1].value)[1]
    assert aimed is not None and aimed.box == pytest.approx((0.125, 0.25, 0.5, 0.5))


def test_finer_regions_name_the_stored_groups_they_are(looking: Library) -> None:
    one = photo(looking)
    found = looking.regions.finer(one)
    known = groups(looking, one)
    assert found.finer and stored(looking) == 1
    assert found.planes.shape[1] > known.cells.shape[0]
    for region in found.regions:
        assert set(region.groups) <= set(range(len(known.embeddings)))
    asked = looking.regions.asked(one, found.regions[:1])
    assert parse(asked).parts
    again = looking.regions.finer(one, vocabulary="coco")
    assert again.planes.shape[1:] == found.planes.shape[1:]


def test_the_vector_of_a_region(looking: Library) -> None:
    one = photo(looking)
    found = looking.regions.of(one)
    known = groups(looking, one)
    space = looking._segmenting.card().id
    for region in found.regions:
        (part,) = parse(looking.regions.asked(one, [region])).parts
        aimed = split(part.value)[1]
        assert aimed is not None
        got = looking.regions.region_vector(looking.photo_path(one), aimed, TURN)
        assert got is not None and got[1] == space
        mean = known.embeddings[list(region.groups)].mean(axis=0)
        assert np.allclose(got[0], mean / np.linalg.norm(mean), atol=1e-5)
    boxed = looking.regions.region_vector(one, Fragment(box=(0.1, 0.1, 0.6, 0.6)), TURN)
    assert boxed is not None and np.linalg.norm(boxed[0]) == pytest.approx(1, abs=1e-4)
    whole = looking.regions.crop(one, Fragment(box=(0.0, 0.0, 1.0, 1.0)), TURN)
    assert whole.shape == (64, 96, 3)
    part_ = looking.regions.crop(one, Fragment(box=(0.5, 0.0, 0.5, 0.5)), TURN)
    assert np.array_equal(part_, whole[:32, 48:])
    assert looking.regions.crop(one, Fragment(points=(found.regions[0].point,)), TURN).size


def test_a_region_is_cropped_without_a_region_model(
    looking: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cards, "starter_regions_card", lambda cache=None: None)
    looking.settings.set("regions.model", "starter-regions")
    looking.lanes.background.submit("wait", lambda _: None).wait()
    crop = looking.regions.crop(photo(looking), Fragment(points=((0.5, 0.5),)), TURN)
    assert crop.shape == (26, 40, 3)


def test_the_part_that_a_hit_is(looking: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other, unseen = photo(looking), photo(looking, 1), photo(looking, 2)
    found = looking.regions.of(one)
    looking.regions.of(other)
    ids, places = [one, other, unseen, one + 10_000], [0, 7, 0, 0]
    hits = looking.regions.hits(ids, places, "red ball")
    assert sorted(hits) == [one]
    region: RegionInfo = next(region for region in found.regions if 0 in region.groups)
    assert hits[one].label == (region.shown or "red ball")
    assert hits[one].box == region.box
    single = looking.regions.hit(one, 0)
    assert single is not None and np.array_equal(single.plane, hits[one].plane)
    assert looking.regions.hit(one, -1) is None and looking.regions.hit(unseen, 0) is None
    looking.settings.set("regions.vocabulary", "coco")
    assert looking.regions.hits([one], [0], "red ball")[one].label == "red ball", "no network for names"
    named = looking.regions.hits([one], [0], "red ball", turn=TURN)[one].label
    assert named in {term.text for term in looking.regions.words.terms("coco")} | {"red ball"}
    assert looking.regions.hits([one], [0], "red ball")[one].label == named
    looking.settings.set("regions.vocabulary", "own")
    assert looking.regions.hits([one], [0], "x")[one].label == "x", "an empty list keeps nobody from hits"
