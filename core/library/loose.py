"""Pictures that were dropped or pasted and lie in no folder: kept as files while a query names them."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from pathlib import Path

from core.images.fingerprint import fingerprint
from core.library.shared import Shared

_DAY = 86_400.0


class Loose:
    """Files named by their bytes, so that the same picture is kept once. Never hits themselves."""

    def __init__(self, shared: Shared) -> None:
        self._shared = shared
        self._place = shared.home / "loose"

    def keep(self, data: bytes, suffix: str = ".png") -> Path:
        """Store a picture's bytes; returns the path for ``like:``. Raises OSError.

        Where the library cannot be written it is kept in the cache, for this session's queries.
        """
        from core.paths import cache_home

        place = cache_home() / "loose" if self._shared.catalogue.read_only else self._place
        place.mkdir(parents=True, exist_ok=True)
        file = place / f"{fingerprint(data).hex()}{suffix}"
        if file.exists():
            os.utime(file)  # asked with again: not one of yesterday's
            return file
        aside = file.with_suffix(".part")
        aside.write_bytes(data)
        os.replace(aside, file)
        return file

    def prune(self, queries: Iterable[str], now: float | None = None) -> int:
        """Forget pictures of yesterday and before that none of these queries names. Returns how many."""
        if self._shared.catalogue.read_only or not self._place.is_dir():
            return 0
        named = "\n".join(queries)
        before = (time.time() if now is None else now) - _DAY
        went = 0
        for file in self._place.iterdir():
            if file.name not in named and file.stat().st_mtime < before:
                file.unlink(missing_ok=True)
                went += 1
        return went
