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
    altitude: float | None = None
    copies: int = 1
    raw_pair: bool = False


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
    """The library in numbers: ``photos`` known, ``embedded`` searchable, ``waiting`` still to come.

    ``languages``: codes of those the active model reads.
    """

    photos: int
    embedded: int
    waiting: int
    problems: int
    encoder: str
    model: str
    folders: tuple[FolderInfo, ...]
    languages: tuple[str, ...] = ()


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
class Arrangement:
    """How an answer is put in order: by relevance (a mere list: newest), newest, oldest or folder, always
    within its bands; ``stacks``: copies, and RAW with JPEG, as one; ``strictness`` 0 to 1 of the bands
    (None: as set)."""

    sort: str = "relevance"
    stacks: bool = False
    strictness: float | None = None


@dataclass(frozen=True)
class SavedSearch:
    """A query the person kept. ``new``: matches (Strong or Possible) added since it was last looked at."""

    id: int
    name: str
    query: str
    new: int = 0


@dataclass(frozen=True)
class FacetValue:
    """One value that could be filtered by. ``fact`` is its text in the query language, for instance
    ``camera:"Pixel 8"``; ``count`` the photos of the present answer that would be left."""

    fact: str
    label: str
    count: int
    chosen: bool = False


@dataclass(frozen=True)
class Facets:
    """What the present answer can be narrowed by. ``months``: (first day of the month since 1970-01-01,
    photos), ascending, photos with a date only; ``fields``: field name of the query language to values,
    most frequent first."""

    months: tuple[tuple[int, int], ...]
    fields: dict[str, tuple[FacetValue, ...]]
    photos: int


@dataclass(frozen=True)
class DuplicateGroup:
    """Photos that are "the same". ``kind``: bytes, resaved, moment or alike. ``photos``: the one to keep
    first; ``reason`` why it is kept: favourite, largest, dated, most_detail, original_name, oldest or first.
    ``freed``: bytes that go when all others go."""

    kind: str
    photos: tuple[PhotoInfo, ...]
    reason: str
    freed: int


@dataclass(frozen=True)
class CardPhoto:
    """A photo on a card or in a folder. ``state``: new, here (same bytes), resaved (same picture), or
    unreadable; ``match``: the library's photo it is, when there is one."""

    path: bytes
    state: str
    match: PhotoInfo | None = None


@dataclass(frozen=True)
class CardReport:
    """What is new on a card: every photo of it, in the order of its paths."""

    path: bytes
    photos: tuple[CardPhoto, ...]

    def count(self, state: str) -> int:
        """How many photos are in this state."""
        return sum(photo.state == state for photo in self.photos)


@dataclass(frozen=True)
class Tag:
    """A label the encoder proposes for a photo. ``sure``: very, fairly or maybe; ``share`` 0 to 1.
    ``term`` is query text, ``shown`` is how it is written in the window's language."""

    term: str
    share: float
    sure: str
    shown: str = ""


@dataclass(frozen=True)
class Theme:
    """Something the library is rich in: a term in the query language, how many photos match it, and how
    it is written."""

    term: str
    count: int
    shown: str = ""


@dataclass(frozen=True)
class Estimate:
    """What adding a folder would mean: about ``photos`` photos, ``seconds`` of indexing (None: nothing
    was measured yet), ``more``: counting was cut short and there are more."""

    path: bytes
    photos: int
    seconds: float | None
    more: bool = False


@dataclass(frozen=True)
class HealthInfo:
    """The library's health: sizes in bytes by part (catalogue, vectors, thumbnails, models, backups),
    backups as (file name, POSIX seconds, bytes), newest first."""

    photos: int
    searchable: int
    waiting: int
    problems: int
    home: str
    sizes: dict[str, int]
    backups: tuple[tuple[str, float, int], ...]
    free: int


@dataclass(frozen=True)
class Trashed:
    """What became of photos that went to the trash: ids that went, and (id, reason) of those that stayed."""

    gone: tuple[int, ...]
    refused: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True)
class Change:
    """Something changed: ``kind`` is photos, folders, problems, model, index, regions or notice."""

    kind: str
    facts: dict[str, Any] = field(default_factory=dict)
