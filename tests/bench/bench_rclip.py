"""Indexing beside rclip with the same random ViT-B/32 weights, alternating, each in its own process.

python -m venv /tmp/rclip && /tmp/rclip/bin/pip install rclip; pip install onnx (to export)
python tests/bench/bench_rclip.py --rclip /tmp/rclip/bin/python [--photos 500] [--rounds 2]
rclip reads ONNX files from a hub: here it is handed the same network, exported, and everything else in it
runs as it is. Prints photos/s over the whole process less its start (timed with one photo) and peak memory.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).resolve().parent)]

from bench_ingest import random_clip  # noqa: E402
from camera_photos import make_camera_jpegs  # noqa: E402

# What rclip's own network reads.
SIDE = 256

LAUNCH = """
import sys, numpy as np
from rclip import model, model_download
path = sys.argv.pop(1)
model_download.ensure_downloaded = lambda: None
model_download.load_visual_query_session = lambda: model_download._load_onnx_session(path)
model.Model.compute_text_features = lambda self, text: np.ones((len(text), 512), np.float32)
from rclip.main import main
sys.argv = ["rclip", "dog"]
main()
"""


def export(folder: Path) -> Path:
    """The image side of the random CLIP as ONNX, once."""
    target = folder / "visual.onnx"
    if target.exists():
        return target
    import torch
    from transformers import CLIPModel

    network = CLIPModel.from_pretrained(folder, local_files_only=True, use_safetensors=True)
    network = network.eval().requires_grad_(False)

    class Visual(torch.nn.Module):
        def forward(self, pixels: torch.Tensor) -> torch.Tensor:
            found: torch.Tensor = network.get_image_features(pixel_values=pixels).pooler_output
            return found

    torch.onnx.export(
        Visual(),
        (torch.zeros(2, 3, SIDE, SIDE),),
        str(target),
        input_names=["input"],
        output_names=["output"],
        dynamic_axes={"input": {0: "batch"}, "output": {0: "batch"}},
        dynamo=False,
    )
    return target


def peaked(command: list[str], cwd: Path, extra: dict[str, str]) -> tuple[float, float]:
    """Wall seconds of a command, and the peak memory in MB of the largest of its processes."""
    script = (
        "import json,resource,subprocess,sys,time\n"
        "began=time.perf_counter()\n"
        "done=subprocess.run(sys.argv[1:],capture_output=True,text=True)\n"
        "peak=resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss/1024\n"
        "print(json.dumps([time.perf_counter()-began,peak,done.returncode,done.stderr[-1500:]]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *command],
        cwd=cwd,
        env={**os.environ, **extra},
        capture_output=True,
        text=True,
        check=True,
    )
    seconds, peak, code, error = json.loads(done.stdout.splitlines()[-1])
    if code != 0:
        raise SystemExit(f"{command[0]} failed: {error}")
    return seconds, peak


def ours(photos: Path, model: Path, precision: str) -> tuple[float, float]:
    """One run of ours into a fresh library; the probe was done before."""
    with tempfile.TemporaryDirectory() as home:
        settings = {"model.active": str(model), "precision": precision}
        (Path(home) / "settings.json").write_text(json.dumps(settings))
        cache = Path(home) / "cache"
        cache.mkdir()
        kept = Path(tempfile.gettempdir()) / "recollect-bench-plans.json"
        if kept.exists():
            (cache / "plans.json").write_bytes(kept.read_bytes())
        result = peaked(
            [sys.executable, "-m", "app", "index", str(photos), "--json"],
            ROOT,
            {"RECOLLECT_HOME": home},
        )
        if (cache / "plans.json").exists():
            kept.write_bytes((cache / "plans.json").read_bytes())
        return result


def theirs(python: str, photos: Path, onnx: Path) -> tuple[float, float]:
    """One run of rclip into a fresh data folder; it must have indexed every photo."""
    with tempfile.TemporaryDirectory() as data:
        result = peaked([python, "-c", LAUNCH, str(onnx)], photos, {"RCLIP_DATADIR": data})
        with contextlib.closing(sqlite3.connect(Path(data) / "db.sqlite3")) as conn:
            (indexed,) = conn.execute("select count(*) from images where vector is not null").fetchone()
        if indexed != len(list(photos.iterdir())):
            raise SystemExit(f"rclip indexed {indexed} photos only")
        return result


def main() -> None:
    """Alternate, per size."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rclip", required=True, help="python of an environment with rclip")
    parser.add_argument("--photos", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=2)
    options = parser.parse_args()
    model = random_clip(Path(tempfile.gettempdir()) / f"recollect-bench-clip-b32-{SIDE}", SIDE)
    onnx = export(model)
    for megapixels in (2, 12):
        cache = Path(tempfile.gettempdir()) / f"recollect-bench-{megapixels}mp"
        sources = sorted(make_camera_jpegs(cache, options.photos, megapixels, 1))[: options.photos]
        with tempfile.TemporaryDirectory() as place:
            folder, one = Path(place) / "photos", Path(place) / "one"
            folder.mkdir()
            one.mkdir()
            for photo in sources:
                os.link(photo, folder / photo.name)
            (one / "one.jpg").write_bytes(sources[0].read_bytes())
            ways = {
                "rclip fp32": lambda where: theirs(options.rclip, where, onnx),
                "ours fp32": lambda where: ours(where, model, "fp32"),
                "ours default": lambda where: ours(where, model, "auto"),
            }
            for way in ways.values():
                way(one)
            start = {name: way(one)[0] for name, way in ways.items()}
            runs: dict[str, list[tuple[float, float]]] = {name: [] for name in ways}
            for _ in range(options.rounds):
                for name, way in ways.items():
                    runs[name].append(way(folder))
        speeds = {
            name: (options.photos - 1) / statistics.median(seconds - start[name] for seconds, _ in found)
            for name, found in runs.items()
        }
        for name, found in runs.items():
            print(
                f"{megapixels:3} MP  {name:13} {speeds[name]:6.1f} photos/s  ×{speeds[name] / speeds['rclip fp32']:.2f}"
                f"  peak {max(peak for _, peak in found):.0f} MB  (start {start[name]:.1f} s,"
                f" load {os.getloadavg()[0]:.1f})",
                flush=True,
            )


if __name__ == "__main__":
    main()
