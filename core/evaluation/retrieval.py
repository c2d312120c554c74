"""Recall of captions and photos, precision for a list of words, names without training."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core import metrics
from core.errors import RecollectError
from core.evaluation.captions import bad, read_captions
from core.evaluation.encode import Encoder, encode_files
from core.jobs import Turn
from core.paths import display

Floats = NDArray[np.float32]
Progress = Callable[[int, int], None]
AT = (1, 5, 10)


@dataclass(frozen=True)
class Retrieval:
    """Recall@1, 5, 10 both ways over ``photos`` photos and ``captions`` captions."""

    photos: int
    captions: int
    text_to_photo: dict[int, float]
    photo_to_text: dict[int, float]
    unread: int


@dataclass(frozen=True)
class Word:
    """One word or phrase and the pattern that tells which captions speak of it."""

    query: str
    pattern: re.Pattern[str]


@dataclass(frozen=True)
class WordPrecision:
    """``right`` photos in all, and how many of the first ``k`` are right."""

    query: str
    right: int
    precision: float


@dataclass(frozen=True)
class Naming:
    """Share of ``photos`` whose accepted names are first, or among the first five, of ``names`` names."""

    photos: int
    names: int
    top1: float
    top5: float
    missed: tuple[tuple[str, tuple[str, ...]], ...]


def evaluate_retrieval(
    encoder: Encoder, captions_file: Path, folder: Path, turn: Turn, progress: Progress | None = None
) -> Retrieval:
    """Recall of the encoder as it is: no template, no query language. Unreadable photos are left out.

    Raises RecollectError ``folder.missing``, ``evaluate.bad_captions``, ``evaluate.no_photos``.
    """
    captions = {path: texts for path, texts in read_captions(captions_file, folder).items() if texts}
    encoded = encode_files(encoder, list(captions), turn, progress=progress)
    if not encoded.files:
        raise RecollectError("evaluate.no_photos", path=display(captions_file), folder=display(folder))
    texts = [text for path in encoded.files for text in captions[path]]
    owner = np.repeat(np.arange(len(encoded.files)), [len(captions[path]) for path in encoded.files])
    vectors = encode_many(encoder, texts, turn)
    to_photo, to_text = metrics.retrieval_ranks(encoded.vectors, vectors, owner)
    return Retrieval(
        photos=len(encoded.files),
        captions=len(texts),
        text_to_photo={k: metrics.recall_at(to_photo, k) for k in AT},
        photo_to_text={k: metrics.recall_at(to_text, k) for k in AT},
        unread=len(encoded.unread),
    )


def encode_many(encoder: Encoder, texts: Sequence[str], turn: Turn, *, chunk: int = 256) -> Floats:
    """Unit rows of any number of texts."""
    parts = [encoder.encode_texts(texts[i : i + chunk], turn) for i in range(0, len(texts), chunk)]
    return np.concatenate(parts) if parts else np.zeros((0, 0), dtype=np.float32)


def read_words(path: Path) -> list[Word]:
    """``[[word]] query = "…" pattern = "…"``; without a pattern the query's own words are looked for.

    Raises RecollectError ``evaluate.bad_words``.
    """
    return [Word(text, pattern) for text, pattern in read_patterns(path, "word", "query")]


def read_patterns(path: Path, table: str, key: str) -> list[tuple[str, re.Pattern[str]]]:
    """The texts and compiled patterns of a TOML file's ``[[table]]`` entries. Raises as ``read_words``."""
    try:
        entries = tomllib.loads(path.read_text("utf-8")).get(table)
    except OSError as error:
        raise _bad_words(path, error.strerror or "cannot be read") from None
    except ValueError as error:
        raise _bad_words(path, f"not TOML: {error}") from None
    if not isinstance(entries, list) or not entries:
        raise _bad_words(path, f"no [[{table}]] entries")
    read: list[tuple[str, re.Pattern[str]]] = []
    for entry in entries:
        text = entry.get(key) if isinstance(entry, dict) else None
        if not isinstance(text, str) or not text.strip():
            raise _bad_words(path, f"a [[{table}]] without {key}")
        pattern = entry.get("pattern", rf"\b{re.escape(text)}\b")
        try:
            read.append((text, re.compile(pattern, re.IGNORECASE)))
        except (re.error, TypeError) as error:
            raise _bad_words(path, f"the pattern of “{text}”: {error}") from None
    return read


def _bad_words(path: Path, detail: str) -> RecollectError:
    return bad(path, detail, "evaluate.bad_words")


def is_right(pattern: re.Pattern[str], captions: Sequence[str]) -> bool:
    """A photo is right when the pattern is found in at least one of its captions."""
    return any(pattern.search(caption) for caption in captions)


def precision_of_words(
    query_vectors: Floats,
    photo_vectors: Floats,
    captions: Sequence[Sequence[str]],
    words: Sequence[Word],
    *,
    k: int = 10,
) -> list[WordPrecision]:
    """Precision@k of each word, photos judged by their captions; ``query_vectors`` are the words' rows."""
    results: list[WordPrecision] = []
    for word, row in zip(words, query_vectors, strict=True):
        right = np.array([is_right(word.pattern, texts) for texts in captions], dtype=bool)
        order = np.argsort(-(photo_vectors @ row), kind="stable")[:k]
        results.append(WordPrecision(word.query, int(right.sum()), metrics.precision_at(right[order], k)))
    return results


def read_names(path: Path, folder: Path) -> dict[Path, tuple[str, ...]]:
    """``{file: [accepted name, …]}`` for the files in ``folder``. Raises as ``read_captions``."""
    return {file: tuple(names) for file, names in read_captions(path, folder).items() if names}


def name_photos(
    name_vectors: Floats,
    names: Sequence[str],
    photo_vectors: Floats,
    accepted: Mapping[str, Sequence[str]] | Sequence[Sequence[str]],
    files: Sequence[str],
) -> Naming:
    """Zero-shot naming: each photo over all ``names``; right when an accepted name (case ignored) is on top.

    ``missed`` lists the photos without one among the first five, with what was found instead.
    """
    wanted = [accepted[file] for file in files] if isinstance(accepted, Mapping) else list(accepted)
    folded = [name.casefold() for name in names]
    firsts: list[bool] = []
    fives: list[bool] = []
    missed: list[tuple[str, tuple[str, ...]]] = []
    for file, row, goal in zip(files, photo_vectors, wanted, strict=True):
        goals = {name.casefold() for name in goal}
        order = np.argsort(-(name_vectors @ row), kind="stable")[:5]
        hits = [folded[i] in goals for i in order]
        firsts.append(bool(hits and hits[0]))
        fives.append(any(hits))
        if not any(hits):
            missed.append((file, tuple(names[i] for i in order)))
    return Naming(
        photos=len(wanted),
        names=len(names),
        top1=float(np.mean(firsts)) if firsts else 0.0,
        top5=float(np.mean(fives)) if fives else 0.0,
        missed=tuple(missed),
    )


def all_names(base: Sequence[str], accepted: Mapping[Path, Sequence[str]]) -> list[str]:
    """``base`` names and the photos' own that are not among them, each once (case ignored)."""
    seen: dict[str, str] = {}
    for name in [*base, *(name for names in accepted.values() for name in names)]:
        seen.setdefault(name.casefold(), name)
    return list(seen.values())


def read_lines(path: Path) -> list[str]:
    """The lines of a text file, or the texts of a JSON list (names, one each).

    Raises RecollectError ``evaluate.bad_names``.
    """
    try:
        text = path.read_text("utf-8")
        names = json.loads(text) if path.suffix.lower() == ".json" else text.splitlines()
    except OSError as error:
        raise _bad_names(path, error.strerror or "cannot be read") from None
    except UnicodeDecodeError:
        raise _bad_names(path, "not text in UTF-8") from None
    except (ValueError, RecursionError):
        raise _bad_names(path, "not JSON") from None
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise _bad_names(path, "not a JSON list of texts")
    return [name.strip() for name in names if name.strip()]


def _bad_names(path: Path, detail: str) -> RecollectError:
    return bad(path, detail, "evaluate.bad_names")
