"""How the library is: numbers, problems, check and repair, and what this computer offers."""

from __future__ import annotations

import platform
import shutil
import sys
from collections.abc import Callable, Sequence
from importlib import metadata
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.catalogue import audit, contents, photos, problems, store
from core.errors import RecollectError
from core.index.index import Index
from core.jobs import INTERACTIVE, Turn
from core.library.folders import Folders
from core.library.models import Models
from core.library.segmenting import Segmenting
from core.library.shared import Shared
from core.library.values import Finding, ProblemInfo, Status
from core.paths import cache_home, data_home, log_home

_PACKAGES = ("torch", "transformers", "PySide6-Essentials", "hnswlib", "SQLAlchemy", "pillow", "numpy")


class Health:
    """Status, problems, check, doctor."""

    def __init__(
        self,
        shared: Shared,
        folders: Folders,
        models: Models,
        segmenting: Segmenting,
        columns: Callable[[], photos.PhotoColumns],
    ) -> None:
        self._columns = columns
        self._shared = shared
        self._folders = folders
        self._models = models
        self._segmenting = segmenting

    def status(self) -> Status:
        """The library in numbers, from the catalogue."""
        card = self._models.card()
        with self._shared.catalogue.reading() as conn:
            counts = photos.counts(conn, decoder_version=self._shared.decoder_version)
            listed = problems.count(conn)
        with self._models.steady():
            embedded = int(self._models.index().has(self._columns().content_id).sum())
        return Status(
            photos=counts.photos,
            embedded=embedded,
            waiting=counts.waiting,
            problems=listed,
            encoder=card.id,
            model=card.name,
            folders=tuple(self._folders.infos()),
            languages=card.languages,
        )

    def problems(self) -> list[ProblemInfo]:
        """Remembered difficulties with photos and folders."""
        with self._shared.catalogue.reading() as conn:
            rows = problems.list_all(conn)
        return [ProblemInfo(row.id, row.path, row.code, row.facts) for row in rows]

    def retry(self, ids: Sequence[int] | None) -> None:
        """Let these problems' photos (None: all) be read again by the next indexing."""
        with self._shared.catalogue.writing() as conn:
            problems.retry(conn, ids)
        self._shared.tell("problems")

    def ignore(self, problem_id: int) -> None:
        """Do not list this problem any more."""
        with self._shared.catalogue.writing() as conn:
            problems.ignore(conn, problem_id)
        self._shared.tell("problems")

    def check(self, repair: bool) -> list[Finding]:
        """Compare catalogue, index and thumbnails; with ``repair`` mend what is wrong.

        Raises ``catalogue.damaged`` before anything is changed: only ``rescue`` mends the file itself.
        """
        catalogue = self._shared.catalogue
        damage = catalogue.damage()
        if damage:
            raise RecollectError("catalogue.damaged", path=catalogue.path, detail=damage[0])
        broken = catalogue.broken_references()
        rows = self._check_rows(repair)
        left = catalogue.broken_references() if repair and broken else broken
        findings = [Finding(f"The catalogue file: {line}", 1, True, line not in left) for line in broken]
        findings += rows
        findings += self._check_index(repair)
        findings += self._check_groups(repair)
        findings += self._told()
        return findings

    def _check_rows(self, repair: bool) -> list[Finding]:
        card = self._models.card()
        with self._shared.catalogue.reading() as conn:
            space = contents.space_id(conn, card.id, card.dimension)
            found = audit.findings(conn, space)
        if not repair or not found:
            return [Finding(_sentence(one.kind), len(one.ids), True) for one in found]
        self._shared.drop_orphans()
        with self._shared.catalogue.writing() as conn:
            audit.repair(conn)
        # Photos without an embedding are encoded by ``Library.check`` after this.
        return [Finding(_sentence(one.kind), len(one.ids), True, True) for one in found]

    def _check_index(self, repair: bool) -> list[Finding]:
        card = self._models.card()
        index = self._models.stored_index()
        try:
            lines = list(dict.fromkeys([*index.findings, *index.verify()]))
            with self._shared.catalogue.reading() as conn:
                space = contents.space_id(conn, card.id, card.dimension)
                keys = contents.embedding_keys(conn, space)
            # Behind the catalogue is an index after a kill or a removed folder: it catches up when opened.
            behind = len(np.setxor1d(keys, index.keys()))
            unlike = self._unlike(index, np.intersect1d(keys, index.keys()), space)
        finally:
            index.close()
        findings = [Finding(f"The index: {line}", 1, True, repair) for line in lines]
        if unlike:
            findings.append(
                Finding("Photos on which the index and the catalogue differ", unlike, True, repair)
            )
        if repair and findings:
            self._models.rebuild_index()
        if behind:
            findings.append(Finding("Photos the stored index still has to catch up with", behind, False))
        return findings

    def _check_groups(self, repair: bool) -> list[Finding]:
        """What was seen in photos, and its index where there is one."""
        if self._segmenting.state().state != "ready":
            return []
        with self._segmenting.steady():
            damaged = self._segmenting.damaged()
            if repair and damaged:
                self._segmenting.forget_damaged(damaged)
        found = [Finding("Photos whose parts cannot be read", len(damaged), True, repair)] if damaged else []
        return found + self._check_index_of_groups(repair)

    def _check_index_of_groups(self, repair: bool) -> list[Finding]:
        if not self._segmenting.folder.is_dir():
            return []
        with self._segmenting.steady():
            index = self._segmenting.index()
            lines = list(dict.fromkeys([*index.findings, *index.verify()]))
        if repair and lines:
            self._segmenting.drop_index()
        return [Finding(f"The index of parts: {line}", 1, True, repair) for line in lines]

    def _unlike(self, index: Index, common: NDArray[np.int64], space: int) -> int:
        """How many stored vectors are not those of the catalogue; both are rounded to float16."""
        unlike = 0
        with self._shared.catalogue.reading() as conn:
            for keys, vectors in contents.iter_embeddings(conn, space, common):
                there, stored = index.known(keys)
                unlike += int((stored.astype(np.float16) != vectors[there]).any(axis=1).sum())
        return unlike

    def _told(self) -> list[Finding]:
        status = self.status()
        offline = sum(folder.state == "offline" for folder in status.folders)
        told = [
            Finding("Photos still waiting to be indexed", status.waiting, False),
            Finding("Folders that are offline", offline, False),
            Finding("Problems listed", status.problems, False),
        ]
        return [one for one in told if one.count]

    def doctor(self) -> dict[str, Any]:
        """Versions, device, precision, paths, free space, the index, and a self-test of the model."""
        report: dict[str, Any] = {
            "recollect": version("recollect"),
            "python": sys.version.split()[0],
            "system": platform.platform(),
            "packages": {name: version(name) for name in _PACKAGES},
            "library": str(self._shared.home),
            "catalogue_mb": round(self._shared.catalogue.path.stat().st_size / 1e6, 2),
            "thumbnails_mb": round(self._shared.thumbnails.total_bytes() / 1e6, 2),
            "cache": str(cache_home()),
            "log": str(log_home()),
            "free_gb": round(shutil.disk_usage(self._shared.home).free / 1e9, 1),
        }
        with self._models.steady():
            report["index"] = self._models.index().describe()
        regions = self._segmenting.state()
        report["regions"] = {
            "model": regions.name,
            "id": regions.id,
            "state": regions.state,
            "looked_into": regions.looked,
            "photos": regions.photos,
        }
        encoder = self._models.encoder()
        plan = encoder.plan
        report["model"] = {"name": encoder.card.name, "id": encoder.card.id, "path": str(encoder.card.path)}
        report["device"] = {
            "device": plan.device,
            "precision": plan.precision + (f" ({plan.variant})" if plan.variant else ""),
            "batch": plan.batch,
            "photos_per_s": round(plan.photos_per_s, 1),
            "cosine_to_fp32": round(plan.cosine, 5),
        }
        report["self_test"] = self._self_test()
        return report

    def _self_test(self) -> dict[str, Any]:
        """Red, green and blue squares must be told apart by their names."""
        encoder = self._models.encoder()
        turn = Turn(INTERACTIVE)
        colours = {"red": (220, 20, 20), "green": (20, 160, 20), "blue": (20, 20, 220)}
        squares = [np.full((256, 256, 3), colour, np.uint8) for colour in colours.values()]
        photo = encoder.encode_photos([encoder.prepare(square) for square in squares], turn)
        text = encoder.encode_texts([f"a {name} background" for name in colours], turn)
        scores = text @ photo.T
        unit = float(np.abs(np.linalg.norm(np.vstack([photo, text]), axis=1) - 1).max())
        best = (scores - scores.mean(axis=0)).argmax(axis=1)
        return {
            "unit_vectors": unit < 1e-3,
            "finite": bool(np.isfinite(scores).all()),
            "colours_right": int(np.count_nonzero(best == np.arange(3))),
        }


def rescue(home: Path | None = None) -> str:
    """Put a damaged catalogue aside (never deleted), and in its place the newest good copy, else a new one
    with the folders it still named, which indexing fills. A whole catalogue stays as it is.

    Returns a sentence. Raises ``catalogue.busy``, ``disk.full``, ``disk.forbidden``.
    """
    home = home or data_home()
    done = store.rescue(home)
    if done.damaged is None and done.restored_from is None:
        return "The catalogue is not damaged; nothing was changed."
    # An older catalogue may give its numbers to other photos: the indexes are made anew from it.
    for vectors in ("index", "regions"):
        shutil.rmtree(home / vectors, ignore_errors=True)
    aside = f"The damaged catalogue was kept as {done.damaged}. " if done.damaged is not None else ""
    if done.restored_from is not None:
        return f"{aside}The copy {done.restored_from.name} was put in its place."
    if done.folders:
        return f"{aside}There was no good copy: the photos in your folders are read anew."
    return f"{aside}There was no good copy: add your folders again, and everything is read anew."


_KINDS = {
    "photo without folder": "Photos that belong to no folder",
    "photo without its content": "Photos whose description is missing",
    "embedding without content": "Embeddings that belong to no photo",
    "embedding of a wrong length": "Embeddings of a wrong length",
    "groups without content": "Parts of photos that belong to no photo",
    "groups of a wrong length": "Parts of photos of a wrong length",
    "text of a wrong length": "Remembered texts of a wrong length",
    "problem without photo or folder": "Problems that belong to nothing",
    "directory without photos": "Directories without photos",
    audit.ORPHAN_CONTENT: "Contents no photo has any more",
    audit.NOT_EMBEDDED: "Photos indexed without an embedding",
}


def _sentence(kind: str) -> str:
    return _KINDS.get(kind, kind)


def version(package: str) -> str:
    """The installed version, or a sentence when it is not there."""
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "not installed"
