"""The parts of photos under bad input: odd pictures, lists and points, things that go meanwhile, no memory."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from core.catalogue.connect import raw
from core.catalogue.lock import WriterLock
from core.errors import Cancelled, RecollectError
from core.jobs import BACKGROUND, VIEWER, Context, Token, Turn
from core.labels.rle import from_rle
from core.labels.vocabularies import MOST_TERMS
from core.library import Library, PhotoRegions
from core.models import download
from core.models.device import is_out_of_memory
from core.models.groups import Segmentation
from core.query.fragments import Fragment
from tests.photos import picture, write
from tests.small_hub import Hub
from tests.tiny_models import make_tiny

TURN = Turn(VIEWER)
GROUPVIT = "nvidia/groupvit-gcc-yfcc"
NO_ROOM = "CUDA out of memory. Tried to allocate 2.00 GiB"


def photo(library: Library, number: int = 0) -> int:
    return int(library.all_photos().photo_ids[number])


def background() -> Context:
    return Context(Token(), BACKGROUND, lambda event: None, lambda: None)


def settled(library: Library) -> None:
    assert library.lanes.background.submit("wait", lambda _: None, order=99).wait(60)


def encoded(image: Image.Image, form: str, **options: Any) -> bytes:
    stream = io.BytesIO()
    image.save(stream, form, **options)
    return stream.getvalue()


def colours(width: int, height: int) -> Image.Image:
    return picture(5, (max(width, 8), max(height, 8))).resize((width, height)).convert("RGB")


def transparent() -> Image.Image:
    image = colours(60, 40)
    image.putalpha(Image.linear_gradient("L").resize((60, 40)))
    return image


ODD = {
    "one pixel.png": encoded(colours(1, 1), "PNG"),
    "panorama.jpg": encoded(colours(800, 40), "JPEG"),
    "tower.jpg": encoded(colours(40, 800), "JPEG"),
    "one bit.png": encoded(colours(60, 40).convert("1"), "PNG"),
    "grey.jpg": encoded(colours(60, 40).convert("L"), "JPEG"),
    "deep grey.png": encoded(Image.fromarray(np.arange(2400, dtype=np.uint16).reshape(40, 60) * 27), "PNG"),
    "palette.gif": encoded(colours(60, 40).convert("P"), "GIF"),
    "transparent.png": encoded(transparent(), "PNG"),
    "animated.gif": encoded(
        colours(60, 40), "GIF", save_all=True, append_images=[colours(60, 40).rotate(180)]
    ),
    "animated.webp": encoded(
        colours(60, 40), "WEBP", save_all=True, append_images=[colours(60, 40).rotate(180)]
    ),
}


@pytest.mark.parametrize("name", ODD)
def test_any_picture_has_parts(looking: Library, tmp_path: Path, name: str) -> None:
    write(tmp_path / name, ODD[name])
    with Image.open(io.BytesIO(ODD[name])) as opened:
        width, height = opened.size
    for finer in {False, max(width, height) not in range(2, 100)}:
        found = looking.regions.of_file(tmp_path / name, finer=finer)
        assert found.regions and 0.9 < sum(one.share for one in found.regions) <= 1.001
        for number, one in enumerate(found.regions):
            left, top, wide, high = one.box
            assert found.at(*one.point) == number
            assert 0 <= left < left + wide <= 1.001 and 0 <= top < top + high <= 1.001
        masks = [from_rle(one) for one in looking.regions.files.masks(found, tmp_path / name)]
        assert masks and all(mask.shape == (height, width) for mask in masks)
        assert np.sum(masks, axis=0).max() == 1, "each pixel is in one region at most"
    looking.regions.files.draw(found, tmp_path / name, tmp_path / "drawn.png")
    with Image.open(tmp_path / "drawn.png") as drawn:
        assert drawn.height > height
    boxed = looking.regions.box(tmp_path / name, (0.25, 0.25, 0.5, 0.5))
    assert boxed.share == pytest.approx(0.25) and boxed.groups == ()
    assert looking.regions.box(tmp_path / name, (0.5, 0.5, 0.0, 0.0)).share == 0.0
    assert looking.regions.box(tmp_path / name, (-1, -1, 9, 9)).box == (0, 0, 1, 1)


def test_the_first_picture_of_an_animation_is_seen(looking: Library, tmp_path: Path) -> None:
    write(tmp_path / "animated.gif", ODD["animated.gif"])
    write(tmp_path / "still.gif", encoded(colours(60, 40), "GIF"))
    still = looking.regions.of_file(tmp_path / "still.gif")
    assert np.array_equal(looking.regions.of_file(tmp_path / "animated.gif").planes, still.planes)


def test_any_picture_is_looked_into(looking: Library, tmp_path: Path) -> None:
    (tmp_path / "odd").mkdir()
    for name, data in ODD.items():
        write(tmp_path / "odd" / name, data)
    looking.add_folder(tmp_path / "odd")
    looking.index_now([tmp_path / "odd"], background())
    known = looking.regions.state().photos
    assert known == 8 + len(ODD)
    done = looking.look_inside_now(background())
    assert (done.looked, done.failed, done.waiting) == (known, 0, 0)
    for name in ODD:
        found = looking.regions.of_file(tmp_path / "odd" / name)
        assert found.photo_id and found.regions


def test_finer_outlines_are_seen_in_a_larger_picture(
    looking: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not in one that was made as small as the network's own square and then enlarged."""
    segmenter = looking._segmenting.segmenter()
    (tmp_path / "large").mkdir()
    write(tmp_path / "large" / "large.jpg", encoded(colours(1500, 1000), "JPEG"))
    looking.add_folder(tmp_path / "large")
    looking.index_now([tmp_path / "large"], background())
    seen: list[tuple[int, ...]] = []
    finer = segmenter.finer

    def watched(pixels: Any, turn: Turn) -> Segmentation:
        seen.append(pixels.shape)
        return finer(pixels, turn)

    monkeypatch.setattr(segmenter, "finer", watched)
    assert segmenter.finer_side >= 1.5 * segmenter.input_side
    looking.regions.of_file(tmp_path / "large" / "large.jpg", finer=True)
    ((height, width, _),) = seen
    assert segmenter.finer_side <= height < 1000 and width < 1500


# lists of names

SCRIPTS = ["Hund", "собака", "狗", "いぬ", "개", "كلب", "כלב", "कुत्ता", "หมา", "σκύλος", "🐕", "red umbrella"]


def asked(library: Library, names: Sequence[str], tmp_path: Path) -> PhotoRegions:
    """Through a file, as the command line does."""
    (tmp_path / "names.txt").write_text("\n".join(names), "utf-8")
    return library.regions.of(photo(library), terms=library.regions.files.names(tmp_path / "names.txt"))


def test_names_in_any_script_and_twice(looking: Library, tmp_path: Path) -> None:
    found = asked(looking, SCRIPTS, tmp_path)
    assert {one.label for one in found.regions} <= {*SCRIPTS, ""}
    others = {other.label for one in found.regions for other in one.alternatives}
    assert others and others <= set(SCRIPTS)
    again = asked(looking, [*SCRIPTS, *SCRIPTS, "HUND", " hund "], tmp_path)
    assert again.regions == found.regions and np.array_equal(again.planes, found.planes)


def test_five_thousand_names_and_one_more(looking: Library, tmp_path: Path) -> None:
    names = [f"thing {number}" for number in range(MOST_TERMS)]
    found = asked(looking, names, tmp_path)
    assert {one.label for one in found.regions} <= {*names, ""}
    for one in found.regions:
        assert len(one.alternatives) == 3 and 0 <= one.score <= 1
    with pytest.raises(RecollectError) as caught:
        asked(looking, [*names, "one more"], tmp_path)
    assert caught.value.code == "labels.bad_vocabulary" and caught.value.facts["line"] == MOST_TERMS + 1


@pytest.mark.parametrize(
    ("names", "code"),
    [
        ([], "labels.empty_vocabulary"),
        (["", " \t ", "# nothing"], "labels.empty_vocabulary"),
        (["dog", "x" * 10_000], "labels.bad_vocabulary"),
        (["dog", "海" * 10_000], "labels.bad_vocabulary"),
    ],
)
def test_lists_that_are_none(looking: Library, tmp_path: Path, names: list[str], code: str) -> None:
    with pytest.raises(RecollectError) as caught:
        asked(looking, names, tmp_path)
    assert caught.value.code == code
    assert len(str(caught.value)) < 500, "the sentence does not hold the whole word"


def test_a_list_that_cannot_be_read(looking: Library, tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere.txt", tmp_path):
        with pytest.raises(RecollectError) as caught:
            looking.regions.files.names(path)
        assert caught.value.code == "labels.bad_vocabulary" and path.name in str(caught.value)


# points and boxes outside the photo


def test_a_click_outside_the_photo(looking: Library) -> None:
    one = photo(looking)
    found = looking.regions.of(one)
    for x, y in [(-0.1, 0.5), (0.5, 1.0001), (7, 7), (float("nan"), 0.5), (0.5, float("inf"))]:
        assert found.at(x, y) is None
    for box in [(2.0, 2.0, 1.0, 1.0), (-3.0, -3.0, 1.0, 1.0), (0.5, 0.5, -0.2, -0.2)]:
        boxed = looking.regions.box(one, box)
        assert boxed.share == 0 and all(0 <= side <= 1 for side in (*boxed.box, *boxed.point))
    for points in [((1.0, 1.0),), ((0.0, 0.0), (1.0, 0.0))]:
        got = looking.regions.region_vector(one, Fragment(points=points), TURN)
        assert got is not None and np.linalg.norm(got[0]) == pytest.approx(1, abs=1e-4)
        assert looking.regions.crop(one, Fragment(points=points), TURN).size


# what goes between click and answer


@pytest.mark.parametrize("how", ["regions", "finer", "box"])
def test_a_photo_that_goes_while_the_network_runs(
    looking: Library, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    one = photo(looking)
    if how == "finer":
        looking.regions.of(one)
    segmenter = looking._segmenting.segmenter()
    segment = segmenter.segment

    def slow(batch: Sequence[Any], turn: Turn) -> list[Segmentation]:
        with looking._shared.catalogue.writing() as conn:
            raw(conn).execute("UPDATE photos SET gone_at = 1 WHERE id = ?", (one,))
        return segment(batch, turn)

    monkeypatch.setattr(segmenter, "segment", slow)
    ask: dict[str, Callable[[], object]] = {
        "regions": lambda: looking.regions.of(one),
        "finer": lambda: looking.regions.finer(one),
        "box": lambda: looking.regions.box(one, (0.1, 0.1, 0.5, 0.5)),
    }
    with pytest.raises(RecollectError) as caught:
        ask[how]()
    assert caught.value.code == "photo.not_found"


def test_a_file_that_goes_before_it_is_read(
    looking: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "short.png", ODD["grey.jpg"])
    loaded = looking._segmenting.segmenter()

    def late() -> Any:
        (tmp_path / "short.png").unlink(missing_ok=True)
        return loaded

    monkeypatch.setattr(looking._segmenting, "segmenter", late)
    for _ in range(2):
        with pytest.raises(RecollectError) as caught:
            looking.regions.of_file(tmp_path / "short.png")
        assert caught.value.code == "photo.not_found"
        assert os.fsdecode(tmp_path / "short.png") in str(caught.value)


def test_hits_when_the_model_is_damaged(looking: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """The grid asks for outlines at each page: without a model there are none, and nothing is said."""
    one = photo(looking)
    looking.regions.of(one)
    assert sorted(looking.regions.hits([one], [0])) == [one]

    def damaged() -> Any:
        raise RecollectError("model.damaged", path="somewhere", detail="cut")

    monkeypatch.setattr(looking._segmenting, "card", damaged)
    assert looking.regions.hits([one], [0]) == {} and looking.regions.hits([one], [-1]) == {}
    assert looking.regions.state().state == "damaged"
    with pytest.raises(RecollectError) as caught:
        looking.regions.of(one)
    assert caught.value.code == "model.damaged"


def test_the_face_of_a_file_that_is_named_like_a_part(looking: Library, tmp_path: Path) -> None:
    write(tmp_path / "odd.jpg", encoded(colours(60, 40), "JPEG"))
    part = f"{tmp_path / 'odd.jpg'}#xywh=percent:0,0,50,50"
    data, _ = looking.regions.files.face(part, TURN)
    assert data is not None and Image.open(io.BytesIO(data)).size == (30, 20)
    write(Path(part), encoded(colours(30, 60), "JPEG"))
    data, name = looking.regions.files.face(part, TURN)
    assert data is not None and Image.open(io.BytesIO(data)).size == (30, 60) and not name


# a model that comes over the network


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Hub]:
    """The published GroupViT, tiny, its weights a pickle as they are there."""
    import torch
    from safetensors.torch import load_file

    made = make_tiny("groupvit", tmp_path / "published")
    files = {path.name: path.read_bytes() for path in made.iterdir() if path.is_file()}
    del files["model.safetensors"]
    torch.save(load_file(made / "model.safetensors"), tmp_path / "weights.bin")
    files["pytorch_model.bin"] = (tmp_path / "weights.bin").read_bytes()
    served = Hub(files, GROUPVIT)
    monkeypatch.setattr(download, "PAUSE", 0.0)
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    monkeypatch.setenv("RECOLLECT_HUB", served.base)
    yield served
    served.close()


def test_a_model_whose_download_breaks_off_and_goes_on(looking: Library, hub: Hub) -> None:
    weights = hub.files["pytorch_model.bin"]
    part = len(weights) // 4
    hub.breaks_after = [part] * download.TRIES
    with pytest.raises(RecollectError) as caught:
        looking.download_model_now(GROUPVIT, background())
    assert caught.value.code == "model.download"
    assert not [one for one in looking.models() if one.family == "groupvit"], "what is not whole is no model"
    hub.asked.clear()
    token = Token()
    token.cancel()
    with pytest.raises(Cancelled):
        looking.download_model_now(GROUPVIT, Context(token, BACKGROUND, lambda event: None, lambda: None))
    hub.asked.clear()
    made = looking.download_model_now(GROUPVIT, background())
    begun = [range_ for path, range_ in hub.asked if path.endswith("elsewhere/pytorch_model.bin")]
    assert begun and begun[0] is not None and int(begun[0].removeprefix("bytes=").rstrip("-")) >= part
    assert not (Path(os.fsdecode(made.path)) / "pytorch_model.bin").exists()
    looking.settings.set("regions.model", made.id)
    looking.lanes.background.submit("wait", lambda _: None).wait()
    state = looking.regions.state()
    assert state.state == "ready" and looking._segmenting.card().family == "groupvit"
    found = looking.regions.of(photo(looking), terms=["dog", "snow"])
    assert found.regions and found.model == state.name


def test_two_programs_do_not_download_into_the_same_file(looking: Library, hub: Hub) -> None:
    folder = looking.home / "models" / ".downloads"
    folder.mkdir(parents=True)
    other = WriterLock(folder, "download.lock")
    assert other.acquire("recollect models", 0.0) is None
    with pytest.raises(RecollectError) as caught:
        looking.download_model_now(GROUPVIT, background())
    assert caught.value.code == "model.download" and hub.asked == []
    assert "recollect models" in str(caught.value) and "is downloading a model" in str(caught.value)
    other.release()
    assert looking.download_model_now(GROUPVIT, background()).family == "groupvit"


# no memory left


def short_of_memory(library: Library, monkeypatch: pytest.MonkeyPatch, fits: list[int]) -> list[int]:
    """The network runs on a device with room for ``fits[0]`` photos; the sizes that were tried."""
    segmenter = library._segmenting.segmenter()
    segmenter.plan, segmenter._batch = replace(segmenter.plan, device="cuda"), 4
    towers = segmenter._towers
    look, tried = towers.look, []

    def limited(batch: Sequence[Any]) -> Any:
        tried.append(len(batch))
        if len(batch) > fits[0]:
            raise RuntimeError(NO_ROOM)
        return look(batch)

    def moved(name: str) -> None:
        assert name == "cpu"
        fits[0] = fits.pop() if len(fits) > 1 else fits[0]

    monkeypatch.setattr(towers, "look", limited)
    monkeypatch.setattr(towers, "move", moved)
    return tried


def test_memory_that_ends_makes_batches_smaller(
    looking: Library, monkeypatch: pytest.MonkeyPatch, said: list[RecollectError]
) -> None:
    assert is_out_of_memory(RuntimeError(NO_ROOM))
    tried = short_of_memory(looking, monkeypatch, [2])
    done = looking.look_inside_now(background())
    assert (done.looked, done.failed) == (8, 0)
    assert tried[:2] == [4, 2] and max(tried[1:]) == 2
    assert [error.code for error in said] == ["device.smaller_batches"]


def test_then_the_processor_helps(
    looking: Library, monkeypatch: pytest.MonkeyPatch, said: list[RecollectError]
) -> None:
    expected = looking.regions.of_file(looking.photo_path(photo(looking, 1)))
    tried = short_of_memory(looking, monkeypatch, [0, 9])
    found = looking.regions.of(photo(looking))
    assert found.regions and tried == [1, 1]
    assert [error.code for error in said] == ["device.processor"]
    assert looking._segmenting.segmenter().plan.device == "cpu"
    assert looking.regions.of(photo(looking, 1)).regions == expected.regions


def test_then_it_is_said(
    looking: Library, monkeypatch: pytest.MonkeyPatch, said: list[RecollectError]
) -> None:
    fits = [0]
    short_of_memory(looking, monkeypatch, fits)
    for ask in (looking.regions.of, looking.regions.finer):
        with pytest.raises(RecollectError) as caught:
            ask(photo(looking))
        assert caught.value.code == "device.out_of_memory"
    looking.settings.set("regions.look_inside", True)
    settled(looking)
    codes = [error.code for error in said]
    assert codes[0] == "device.processor" and codes[-1] == "device.out_of_memory"
    assert len(codes) == len(set(codes)), "each is said once"
    assert looking.regions.state().looked == 0 and looking.search("a dog").photos_searched == 8
    fits[0] = 9
    assert looking.regions.of(photo(looking)).regions, "another click tries again"
