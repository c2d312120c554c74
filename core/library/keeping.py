"""How much room the library takes, and its backups."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from core.catalogue import backups
from core.library.shared import Shared
from core.library.values import HealthInfo, Status

# Which folder or file of the library belongs to which part of it.
_PARTS = {
    "index": "vectors",
    "regions": "vectors",
    "thumbnails": "thumbnails",
    "models": "models",
    "backups": "backups",
}


def health(shared: Shared, status: Status) -> HealthInfo:
    """Numbers, sizes by part and the backups; walks the library's folder."""
    sizes = dict.fromkeys(("catalogue", "vectors", "thumbnails", "models", "backups", "other"), 0)
    with os.scandir(shared.home) as entries:
        for entry in entries:
            part = _PARTS.get(entry.name, "catalogue" if entry.name.startswith("catalogue") else "other")
            sizes[part] += _size(entry)
    kept = [(path.name, path.stat().st_mtime, path.stat().st_size) for path in backups.listed(shared.home)]
    return HealthInfo(
        photos=status.photos,
        searchable=status.embedded,
        waiting=status.waiting,
        problems=status.problems,
        home=str(shared.home),
        sizes=sizes,
        backups=tuple(kept),
        free=shutil.disk_usage(shared.home).free,
    )


def back_up(shared: Shared) -> Path:
    """Copy the catalogue now; the newest three copies are kept. Raises ``disk.full``, ``disk.forbidden``."""
    return shared.catalogue.backup()


def _size(entry: os.DirEntry[str]) -> int:
    if not entry.is_dir(follow_symlinks=False):
        return _bytes(entry.path)
    return sum(
        _bytes(os.path.join(folder, name)) for folder, _, names in os.walk(entry.path) for name in names
    )


def _bytes(path: str) -> int:
    try:
        return os.lstat(path).st_size
    except FileNotFoundError:
        return 0  # written aside and renamed while we looked
