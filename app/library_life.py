"""What opens, mends and closes the window's library, on a worker, and reads what it tells."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from app.panels.status_strip import LOOKING
from core.errors import RecollectError
from core.jobs import Progress

if TYPE_CHECKING:
    from core.library import Change, Library

log = logging.getLogger(__name__)

T = TypeVar("T")

PATIENCE = 60.0  # seconds: for jobs of a library that is given up while the window stays


def open_library(notice: Callable[[RecollectError], None], change: Callable[[Change], None]) -> Library:
    """The engine itself is imported here, after the window has been painted. Raises as ``Library.open``."""
    from core.library import Library

    library = Library.open(notice=notice)
    library.on_change(change)
    return library


def rescue() -> str:
    """Put a damaged catalogue aside and the newest good copy in its place; says what became of it."""
    from core.library.health import rescue

    return rescue()


def close(library: Library) -> None:
    """With more patience than when the window closes: no job may lose its catalogue."""
    library.resume()
    library.lanes.close(PATIENCE)
    library.close()


def trash(library: Library, photos: Sequence[int]) -> None:
    """The last thing before the library closes: whatever keeps the photos, nobody is left to be told."""
    if not photos:
        return
    try:
        stayed = library.marks.trash(photos).refused
    except RecollectError as error:
        log.warning("%d photos were not moved to the trash: %s", len(photos), error)
    else:
        for _, why in stayed:
            log.warning("a photo was not moved to the trash: %s", why)


def while_open(is_open: Callable[[], bool], then: Callable[[T], None]) -> Callable[[T], None]:
    """An answer of a library that was closed or given up meanwhile is about nothing on screen."""

    def take(answer: T) -> None:
        if is_open():
            then(answer)

    return take


def damage_too(
    failed: Callable[[RecollectError], None] | None, hear: Callable[[RecollectError], None]
) -> Callable[[RecollectError], None] | None:
    """Who asked is told what failed; that the catalogue is damaged is everybody's concern."""
    if failed is None:
        return None

    def tell(error: RecollectError) -> None:
        failed(error)
        if error.code == "catalogue.damaged":
            hear(error)

    return tell


def looking(change: Change) -> Progress | None:
    """How far photos are looked into, as the library tells it; None when that has ended."""
    facts = change.facts
    if not facts["running"]:
        return None
    known = {name: facts[name] for name in ("rate", "seconds_left") if facts.get(name) is not None}
    return Progress(facts["done"], facts["total"], LOOKING, known)


def why(owner: str | None) -> str:
    """Why the library can only be read."""
    return f"{owner} has it open" if owner else "its folder cannot be written to"
