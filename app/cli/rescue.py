"""Opening a library for ``check``, also when its catalogue is damaged."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from app.cli.output import opened
from core.errors import RecollectError
from core.library import Library


@contextmanager
def open_or_rescue(repair: bool) -> Iterator[tuple[Library, str | None]]:
    """The library, and a sentence about what was rescued first.

    Without ``repair`` a damaged catalogue raises ``catalogue.damaged`` as anywhere else.
    """
    sentence: str | None = None
    if repair:
        try:
            Library.open(role="recollect check", read_only=True).close()
        except RecollectError as error:
            if error.code == "catalogue.damaged":
                sentence = Library.rescue()
    with opened(role="recollect check", read_only=False if repair else None) as library:
        yield library, sentence
