"""Plain values that cross the library's door."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from core.errors import explain


@dataclass(frozen=True)
class FolderInfo:
    """One watched folder. ``state``: live, polling, limit, offline or waiting (not yet looked at)."""

    id: int
    path: bytes
    name: str
    state: str
    photos: int


@dataclass(frozen=True)
class PhotoInfo:
    """What is shown of one photo. ``path`` is the exact name, ``name`` and ``folder`` are for eyes."""

    id: int
    path: bytes
    name: str
    folder: str
    width: int
    height: int
    size: int
    format: str
    taken_at: float | None
    taken_offset: int | None
    taken_source: str | None
    camera: str | None
    lens: str | None
    exposure: str | None
    latitude: float | None
    longitude: float | None
    keywords: tuple[str, ...]
    caption: str | None
    favourite: bool
    hidden: bool
    offline: bool


@dataclass(frozen=True)
class ProblemInfo:
    """A remembered difficulty with one photo or folder."""

    id: int
    path: bytes
    code: str
    facts: dict[str, Any]

    @property
    def reason(self) -> str:
        """What is wrong, one sentence."""
        return explain(self.code, self.facts)[0]

    @property
    def remedy(self) -> str:
        """What to do about it."""
        return explain(self.code, self.facts)[1]


@dataclass(frozen=True)
class Status:
    """The library in numbers: ``photos`` known, ``embedded`` searchable, ``waiting`` still to come."""

    photos: int
    embedded: int
    waiting: int
    problems: int
    encoder: str
    model: str
    folders: tuple[FolderInfo, ...]


@dataclass(frozen=True)
class IndexSummary:
    """What one indexing run did."""

    indexed: int = 0
    unchanged: int = 0
    moved: int = 0
    gone: int = 0
    failed: int = 0
    waiting: int = 0
    videos: int = 0
    offline: tuple[str, ...] = ()
    stopped: bool = False
    seconds: float = 0.0

    @property
    def rate(self) -> float:
        """Photos indexed per second."""
        return self.indexed / self.seconds if self.seconds > 0 else 0.0


@dataclass(frozen=True)
class Finding:
    """Something ``check`` looked at: ``wrong`` is to be mended, the rest is only said."""

    what: str
    count: int
    wrong: bool
    mended: bool = False


@dataclass(frozen=True)
class ModelInfo:
    """A model on this computer. ``state``: active, switching, or ready."""

    id: str
    name: str
    family: str
    path: str
    dimension: int
    size_mb: float
    languages: tuple[str, ...]
    good_for: str
    licence: str
    built_in: bool
    state: str


@dataclass(frozen=True)
class Change:
    """Something changed: ``kind`` is photos, folders, problems, model, index or notice."""

    kind: str
    facts: dict[str, Any] = field(default_factory=dict)
