"""What the library's parts share: the open catalogue, thumbnails, settings, lanes, and listeners."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from core.catalogue import contents
from core.catalogue.store import Catalogue
from core.errors import RecollectError
from core.images.decode import Limits
from core.images.thumbnails import ThumbnailStore
from core.ingest.stages import decoder_version
from core.jobs import Lanes
from core.library.values import Change
from core.settings import Settings

log = logging.getLogger(__name__)


@dataclass
class Shared:
    """One per open library."""

    home: Path
    catalogue: Catalogue
    thumbnails: ThumbnailStore
    settings: Settings
    lanes: Lanes
    now: Callable[[], float] = time.time
    _listeners: list[Callable[[Change], None]] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def listen(self, listener: Callable[[Change], None]) -> None:
        """Call ``listener`` for each change, on the thread that made it."""
        with self._lock:
            self._listeners.append(listener)

    def tell(self, kind: str, **facts: Any) -> None:
        """Tell the listeners of a change; one that fails is logged and does not stop the work."""
        with self._lock:
            listeners = list(self._listeners)
        for listener in listeners:
            try:
                listener(Change(kind, facts))
            except Exception:
                log.exception("a listener of %s failed", kind)

    def notice(self, error: RecollectError) -> None:
        """Something the person should know once; the work goes on."""
        self.tell("notice", error=error)

    def drop_orphans(self) -> None:
        """Forget contents no photo has any more, with their thumbnails."""
        with self.catalogue.writing() as conn:
            prints = contents.drop_orphans(conn)
        for print_ in prints:
            self.thumbnails.remove(print_)

    @property
    def limits(self) -> Limits:
        """How large a photo may be."""
        return Limits(max_megapixels=self.settings.number("photo.max_megapixels"))

    @property
    def decoder_version(self) -> str:
        """What a remembered problem depends on beside its file: a raised limit has photos tried again."""
        return decoder_version(self.limits)
