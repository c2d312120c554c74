"""How well the bands are cut: precision and recall of Strong, and whether "nothing matches clearly" is said.

``recollect evaluate --bands QUERIES.toml``: each ``[[query]]`` has a ``text`` and either a ``pattern``
(a photo is right when it is found in one of its captions, case ignored) or ``absurd = true``
(nothing in an everyday library answers it).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from core import metrics
from core.errors import RecollectError
from core.evaluation import captions as captions_files
from core.evaluation.retrieval import is_right
from core.jobs import Turn
from core.search.hits import POSSIBLE, STRONG
from core.search.search import Finder


@dataclass(frozen=True)
class BandQuery:
    """One query; ``pattern`` is None for an absurd one."""

    text: str
    pattern: re.Pattern[str] | None


@dataclass(frozen=True)
class BandRow:
    """One query's outcome; precision and recall are those of Strong (0 when it is empty)."""

    text: str
    absurd: bool
    right: int
    strong: int
    possible: int
    precision: float
    recall: float
    average_precision: float
    clear: bool


@dataclass(frozen=True)
class BandReport:
    """Macro figures over the answerable queries, and how often nothing clear was said, of each kind."""

    photos: int
    rows: tuple[BandRow, ...]
    precision: float
    recall: float
    mean_average_precision: float
    answerable: int
    answerable_unclear: float
    absurd: int
    absurd_unclear: float


def read_queries(path: Path) -> list[BandQuery]:
    """The queries of a TOML file. Raises RecollectError ``evaluate.bad_queries``."""
    try:
        entries = tomllib.loads(path.read_text("utf-8")).get("query")
    except OSError as error:
        raise _bad(path, error.strerror or "cannot be read") from None
    except ValueError as error:
        raise _bad(path, f"not TOML: {error}") from None
    if not isinstance(entries, list) or not entries:
        raise _bad(path, "no [[query]] entries")
    return [_query(path, entry) for entry in entries]


def evaluate_bands(
    finder: Finder,
    captions: Sequence[Sequence[str]],
    queries: Sequence[BandQuery],
    turn: Turn,
    *,
    strictness: float = 0.5,
) -> BandReport:
    """Ask every query past the query language; photo ids of the finder are rows of ``captions``."""
    rows = tuple(_row(finder, captions, query, turn, strictness) for query in queries)
    asked = [row for row in rows if not row.absurd]
    absurd = [row for row in rows if row.absurd]
    return BandReport(
        photos=len(captions),
        rows=rows,
        precision=_mean([row.precision for row in asked]),
        recall=_mean([row.recall for row in asked]),
        mean_average_precision=_mean([row.average_precision for row in asked]),
        answerable=len(asked),
        answerable_unclear=_mean([float(not row.clear) for row in asked]),
        absurd=len(absurd),
        absurd_unclear=_mean([float(not row.clear) for row in absurd]),
    )


def _row(
    finder: Finder, captions: Sequence[Sequence[str]], query: BandQuery, turn: Turn, strictness: float
) -> BandRow:
    hits = finder.text(query.text, turn, strictness=strictness)
    pattern = query.pattern
    if pattern is None:
        right = np.zeros(len(captions), dtype=bool)
    else:
        right = np.array([is_right(pattern, texts) for texts in captions], dtype=bool)
    chosen = np.zeros(len(captions), dtype=bool)
    chosen[hits.photo_ids[hits.bands == STRONG]] = True
    precision, recall = metrics.precision_recall(chosen, right)
    return BandRow(
        text=query.text,
        absurd=pattern is None,
        right=int(right.sum()),
        strong=int(chosen.sum()),
        possible=int((hits.bands == POSSIBLE).sum()),
        precision=precision,
        recall=recall,
        average_precision=metrics.average_precision(right[hits.photo_ids], int(right.sum())),
        clear=hits.clear,
    )


def _query(path: Path, entry: Any) -> BandQuery:
    text = entry.get("text") if isinstance(entry, dict) else None
    if not isinstance(text, str) or not text.strip():
        raise _bad(path, "a [[query]] without text")
    pattern, absurd = entry.get("pattern"), entry.get("absurd", False)
    if (pattern is None) != bool(absurd):
        raise _bad(path, f"“{text}” needs either a pattern or absurd = true")
    if pattern is None:
        return BandQuery(text, None)
    try:
        return BandQuery(text, re.compile(pattern, re.IGNORECASE))
    except (re.error, TypeError) as error:
        raise _bad(path, f"the pattern of “{text}”: {error}") from None


def _bad(path: Path, detail: str) -> RecollectError:
    return captions_files.bad(path, detail, "evaluate.bad_queries")


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
