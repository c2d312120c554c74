"""Bringing a model into the library: copied aside, verified by loading, renamed. Nothing half done stays."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from core.errors import RecollectError
from core.jobs import Token, Turn
from core.models.cards import SEGMENTER, Card, list_cards, list_segmenters, read_card
from core.models.model_folder import damaged
from core.models.safetensors_files import weight_files
from core.paths import display

# What a transformers folder needs beside its weights; anything else (.bin, .py, subfolders) stays out.
SMALL_FILES = ("*.json", "*.txt", "*.model", "README*", "LICEN[CS]E*")
CHUNK = 1 << 20
# Left free on the disk for everything else (bytes).
SPARE = 64 << 20

Report = Callable[[int, int], None]


def import_model(
    source: Path,
    models_folder: Path,
    *,
    token: Token,
    progress: Report | None = None,
    name: str | None = None,
) -> Card:
    """Copy the model in ``source`` into ``models_folder`` and return its card.

    ``progress`` is told bytes done and bytes in all; ``token`` is read at each megabyte. A model that
    is there already (same weights, same preprocessing) is returned as it is. Raises Cancelled and
    RecollectError ``model.*``, ``disk.full``, ``disk.forbidden``; then nothing has changed.
    """
    source = Path(os.path.abspath(source))
    card = read_card(source)
    there = list_segmenters if card.kind == SEGMENTER else list_cards
    for known in there(models_folder):
        if known.id == card.id:
            return known
    files = _wanted(source)
    target = _free_name(models_folder, _plain(name or source.resolve().name))
    aside = models_folder / f".importing-{target.name}"
    try:
        models_folder.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir()
        _copy(files, aside, token, progress)
        _verify(aside, card)
        token.check()
        os.replace(aside, target)
    except OSError as error:
        raise _explained(error, source, models_folder, card.size_bytes) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return read_card(target, cache=models_folder / ".hashes.json")


def _wanted(source: Path) -> list[Path]:
    files = {file for pattern in SMALL_FILES for file in source.glob(pattern) if file.is_file()}
    files.update(weight_files(source))
    for file in files:
        if file.is_symlink() and not _own_link(file, source):
            raise damaged(source, f"{file.name} is a link to a file outside")
    return sorted(files)


def _own_link(file: Path, source: Path) -> bool:
    """Links may stay in the folder, or lead to the blobs of the Hugging Face cache it lies in."""
    target, home = file.resolve(), source.resolve()
    blobs = home.parent.parent / "blobs"
    return target.is_relative_to(home) or (home.parent.name == "snapshots" and target.parent == blobs)


def _copy(files: list[Path], aside: Path, token: Token, progress: Report | None) -> None:
    total, done = sum(file.stat().st_size for file in files), 0
    if shutil.disk_usage(aside).free < total + SPARE:
        raise OSError(errno.ENOSPC, "not enough room")
    for file in files:
        with file.open("rb") as reader, (aside / file.name).open("wb") as writer:
            while chunk := reader.read(CHUNK):
                token.check()
                writer.write(chunk)
                done += len(chunk)
                if progress is not None:
                    progress(done, total)
            writer.flush()
            os.fsync(writer.fileno())


def _verify(aside: Path, card: Card) -> None:
    """The copy has the same bytes, and the network in it runs."""
    from core.models.dual_encoder import DualEncoder
    from core.models.segmenter import Segmenter

    copied = read_card(aside)
    if copied.id != card.id:
        raise damaged(card.path, "it changed while it was copied")
    try:
        kind = Segmenter if copied.kind == SEGMENTER else DualEncoder
        model = kind.load(copied, device="cpu", precision="fp32", measure=False)
        if not copied.labels_by:
            model.encode_texts(["a photo"], Turn())
        model.close()
    except RecollectError as error:
        if "path" not in error.facts:
            raise
        # The sentence names the folder the person chose, not our copy of it.
        raise RecollectError(error.code, **{**error.facts, "path": display(card.path)}) from error


def _plain(name: str) -> str:
    kept = "".join(c if c.isalnum() or c in "-_. " else "-" for c in name).strip(" .-")
    return kept[:80] or "model"


def _free_name(models_folder: Path, name: str) -> Path:
    number, target = 2, models_folder / name
    while target.exists():
        target = models_folder / f"{name}-{number}"
        number += 1
    return target


def _explained(error: OSError, source: Path, folder: Path, needed: int) -> RecollectError:
    """The sentence for what the system said while copying."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        place = next(p for p in (folder, *folder.parents) if p.exists())
        free = shutil.disk_usage(place).free
        return RecollectError(
            "disk.full", path=display(folder), free_mb=free >> 20, needed_mb=(needed + SPARE) >> 20
        )
    if error.filename is not None and Path(error.filename).parent == source:
        return damaged(source, f"{Path(error.filename).name} cannot be read: {error.strerror}")
    return RecollectError("disk.forbidden", path=display(folder))
