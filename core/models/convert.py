"""Weights that came as pickles, turned into safetensors once; one that holds more than numbers is refused."""

from __future__ import annotations

import errno
import os
import pickle
import re
from pathlib import Path
from typing import Any

from core.errors import RecollectError
from core.models.model_folder import damaged
from core.paths import display

PICKLES = "pytorch_model*.bin"
TARGET = "model.safetensors"


def to_safetensors(folder: Path) -> None:
    """Make ``model.safetensors`` of the pickles in ``folder``; nothing to do once that is done.

    Only numbers are read (torch's ``weights_only``): code in a pickle never runs. Takes the memory of the
    weights twice. Raises RecollectError ``model.unsafe``, ``model.damaged``; then the folder is as it was.
    May raise OSError of a full disk.
    """
    from safetensors import SafetensorError
    from safetensors.torch import save_file

    pickles, target = sorted(folder.glob(PICKLES)), folder / TARGET
    newest = max((path.stat().st_mtime_ns for path in pickles), default=0)
    if not pickles or (target.is_file() and target.stat().st_mtime_ns >= newest):
        return
    tensors: dict[str, Any] = {}
    for path in pickles:
        tensors.update(_numbers(path))
    if not tensors:
        raise damaged(folder, "there are no weights in it")
    aside = folder / f".{TARGET}.tmp"
    try:
        save_file(tensors, aside, metadata={"format": "pt"})
        os.replace(aside, target)
    except SafetensorError as error:  # it wraps what the disk says
        number = re.search(r"os error (\d+)", str(error))
        raise OSError(int(number[1]) if number else errno.EIO, str(error)) from error
    finally:
        aside.unlink(missing_ok=True)


def _numbers(path: Path) -> dict[str, Any]:
    """The tensors of a pickle by name, each with memory of its own."""
    import torch

    try:
        found = torch.load(path, map_location="cpu", weights_only=True)
    except pickle.UnpicklingError as error:
        raise RecollectError("model.unsafe", path=display(path.parent)) from error
    except (RuntimeError, EOFError, ValueError, KeyError) as error:
        raise damaged(path.parent, f"{path.name} cannot be read") from error
    plain = isinstance(found, dict) and all(
        isinstance(name, str) and isinstance(tensor, torch.Tensor) for name, tensor in found.items()
    )
    if not plain:
        raise RecollectError("model.unsafe", path=display(path.parent))
    # Weights that share memory under two names would be refused by the format.
    return {name: tensor.detach().clone().contiguous() for name, tensor in found.items()}
