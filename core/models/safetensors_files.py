"""The safetensors files of a folder, read without torch: which there are, their headers, one scalar.

Format (safetensors' own description): 8 bytes little-endian length, that many bytes of JSON
``{name: {dtype, shape, data_offsets: [begin, end]}}``, then the data.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.errors import RecollectError
from core.paths import display

# The format's own limit on a header (bytes).
MAX_HEADER = 100_000_000
ITEM = {"F64": 8, "F32": 4, "F16": 2, "BF16": 2, "I64": 8, "I32": 4, "I16": 2, "I8": 1, "U8": 1, "BOOL": 1}


@dataclass(frozen=True)
class Header:
    """One tensor: its type, shape, and where its bytes lie in which file."""

    file: Path
    dtype: str
    shape: tuple[int, ...]
    begin: int
    end: int


def weight_files(folder: Path) -> list[Path]:
    """The safetensors files transformers would load, in name order.

    Raises RecollectError ``model.unsafe`` when there are only other formats, ``model.damaged`` when
    there are no weights, a shard is missing, or the index names a file outside the folder.
    """
    index = folder / "model.safetensors.index.json"
    single = folder / "model.safetensors"
    if single.is_file():
        return [single]
    if index.is_file():
        return _shards(index)
    others = [*folder.glob("*.bin"), *folder.glob("*.pt"), *folder.glob("*.pth"), *folder.glob("*.h5")]
    if others:
        raise RecollectError("model.unsafe", path=display(folder))
    raise _damaged(folder, "there is no model.safetensors")


def read_headers(files: Iterable[Path], folder: Path) -> dict[str, Header]:
    """The headers of all tensors by name. Raises ``model.damaged`` for garbage or a cut file."""
    headers: dict[str, Header] = {}
    for file in files:
        headers.update(_read(file, folder))
    return headers


def read_scalar(header: Header) -> float:
    """The first number of a tensor of floats. Raises ``model.damaged`` for another type."""
    size = ITEM.get(header.dtype, 0)
    with header.file.open("rb") as stream:
        stream.seek(header.begin)
        raw = stream.read(size)
    if header.dtype == "BF16" and len(raw) == 2:
        return float(struct.unpack("<f", b"\0\0" + raw)[0])
    form = {"F64": "<d", "F32": "<f", "F16": "<e"}.get(header.dtype)
    if form is None or len(raw) != size:
        raise _damaged(header.file.parent, f"{header.file.name}: {header.dtype} is not a number")
    return float(struct.unpack(form, raw)[0])


def _shards(index: Path) -> list[Path]:
    folder = index.parent
    try:
        names = sorted(set(json.loads(index.read_text("utf-8"))["weight_map"].values()))
    except (ValueError, KeyError, AttributeError, TypeError, OSError) as error:
        raise _damaged(folder, f"{index.name}: {error}") from error
    files = []
    for name in names:
        if Path(name).name != name or not (folder / name).is_file():
            raise _damaged(folder, f"the part {name} is missing")
        files.append(folder / name)
    if not files:
        raise _damaged(folder, f"{index.name} names no parts")
    return files


def _read(file: Path, folder: Path) -> dict[str, Header]:
    size = file.stat().st_size
    with file.open("rb") as stream:
        start = stream.read(8)
        length = struct.unpack("<Q", start)[0] if len(start) == 8 else 0
        if not 2 <= length <= min(MAX_HEADER, size - 8):
            raise _damaged(folder, f"{file.name} is not a safetensors file")
        raw = stream.read(length)
    try:
        entries: dict[str, Any] = json.loads(raw)
        entries.pop("__metadata__", None)
        headers = {name: _header(file, 8 + length, entry) for name, entry in entries.items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise _damaged(folder, f"{file.name}: {error}") from error
    needed = max((header.end for header in headers.values()), default=0)
    if needed != size and headers:
        raise _damaged(folder, f"{file.name} has {size} bytes instead of {needed}")
    return headers


def _header(file: Path, base: int, entry: dict[str, Any]) -> Header:
    begin, end = entry["data_offsets"]
    shape = tuple(int(side) for side in entry["shape"])
    if not 0 <= begin <= end:
        raise ValueError("offsets are out of order")
    return Header(file, str(entry["dtype"]), shape, base + int(begin), base + int(end))


def _damaged(folder: Path, detail: object) -> RecollectError:
    return RecollectError("model.damaged", path=display(folder), detail=detail)
