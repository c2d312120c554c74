"""``python -m core.training --list``, ``python -m core.training RECIPE --data D --out O``,
``python -m core.training --words LIST --model FOLDER`` (cosine to the text teacher).
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from core.errors import Cancelled, RecollectError
from core.training import list_recipes, read_options, run_recipe

ENVIRONMENT = {
    "GOMP_SPINCOUNT": "1000",
    "MALLOC_TRIM_THRESHOLD_": "1000000000",
    "MALLOC_TOP_PAD_": "200000000",
    "MALLOC_MMAP_THRESHOLD_": "2000000000",
    "HF_HUB_OFFLINE": "1",
}


def main(arguments: list[str] | None = None) -> int:
    """Exit code: 0 done, 1 failed, 2 asked wrongly, 130 stopped."""
    parser = argparse.ArgumentParser(prog="python -m core.training", description=__doc__)
    parser.add_argument("recipe", nargs="?")
    parser.add_argument("--list", action="store_true", help="name the recipes")
    parser.add_argument("--data", type=Path, help="folder with the photos")
    parser.add_argument("--out", type=Path, help="folder for the finished model")
    parser.add_argument("--work", type=Path, help="folder for what can be resumed (default: OUT.work)")
    parser.add_argument("--words", type=Path, help="a list of words: how near they are to the text teacher")
    parser.add_argument("--model", type=Path, help="folder of the model that --words measures")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument(
        "--set", action="append", default=[], metavar="KEY=VALUE", help="an option of the recipe"
    )
    given = parser.parse_args(arguments)
    if given.list:
        _write_list()
        return 0
    if given.words is not None and given.model is not None:
        return _write_nearness(given.model, given.words)
    if given.recipe is None or given.data is None or given.out is None:
        parser.print_usage(sys.stderr)
        return 2
    work = given.work or given.out.with_name(given.out.name + ".work")
    try:
        options = read_options(given.set)
        figures = run_recipe(
            given.recipe, given.data, given.out, work, seed=given.seed, progress=_say, **options
        )
    except RecollectError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except (Cancelled, KeyboardInterrupt):
        sys.stderr.write("Stopped. Run the same command to go on.\n")
        return 130
    for key, value in figures.items():
        sys.stdout.write(f"{key} {value:.4f}\n")
    return 0


def _write_list() -> None:
    for info in list_recipes():
        sys.stdout.write(f"{info.name}\n  {info.sentence}\n  about {info.minutes} minutes on two cores\n")
        sys.stdout.write(f"  needs {'; '.join(info.needs)}\n")


def _write_nearness(model: Path, listed: Path) -> int:
    from core.training.data import lines
    from core.training.teacher import cosines

    try:
        found = cosines(model, lines(listed))
    except RecollectError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    near = float((found >= 0.9).float().mean())
    sys.stdout.write(
        f"{len(found)} words: mean cosine {float(found.mean()):.4f}, lowest {float(found.min()):.4f}"
    )
    sys.stdout.write(f", {near:.1%} at 0.9 or more\n")
    return 0


def _say(sentence: str, share: float) -> None:
    sys.stderr.write(f"{share:4.0%} {sentence}\n")
    sys.stderr.flush()


def _restart_with_environment() -> None:
    """The allocator and OpenMP read their settings at start: set them, then start again once."""
    if sys.platform.startswith("linux") and any(key not in os.environ for key in ENVIRONMENT):
        os.environ.update({key: os.environ.get(key, value) for key, value in ENVIRONMENT.items()})
        os.execv(sys.executable, [sys.executable, "-m", "core.training", *sys.argv[1:]])


if __name__ == "__main__":
    _restart_with_environment()
    sys.exit(main())
