"""Where and how the model runs: CUDA › MPS › processor, precision, batch size; measured once per machine.

The plan is the fastest way whose vectors still point where fp32's do (cosine ≥ 0.999) and whose
batches, on a processor, stay under 100 ms, so that a typed query waits for one at most.
"""

from __future__ import annotations

import json
import logging
import os
import platform
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from core.errors import RecollectError
from core.models.runtime import usable_cores
from core.paths import display, resource

if TYPE_CHECKING:
    from core.models.preparation import Prepared
    from core.models.towers import Towers

log = logging.getLogger(__name__)

# A way is faithful when its worst cosine to fp32 on the probe's photos is at least this. They are real ones
# (the samples), because made-up pictures are a poor judge (the starter in bf16: 0.9990 on them, 0.9947 on 40
# real photos; its "late" variant 0.9993 and 0.9996).
FAITHFUL = 0.999
AGREEING = 12
BATCH_SECONDS = 0.1
PROBE_SECONDS = 3.0
BATCHES = (1, 2, 4, 8, 16, 32)
# A larger batch must be faster by this much to be worth its memory and its wait.
WORTH = 1.03
# Raised when the way of measuring or running changes, so that old plans are measured anew.
PLANS = 6


@dataclass(frozen=True)
class Plan:
    """How the image tower runs: batch in photos, ``cosine`` the smallest to fp32 on the probe photos."""

    device: str
    precision: str
    batch: int
    photos_per_s: float
    cosine: float
    variant: str = ""


def choose(setting: str = "auto") -> str:
    """The device to use: "cuda", "mps" or "cpu". Raises ``device.unknown`` for one that is not there."""
    import torch

    there = {
        "cuda": torch.cuda.is_available(),
        "mps": bool(getattr(torch.backends, "mps", None)) and torch.backends.mps.is_available(),
        "cpu": True,
    }
    if setting != "auto":
        if not there.get(setting, False):
            raise RecollectError("device.unknown", device=setting)
        return setting
    return next(name for name, found in there.items() if found)


def plan_for(
    towers: Towers,
    photos: Callable[[], Sequence[Prepared]],
    *,
    name: str,
    precision: str,
    threads: int,
    cache: Path | None,
) -> Plan:
    """The stored plan of this model on this machine, else a measured one (at most about 3 s), stored.

    The towers end up in the plan's precision. ``photos`` makes prepared ones to measure with.
    """
    key = _key(name, towers.device, precision, threads)
    plan = _stored(cache, key, towers.device)
    if plan is None:
        plan = probe(towers, photos(), precision)
        _store(cache, key, plan)
    towers.become(plan.precision, plan.variant)
    return plan


def is_measured(name: str, device: str, precision: str, threads: int, cache: Path | None) -> bool:
    """Whether ``plan_for`` would find a stored plan."""
    return _stored(cache, _key(name, device, precision, threads), device) is not None


def probe(
    towers: Towers,
    photos: Sequence[Prepared],
    precision: str = "auto",
    *,
    seconds: float = PROBE_SECONDS,
    clock: Callable[[], float] | None = None,
) -> Plan:
    """Measure the ways this device offers and return the best faithful one.

    On a processor the clock is this thread's own processor time, so that a plan made while other
    programs run is the plan of a quiet machine (a wall clock chose batch 1 under a load of 12).
    """
    if clock is None:
        clock = time.thread_time if towers.device == "cpu" else time.perf_counter
    end = clock() + seconds
    towers.become("fp32", keep=True)
    towers.photos(photos[:1])
    begin = clock()
    towers.photos(photos[:1])
    # At least three photos, more when a sixth of the time allows it.
    few = photos[: max(3, min(AGREEING, int(seconds / 6 / max(1e-6, clock() - begin))))]
    truth = _encode(towers, few)
    plans: list[Plan] = []
    ways = candidates(towers.device, precision)
    for left, (dtype, variant) in zip(range(len(ways), 0, -1), ways, strict=True):
        deadline = clock() + max(0.0, end - clock()) / left
        try:
            towers.become(dtype, variant, keep=True)
            cosine = _agreement(truth, _encode(towers, few))
        except (
            RuntimeError,
            ImportError,
            AttributeError,
        ) as error:  # this network or processor cannot do it this way
            log.info("%s %s is not possible here: %s", dtype, variant, error)
            continue
        if not cosine >= FAITHFUL and precision == "auto":
            log.info("%s %s is not faithful here (cosine %.5f)", dtype, variant, cosine)
            continue
        batch, rate = _best_batch(towers, photos, deadline, clock)
        plans.append(Plan(towers.device, dtype, batch, round(rate, 2), round(cosine, 6), variant))
    if not plans:
        return Plan(towers.device, "fp32", 1, 0.0, 1.0)
    faithful = [plan for plan in plans if plan.cosine >= FAITHFUL]
    return max(faithful or plans, key=lambda plan: plan.photos_per_s)


def candidates(device: str, precision: str) -> list[tuple[str, str]]:
    """(precision, variant) worth measuring on this device, the exact one last."""
    import torch

    ways: list[tuple[str, str]] = []
    if device == "cpu" and precision in ("auto", "int8"):
        ways.append(("int8", ""))
    if precision in ("auto", "bf16") and (precision == "bf16" or _quick_bf16(device)):
        ways += [("bf16", ""), ("bf16", "late")]
    if precision in ("auto", "fp32"):
        if device == "cpu" and torch._C._has_mkldnn:
            ways.append(("fp32", "onednn"))
        ways.append(("fp32", ""))
    return ways


def probe_photos(count: int = 32, side: int = 512) -> Iterator[NDArray[np.uint8]]:
    """Pixels (h, w, 3) to measure with: the sample photos, made-up pictures where there are none."""
    from PIL import Image

    try:
        files = sorted(resource("samples").glob("*.jpg"))[:count]
    except FileNotFoundError:
        files = []
    for file in files:
        with Image.open(file) as image:
            image.draft("RGB", (side, side))
            yield np.asarray(image.convert("RGB"))
    yield from synthetic_photos(count - len(files), side)


def synthetic_photos(count: int = 32, side: int = 512) -> Iterator[NDArray[np.uint8]]:
    """Photo-like pictures (h, w, 3) for measuring: smooth colours, some edges, a little grain."""
    from PIL import Image

    random = np.random.default_rng(7)
    for _ in range(count):
        coarse = random.integers(0, 256, (6, 8, 3), dtype=np.uint8)
        image = Image.fromarray(coarse).resize((side, side * 3 // 4), Image.Resampling.BICUBIC)
        pixels = np.asarray(image).astype(np.int16)
        top, left = (int(v) for v in random.integers(0, side // 2, 2))
        pixels[top : top + side // 4, left : left + side // 3] += random.integers(-90, 90, 3, dtype=np.int16)
        pixels += random.integers(-8, 9, pixels.shape, dtype=np.int16)
        yield np.clip(pixels, 0, 255).astype(np.uint8)


def machine() -> str:
    """What a plan depends on beside the model: processor, cores, system, torch."""
    import torch

    cpu = getattr(torch.backends.cpu, "get_cpu_capability", lambda: "")()
    parts = (platform.system(), platform.machine(), _processor(), str(usable_cores()), cpu, torch.__version__)
    return "|".join(parts)


def is_out_of_memory(error: BaseException) -> bool:
    """True when a device or the computer had no memory left for a batch."""
    import torch

    if isinstance(error, (MemoryError, torch.OutOfMemoryError)):
        return True
    words = ("out of memory", "can't allocate memory", "not enough memory", "bad_alloc")
    return isinstance(error, RuntimeError) and any(word in str(error).lower() for word in words)


def is_device_lost(error: BaseException) -> bool:
    """True when a graphics device stopped answering (driver reset, suspend, unplugged)."""
    words = (
        "cuda error",
        "cudnn",
        "cublas",
        "device lost",
        "device-side",
        "hip error",
        "mps backend",
        "metal",
    )
    return isinstance(error, RuntimeError) and any(word in str(error).lower() for word in words)


def _quick_bf16(device: str) -> bool:
    import torch

    if device == "cuda":
        return bool(torch.cuda.is_bf16_supported())
    if device == "mps":
        return True
    supported = getattr(torch.ops.mkldnn, "_is_mkldnn_bf16_supported", None)
    return bool(supported and supported())


def _encode(towers: Towers, photos: Sequence[Prepared]) -> NDArray[np.float32]:
    """Vectors of photos in small batches, whatever their shapes."""
    return np.concatenate([towers.photos(photos[i : i + 1]) for i in range(len(photos))])


def _agreement(truth: NDArray[np.float32], rows: NDArray[np.float32]) -> float:
    """The smallest cosine; two rows of zeros agree."""
    products = (truth * rows).sum(axis=1)
    both_zero = ~truth.any(axis=1) & ~rows.any(axis=1)
    return float(np.where(both_zero, 1.0, products).min())


def _best_batch(
    towers: Towers, photos: Sequence[Prepared], deadline: float, clock: Callable[[], float]
) -> tuple[int, float]:
    """(batch, photos per second): grows the batch until it is too slow or the time is over."""
    best, best_rate = 1, 0.0
    for batch in BATCHES:
        if batch > len(photos):
            break
        chunk = photos[:batch]
        took = min(_timed(towers, chunk, clock) for _ in range(2))
        if batch > 1 and towers.device == "cpu" and took > BATCH_SECONDS:
            break
        if batch / took > best_rate * (WORTH if best_rate else 1.0):
            best, best_rate = batch, batch / took
        if clock() + 4 * took > deadline:
            break
    return best, best_rate


def _timed(towers: Towers, chunk: Sequence[Prepared], clock: Callable[[], float]) -> float:
    begin = clock()
    towers.photos(chunk)
    return max(1e-6, clock() - begin)


def _processor() -> str:
    try:
        with open("/proc/cpuinfo", encoding="utf-8", errors="replace") as stream:
            for line in stream:
                if line.startswith("model name"):
                    return line.partition(":")[2].strip()
    except OSError as error:
        log.debug("no /proc/cpuinfo: %s", error)
    return platform.processor()


def _key(name: str, device: str, precision: str, threads: int) -> str:
    return "|".join((f"v{PLANS}", name, device, precision, str(threads), machine()))


def _stored(cache: Path | None, key: str, device: str) -> Plan | None:
    row = _read(cache).get(key)
    try:
        plan = Plan(**row) if isinstance(row, dict) else None
        valid = plan is not None and (
            plan.device == device
            and plan.precision in ("fp32", "bf16", "int8")
            and plan.variant in ("", "onednn", "late")
            and 1 <= int(plan.batch) <= 1024
            and float(plan.photos_per_s) >= 0
            and float(plan.cosine) <= 1.01
        )
    except (TypeError, ValueError) as error:
        log.info("a stored plan is measured anew: %s", error)
        return None
    return plan if valid else None


def _read(cache: Path | None) -> dict[str, Any]:
    file = None if cache is None else cache / "plans.json"
    if file is None or not file.is_file():
        return {}
    try:
        value = json.loads(file.read_text("utf-8"))
    except (ValueError, OSError, RecursionError) as error:
        log.info("%s is made anew: %s", display(file), error)
        return {}
    return value if isinstance(value, dict) else {}


def _store(cache: Path | None, key: str, plan: Plan) -> None:
    if cache is None:
        return
    file, aside = cache / "plans.json", cache / f"plans.json.{os.getpid()}"
    try:
        cache.mkdir(parents=True, exist_ok=True)
        aside.write_text(json.dumps({**_read(cache), key: asdict(plan)}, indent=1), "utf-8")
        os.replace(aside, file)
    except OSError as error:  # a read-only or full disk: measured again next time
        log.info("the plan cannot be kept in %s: %s", display(file), error)
