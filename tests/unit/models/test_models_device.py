"""Choosing, measuring and remembering how the model runs; the way down when memory runs out."""

from __future__ import annotations

import json
import threading
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.errors import Cancelled, RecollectError
from core.jobs import BACKGROUND, INTERACTIVE, Token, Turn
from core.models import device
from core.models.cards import read_card
from core.models.device import Plan, candidates, choose, is_device_lost, is_out_of_memory, synthetic_photos
from core.models.dual_encoder import DualEncoder
from tests.tiny_models import make_tiny


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_tiny("align", tmp_path_factory.mktemp("models") / "tiny")


@pytest.fixture
def notices() -> list[RecollectError]:
    return []


@pytest.fixture
def encoder(tiny: Path, notices: list[RecollectError]) -> DualEncoder:
    found = DualEncoder.load(
        read_card(tiny), device="cpu", precision="fp32", threads=1, measure=False, notice=notices.append
    )
    found._batch = 8
    return found


def prepared(encoder: DualEncoder, count: int) -> list[Any]:
    return [encoder.prepare(pixels) for pixels in synthetic_photos(count, side=64)]


class Failing:
    """The real towers, but a batch larger than fits raises what the device would."""

    def __init__(self, real: Any, error: Exception, fits: int, device_name: str = "cpu") -> None:
        self.real, self.error, self.fits, self.device = real, error, fits, device_name
        self.sizes: list[int] = []

    def photos(self, batch: Any) -> Any:
        self.sizes.append(len(batch))
        if len(batch) > self.fits:
            raise self.error
        return self.real.photos(batch)

    def texts(self, tokens: Any) -> Any:
        if self.fits == 0:
            raise self.error
        return self.real.texts(tokens)

    def move(self, name: str) -> None:
        self.device, self.fits = name, 1000


def test_out_of_memory_halves_the_batch_and_skips_none(
    encoder: DualEncoder, notices: list[RecollectError]
) -> None:
    photos = prepared(encoder, 19)
    expected = encoder.encode_photos(photos, Turn())
    failing = encoder._towers = Failing(encoder._towers, RuntimeError("CUDA out of memory. Tried"), 3)
    rows = encoder.encode_photos(photos, Turn())
    assert np.abs(rows - expected).max() <= 1e-5
    assert failing.sizes[:3] == [8, 4, 2] and set(failing.sizes[2:]) <= {1, 2}
    assert encoder.plan.batch == 2
    assert [notice.code for notice in notices] == ["device.smaller_batches"], "said once"


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (RuntimeError("CUDA out of memory"), "device.processor"),
        (RuntimeError("CUDA error: device-side assert triggered"), "device.lost"),
    ],
)
def test_then_the_processor_takes_over(
    encoder: DualEncoder, notices: list[RecollectError], error: Exception, code: str
) -> None:
    photos = prepared(encoder, 9)
    expected = encoder.encode_photos(photos, Turn())
    encoder.plan = Plan("cuda", "fp32", 8, 1.0, 1.0)
    encoder._towers = Failing(encoder._towers, error, 0, "cuda")
    assert np.abs(encoder.encode_photos(photos, Turn()) - expected).max() <= 1e-5
    assert encoder.plan.device == "cpu"
    assert notices[-1].code == code and "cuda" in notices[-1].reason
    assert [n.code for n in notices].count(code) == 1


def test_a_text_moves_to_the_processor_too(encoder: DualEncoder, notices: list[RecollectError]) -> None:
    expected = encoder.encode_texts(["a dog"], Turn())
    encoder.plan = Plan("cuda", "fp32", 8, 1.0, 1.0)
    encoder._towers = Failing(encoder._towers, RuntimeError("CUDA out of memory"), 0, "cuda")
    assert np.array_equal(encoder.encode_texts(["a dog"], Turn()), expected)
    assert [notice.code for notice in notices] == ["device.processor"]


def test_no_room_for_a_single_photo(encoder: DualEncoder) -> None:
    encoder._towers = Failing(encoder._towers, MemoryError(), 0)
    with pytest.raises(RecollectError) as caught:
        encoder.encode_photos(prepared(encoder, 3), Turn())
    assert caught.value.code == "device.out_of_memory"


def test_our_own_mistakes_are_not_hidden(encoder: DualEncoder, notices: list[RecollectError]) -> None:
    encoder._towers = Failing(encoder._towers, RuntimeError("shapes do not match"), 0)
    with pytest.raises(RuntimeError, match="shapes"):
        encoder.encode_photos(prepared(encoder, 3), Turn())
    assert notices == []


def test_which_errors_mean_what() -> None:
    import torch

    assert is_out_of_memory(MemoryError()) and is_out_of_memory(torch.OutOfMemoryError("x"))
    assert is_out_of_memory(RuntimeError("DefaultCPUAllocator: can't allocate memory: you tried"))
    assert not is_out_of_memory(RuntimeError("shape")) and not is_out_of_memory(ValueError("out of memory"))
    assert is_device_lost(RuntimeError("CUDA error: unspecified launch failure"))
    assert not is_device_lost(RuntimeError("shape"))


def test_cancelling_ends_between_batches(encoder: DualEncoder) -> None:
    token = Token()
    real = encoder._towers

    class Cancelling(Failing):
        def photos(self, batch: Any) -> Any:
            if len(self.sizes) == 2:
                token.cancel()
            return super().photos(batch)

    towers = encoder._towers = Cancelling(real, MemoryError(), 1000)
    with pytest.raises(Cancelled):
        encoder.encode_photos(prepared(encoder, 40), Turn(BACKGROUND, token))
    assert towers.sizes == [8, 8, 8]


def test_a_query_comes_between_two_batches(encoder: DualEncoder) -> None:
    order: list[str] = []
    asked = threading.Event()

    class Slow(Failing):
        def photos(self, batch: Any) -> Any:
            order.append("photos")
            asked.set()
            time.sleep(0.05)
            return super().photos(batch)

        def texts(self, tokens: Any) -> Any:
            order.append("query")
            return super().texts(tokens)

    encoder._towers = Slow(encoder._towers, MemoryError(), 1000)
    photos = prepared(encoder, 8) * 6
    thread = threading.Thread(target=encoder.encode_photos, args=(photos, Turn(BACKGROUND)))
    thread.start()
    assert asked.wait(10)
    begun = len(order)
    encoder.encode_texts(["a dog"], Turn(INTERACTIVE))
    thread.join(20)
    assert order.count("photos") == 6
    assert order.index("query") <= begun + 1


def test_photos_that_are_no_numbers_become_zeros(encoder: DualEncoder) -> None:
    import torch

    towers = encoder._towers
    real = towers.model.get_image_features

    def broken(**inputs: Any) -> Any:
        found = real(**inputs)
        found.pooler_output = found.pooler_output.clone()
        found.pooler_output[1] = torch.nan
        found.pooler_output[2] = 0.0
        return found

    towers.model.get_image_features = broken
    rows = encoder.encode_photos(prepared(encoder, 4), Turn())
    assert not rows[1].any() and not rows[2].any() and rows[[0, 3]].any(axis=1).all()
    assert np.isfinite(rows).all()


def test_the_device_that_is_asked_for() -> None:
    import torch

    assert choose("cpu") == "cpu"
    assert choose("auto") in ("cuda", "mps", "cpu")
    for name, there in (("cuda", torch.cuda.is_available()), ("mps", torch.backends.mps.is_available())):
        if not there:
            with pytest.raises(RecollectError) as caught:
                choose(name)
            assert caught.value.code == "device.unknown"


def test_the_order_of_devices(monkeypatch: pytest.MonkeyPatch) -> None:
    import torch

    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    assert choose() == "cuda"
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    assert choose() == "mps"
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: False)
    assert choose() == "cpu"


def test_a_plan_is_kept_and_used_again(tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    card, cache = read_card(tiny), tmp_path / "cache"
    first = DualEncoder.load(card, device="cpu", cache=cache).plan
    assert first.photos_per_s > 0 and first.cosine >= device.FAITHFUL
    stored = json.loads((cache / "plans.json").read_text())
    assert len(stored) == 1 and card.id in next(iter(stored))

    def never(*args: Any, **more: Any) -> Plan:
        raise AssertionError("measured again")

    monkeypatch.setattr(device, "probe", never)
    assert DualEncoder.load(card, device="cpu", cache=cache).plan == first


@pytest.mark.parametrize("damage", ["{", "[]", "", "bad row", "wild numbers"])
def test_a_damaged_plan_is_measured_again(tiny: Path, tmp_path: Path, damage: str) -> None:
    card, cache = read_card(tiny), tmp_path / "cache"
    DualEncoder.load(card, device="cpu", precision="fp32", cache=cache)
    file = cache / "plans.json"
    stored = json.loads(file.read_text())
    key = next(iter(stored))
    if damage == "bad row":
        file.write_text(json.dumps({key: {"batch": "many"}}))
    elif damage == "wild numbers":
        file.write_text(json.dumps({key: {**stored[key], "batch": -3}}))
    else:
        file.write_text(damage)
    plan = DualEncoder.load(card, device="cpu", precision="fp32", cache=cache).plan
    assert plan.batch >= 1
    assert json.loads(file.read_text())[key]["batch"] == plan.batch


def test_a_cache_that_cannot_be_written_is_no_trouble(tiny: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    found = DualEncoder.load(read_card(tiny), device="cpu", precision="fp32", cache=tmp_path / "file")
    assert found.plan.batch >= 1


class Model:
    """Towers that take a stated time per batch, for the choice alone."""

    device = "cpu"

    def __init__(self, seconds: dict[str, Any], cosine: float = 1.0) -> None:
        self.seconds, self.cosine, self.way, self.now = seconds, cosine, "fp32", 0.0

    def become(self, precision: str, variant: str = "", *, keep: bool = False) -> None:
        if not self.can(precision, variant):
            raise NotImplementedError
        self.way = precision if variant == "late" else variant or precision

    def photos(self, batch: Any) -> Any:
        self.now += self.seconds[self.way](len(batch))
        angle = np.arccos(self.cosine) if self.way == "bf16" else 0.0
        return np.tile(np.array([np.cos(angle), np.sin(angle)], np.float32), (len(batch), 1))

    def can(self, precision: str, variant: str) -> bool:
        return (precision if variant in ("", "late") else variant) in self.seconds


def decide(model: Model, monkeypatch: pytest.MonkeyPatch, precision: str = "auto") -> Plan:
    monkeypatch.setattr(device, "_quick_bf16", lambda name: True)
    return device.probe(model, [None] * 32, precision, clock=lambda: model.now)  # type: ignore[arg-type]


def test_the_fastest_faithful_way_within_a_tenth_of_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    ways = {
        "fp32": lambda n: 0.01 + 0.02 * n,
        "onednn": lambda n: 0.01 + 0.012 * n,
        "bf16": lambda n: 0.01 + 0.01 * n,
    }
    plan = decide(Model(ways), monkeypatch)
    assert (plan.precision, plan.variant, plan.batch) == ("bf16", "", 8), plan
    plan = decide(Model(ways, cosine=0.99), monkeypatch)
    assert (plan.precision, plan.variant, plan.batch) == ("fp32", "onednn", 4), plan
    plan = decide(Model(ways), monkeypatch, "fp32")
    assert plan.precision == "fp32"
    plan = decide(Model({**ways, "int8": lambda n: 0.01 + 0.006 * n}), monkeypatch)
    assert (plan.precision, plan.batch) == ("int8", 8), plan
    plan = decide(Model(ways, cosine=0.99), monkeypatch, "bf16")
    assert plan.precision == "bf16" and plan.cosine < 0.995, "what the person asked for"


def test_a_slow_network_takes_single_photos_and_little_time(monkeypatch: pytest.MonkeyPatch) -> None:
    model = Model({"fp32": lambda n: 0.4 * n, "onednn": lambda n: 0.3 * n, "bf16": lambda n: 0.15 * n})
    plan = decide(model, monkeypatch)
    assert (plan.precision, plan.batch) == ("bf16", 1)
    assert model.now < 10


def test_ways_worth_measuring() -> None:
    assert candidates("cpu", "fp32")[-1] == ("fp32", "")
    assert candidates("cpu", "bf16") == [("bf16", ""), ("bf16", "late")]
    assert candidates("cpu", "int8") == [("int8", "")]
    assert candidates("mps", "auto") == [("bf16", ""), ("bf16", "late"), ("fp32", "")]


@pytest.mark.parametrize("family", ["clip", "siglip", "groupvit", "align"])
def test_eight_bit_linear_layers_point_where_the_exact_ones_do(family: str, tmp_path: Path) -> None:
    """Asked for outright: networks of patches become int8, one of convolutions stays as it is."""
    card = read_card(make_tiny(family, tmp_path / family))
    exact = DualEncoder.load(card, device="cpu", precision="fp32")
    whole = DualEncoder.load(card, device="cpu", precision="int8")
    assert (whole.plan.precision == "int8") == (family != "align")
    photos = prepared(exact, 6)
    both = (exact.encode_photos(photos, Turn()) * whole.encode_photos(photos, Turn())).sum(axis=1)
    assert both.min() > 0.98, "tiny random networks are the hardest to round"
    assert np.allclose(
        exact.encode_texts(["a dog"], Turn()), whole.encode_texts(["a dog"], Turn()), atol=1e-6
    )
