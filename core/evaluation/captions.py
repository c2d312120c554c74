"""Captions of photos from the two forms in use: Karpathy's JSON, and a plain object of file to captions."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from core.errors import RecollectError
from core.paths import display


def read_captions(path: Path, folder: Path) -> dict[Path, list[str]]:
    """File to captions, for the captioned files that are in ``folder``, in the order of the captions file.

    Karpathy's form (COCO, Flickr30k): ``{"images": [{"filename", "filepath"?, "sentences": [{"raw"}]}]}``.
    Plain: ``{file: [caption, …]}`` or ``{split: {file: [caption, …]}}``. A file may lie in the folder
    or in a folder of it named by its split or ``filepath``.
    Raises RecollectError ``folder.missing``, ``evaluate.bad_captions``, ``evaluate.no_photos``.
    """
    if not folder.is_dir():
        raise RecollectError("folder.missing", path=display(folder))
    found: dict[Path, list[str]] = {}
    for places, captions in _entries(path, _load(path)):
        for place in places:
            file = folder / place
            if file.is_file():
                found.setdefault(file, []).extend(captions)
                break
    if not found:
        raise RecollectError("evaluate.no_photos", path=display(path), folder=display(folder))
    return found


def bad(path: Path, detail: str, code: str = "evaluate.bad_captions") -> RecollectError:
    """The error for a file that is not what evaluation reads; ``code`` says which kind it should be."""
    return RecollectError(code, path=display(path), detail=detail)


def _load(path: Path) -> dict[str, Any]:
    try:
        stored = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise bad(path, error.strerror or "cannot be read") from None
    except (ValueError, RecursionError):
        raise bad(path, "not JSON") from None
    if not isinstance(stored, dict):
        raise bad(path, "not a JSON object")
    return stored


def _entries(path: Path, stored: dict[str, Any]) -> list[tuple[list[str], list[str]]]:
    """Pairs of (places to look for the file, captions)."""
    if isinstance(stored.get("images"), list):
        return [_karpathy(path, entry) for entry in stored["images"]]
    entries: list[tuple[list[str], list[str]]] = []
    for name, value in stored.items():
        if isinstance(value, dict):
            entries += [([file, f"{name}/{file}"], _texts(path, texts)) for file, texts in value.items()]
        else:
            entries.append(([name], _texts(path, value)))
    if any("\0" in place for places, _ in entries for place in places):
        raise bad(path, "a file name with a null character")
    return entries


def _karpathy(path: Path, entry: Any) -> tuple[list[str], list[str]]:
    try:
        name = str(entry["filename"])
        captions = [sentence["raw"] for sentence in entry["sentences"]]
        places = [name, *(f"{entry[key]}/{name}" for key in ("filepath", "split") if entry.get(key))]
    except (KeyError, TypeError, AttributeError):
        raise bad(path, "an image without filename or sentences") from None
    return places, _texts(path, captions)


def _texts(path: Path, value: Any) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
        raise bad(path, "captions that are not a list of texts")
    return [text for text in value if text.strip()]
