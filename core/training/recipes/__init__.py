"""The recipes by name. Importing this loads neither torch nor transformers."""

from __future__ import annotations

import contextlib
import importlib
import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, cast

from core.errors import RecollectError
from core.jobs import Token
from core.paths import display

Tell = Callable[[str, float], None]


@dataclass(frozen=True)
class RecipeInfo:
    """What a recipe is for, how long it takes on two quiet cores, and what it needs."""

    name: str
    sentence: str
    minutes: int
    needs: tuple[str, ...]


class RecipeModule(Protocol):
    """Each recipe is a module with its ``INFO``-like entry here and a ``run``."""

    def run(
        self,
        data: Path,
        out: Path,
        work: Path,
        *,
        seed: int,
        token: Token | None,
        tell: Tell | None,
        **options: Any,
    ) -> dict[str, float]:
        """Make the model in ``out``; its figures."""
        ...


_RECIPES: dict[str, tuple[RecipeInfo, str]] = {
    info.name: (info, module)
    for info, module in (
        (
            RecipeInfo(
                "starter",
                "The built-in model: EfficientNet-Lite2 and MiniLM joined and tuned on Flickr8k's captions.",
                100,
                ("recollect[train]", "DATA/flickr8k with captions.json, train/ and dev/"),
            ),
            "core.training.recipes.starter",
        ),
        (
            RecipeInfo(
                "starter-regions",
                "The built-in region model: a head over the built-in encoder, taught by masks and captions.",
                60,
                ("recollect[train]", "DATA/voc2012 and DATA/coco with masks, DATA/flickr8k"),
            ),
            "core.training.recipes.starter_regions",
        ),
        (
            RecipeInfo(
                "starter-free",
                "The same parts joined through ImageNet's class names alone, without research-only photos.",
                5,
                ("recollect[train]", "DATA/free: photos that may be used for anything"),
            ),
            "core.training.recipes.starter_free",
        ),
        (
            RecipeInfo(
                "fine-tune",
                "Any CLIP-like model, taught your own photos with their captions or keywords.",
                30,
                ("--set model=FOLDER", "DATA: photos, with captions.json or a .txt beside each"),
            ),
            "core.training.recipes.fine_tune",
        ),
    )
}


def list_recipes() -> list[RecipeInfo]:
    """All recipes, the built-in model's first."""
    return [info for info, _ in _RECIPES.values()]


def read_options(pairs: Sequence[str]) -> dict[str, Any]:
    """A recipe's options from KEY=VALUE texts; values are numbers where they read as such.

    Raises RecollectError ``train.bad_option``.
    """
    options: dict[str, Any] = {}
    for pair in pairs:
        key, sign, value = pair.partition("=")
        if not sign or not key.isidentifier():
            raise RecollectError("train.bad_option", option=pair)
        options[key] = value
        for kind in (float, int):
            with contextlib.suppress(ValueError):
                options[key] = kind(value)
    return options


def run_recipe(
    name: str,
    data: Path,
    out: Path,
    work: Path,
    *,
    seed: int = 0,
    token: Token | None = None,
    progress: Tell | None = None,
    **options: Any,
) -> dict[str, float]:
    """Run a recipe to its end: the model in ``out``, its figures returned.

    ``work`` keeps what can be resumed: run again with the same arguments to go on. ``token``
    ends it with Cancelled and a checkpoint; ``progress`` is told a sentence and the share done.
    """
    if name not in _RECIPES:
        raise RecollectError("train.unknown_recipe", name=name)
    if not data.is_dir():
        raise RecollectError("train.data_missing", path=display(data))
    module = cast(RecipeModule, importlib.import_module(_RECIPES[name][1]))
    wrong = [key for key in options if key not in _taken(module)]
    if wrong:
        raise RecollectError("train.bad_option", option=wrong[0])
    return module.run(data, out, work, seed=seed, token=token, tell=progress, **options)


def _taken(module: RecipeModule) -> set[str]:
    """Options a recipe has: its own arguments and the fields of its ``Options``."""
    fields = getattr(getattr(module, "Options", None), "__dataclass_fields__", {})
    return {*inspect.signature(module.run).parameters, *fields}
