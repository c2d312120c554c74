"""``check``, also for a library whose catalogue is damaged."""

from __future__ import annotations

from collections.abc import Callable

from app.cli.indexing import take_in
from app.cli.output import opened
from core.errors import Cancelled, RecollectError
from core.library import Finding
from core.library.health import rescue

ROLE = "recollect check"


def check_or_rescue(repair: bool, told: Callable[[str], None]) -> tuple[list[Finding], str | None]:
    """What ``Library.check`` finds, and what was rescued first: ``told`` hears that at once.

    With ``repair`` a damaged catalogue gives way to its newest good copy, or to a new one, and the folders
    are looked over for what it does not know. Raises ``catalogue.damaged`` without ``repair``, Cancelled.
    """
    try:
        with opened(role=ROLE, read_only=False if repair else None) as library:
            return library.check(repair), None
    except RecollectError as error:
        if not repair or error.code != "catalogue.damaged":
            raise
    # Only now, when the library is closed again: a file in use cannot be set aside.
    sentence = rescue()
    told(sentence)
    with opened(role=ROLE, read_only=False) as library:
        if take_in(library, None).stopped:
            raise Cancelled
        return library.check(True), sentence
