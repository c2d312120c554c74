"""``recollect models`` and ``recollect train``."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from app.cli.indexing import Json
from app.cli.output import opened, plainly, print_json, say, tell
from app.cli.progress import Bar, interruptible
from core.errors import RecollectError
from core.jobs import Context, Token
from core.library import ModelInfo

models_app = typer.Typer()


@models_app.callback(invoke_without_command=True)
@plainly
def models_default(context: typer.Context, as_json: Json = False) -> None:
    """List, import or change the model. Example: recollect models use ~/clip-vit-base-patch32"""
    if context.invoked_subcommand is None:
        _list(as_json)


@models_app.command("list")
@plainly
def models_list(as_json: Json = False) -> None:
    """List the models on this computer. Example: recollect models list"""
    _list(as_json)


@models_app.command("use")
@plainly
def models_use(
    model: Annotated[str, typer.Argument(help="A model's name, id or folder.")], as_json: Json = False
) -> None:
    """Search with another model; the old one answers until the new one has seen every photo.

    Example: recollect models use ~/clip-vit-base-patch32
    """
    token = Token()
    with opened(read_only=False) as library, interruptible(token), Bar() as bar:
        used = library.use_model_now(model, Context(token, 3, bar.event, lambda: None))
    _one(used, as_json, f"Searching with {used.name} now.")


@models_app.command("import")
@plainly
def models_import(
    folder: Annotated[str, typer.Argument(help="A model's folder, saved by transformers.")],
    as_json: Json = False,
) -> None:
    """Copy a model into the library after checking it.

    Example: recollect models import ~/Downloads/siglip2-base
    """
    token = Token()
    with opened(read_only=False) as library, interruptible(token), Bar() as bar:
        source = Path(os.path.expanduser(folder))
        imported = library.import_model_now(source, Context(token, 3, bar.event, lambda: None))
    _one(imported, as_json, f"{imported.name} is here. Use it with: recollect models use {imported.id}")


@models_app.command("download")
@plainly
def models_download(
    model: Annotated[str, typer.Argument(help="A name as in the list; without one the list is shown.")] = "",
    accept: Annotated[
        bool, typer.Option("--accept", help="Accept the model's terms without a question.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Fetch a model from the Hugging Face hub after showing its terms.

    Example: recollect models download openai/clip-vit-base-patch32
    """
    with opened(read_only=True) as library:
        offered = library.offered_models()
    if not model:
        _offer(offered, as_json)
        return
    wanted = next((one for one in offered if model in (one.id, one.id.split("/")[-1])), None)
    if wanted is None:
        raise RecollectError("model.unknown", name=model)
    tell(f"{wanted.name}, {wanted.size_mb:.0f} MB from {wanted.path}")
    tell(f"Licence: {wanted.licence}")
    if not accept and not _agreed():
        tell("Nothing was downloaded. --accept says yes to the terms.")
        raise typer.Exit(2)
    token = Token()
    with opened(read_only=False) as library, interruptible(token), Bar() as bar:
        fetched = library.download_model_now(wanted.id, Context(token, 3, bar.event, lambda: None))
    _one(fetched, as_json, f"{fetched.name} is here. Use it with: recollect models use {fetched.id}")


def _offer(offered: Sequence[ModelInfo], as_json: bool) -> None:
    if as_json:
        print_json([_object(model) for model in offered])
        return
    for model in offered:
        say(f"{model.id}  ({model.size_mb:.0f} MB; {model.licence})")
        say(f"    {model.good_for}")


def _agreed() -> bool:
    """Whether the person at the terminal says yes; nobody there says no."""
    return sys.stdin.isatty() and typer.confirm("Download it with these terms?", err=True)


def _list(as_json: bool) -> None:
    with opened(read_only=True) as library:
        known = library.models()
    if as_json:
        print_json([_object(model) for model in known])
        return
    for model in known:
        say(f"{'*' if model.state == 'active' else ' '} {model.name}  ({model.size_mb:.0f} MB, {model.id})")
        if model.good_for:
            say(f"    {model.good_for}")


def _one(model: ModelInfo, as_json: bool, sentence: str) -> None:
    if as_json:
        print_json(_object(model))
    else:
        say(sentence)


def _object(model: ModelInfo) -> dict[str, Any]:
    return {
        "id": model.id,
        "name": model.name,
        "family": model.family,
        "path": model.path,
        "dimension": model.dimension,
        "size_mb": round(model.size_mb, 1),
        "languages": list(model.languages),
        "good_for": model.good_for,
        "licence": model.licence,
        "built_in": model.built_in,
        "state": model.state,
    }
