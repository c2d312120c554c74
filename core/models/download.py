"""Fetching a model's files from the Hugging Face hub, or from another place that answers as it does.

The hub lists a model's files with their sizes and checksums (``/api/models/NAME/tree/REVISION``) and hands
them out one by one (``/NAME/resolve/REVISION/FILE``). What has arrived stays in a ``.part`` file, so that a
broken or stopped download goes on where it ended. Nothing counts before its size and checksum are right.
"""

from __future__ import annotations

import errno
import hashlib
import http.client
import json
import os
import re
import shutil
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from core.errors import RecollectError
from core.jobs import Token
from core.models.cards import Card
from core.models.convert import to_safetensors
from core.models.weights import CHUNK, SMALL_FILES, SPARE, import_model
from core.paths import display

HUB = "https://huggingface.co"
# Where files arrive, inside the folder of models.
DOWNLOADS = ".downloads"
# A name of the hub: owner and model. Nothing in it may lead out of a folder.
_NAME = re.compile(r"[A-Za-z0-9][\w.-]*/[A-Za-z0-9][\w.-]*")
_FILE = re.compile(r"[A-Za-z0-9][\w.-]*")
_SAFETENSORS = ("model.safetensors", "model-?????-of-?????.safetensors")
_PICKLES = ("pytorch_model.bin", "pytorch_model-?????-of-?????.bin")
# How long to wait for a silent server (seconds), how often to begin anew, and the pause before.
TIMEOUT = 20.0
TRIES = 3
PAUSE = 1.0
# A listing longer than this is not one (bytes).
LISTING = 4 << 20

Report = Callable[[int, int], None]


@dataclass(frozen=True)
class RemoteFile:
    """A file the hub offers: its size in bytes, and its checksum: SHA-256, or git's own of small files."""

    name: str
    size: int
    sha256: str
    git: str

    @property
    def part(self) -> str:
        """What it is called while it arrives; another version has another name."""
        return f"{self.name}.{(self.sha256 or self.git)[:12]}.part"


class _BrokenError(Exception):
    """There is no connection, or it ended early; what has arrived is kept."""


def hub() -> str:
    """Where models are fetched from: ``RECOLLECT_HUB``, else the Hugging Face hub."""
    return (os.environ.get("RECOLLECT_HUB") or HUB).rstrip("/")


def download_model(
    name: str,
    models_folder: Path,
    *,
    token: Token,
    progress: Report | None = None,
    base: str | None = None,
    revision: str = "main",
) -> Card:
    """Fetch model ``name`` (owner/model), make safetensors of it where need be, import it, return its card.

    The caller has seen to it that the network may be used. Raises Cancelled and what ``fetch``,
    ``convert.to_safetensors`` and ``weights.import_model`` raise; what has arrived is kept for the next
    try, unless it turned out to be no model that Recollect reads.
    """
    kept = models_folder / DOWNLOADS / name.replace("/", "--")
    fetch(name, kept, token=token, progress=progress, base=base, revision=revision)
    try:
        to_safetensors(kept)
        token.check()
        card = import_model(kept, models_folder, token=token, name=name.split("/")[-1])
    except OSError as error:
        raise _explained(error, kept, sum(path.stat().st_size for path in kept.iterdir())) from error
    except RecollectError as error:
        if error.code.startswith("model."):
            shutil.rmtree(kept, ignore_errors=True)
        raise
    shutil.rmtree(kept, ignore_errors=True)
    return card


def fetch(
    name: str,
    folder: Path,
    *,
    token: Token,
    progress: Report | None = None,
    base: str | None = None,
    revision: str = "main",
) -> None:
    """Bring the files of model ``name`` (owner/model) into ``folder``, going on with what is there.

    ``progress`` is told bytes there and bytes in all; ``token`` is read at each megabyte. Raises
    Cancelled, RecollectError ``model.download``, ``disk.full``, ``disk.forbidden``; what has arrived
    stays in ``folder``.
    """
    base = (base or hub()).rstrip("/")
    if not _NAME.fullmatch(name):
        raise RecollectError("model.unknown", name=name)
    files = choose(listing(name, base, revision), name)
    total, there = sum(file.size for file in files), 0
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _tidy(folder, files)
        _check_room(folder, total - sum(_arrived(folder, file) for file in files))
        for file in files:
            source = f"{base}/{name}/resolve/{urllib.parse.quote(revision)}/{file.name}"
            begin = there

            def told(size: int, begin: int = begin) -> None:
                if progress is not None:
                    progress(begin + size, total)

            _bring(source, name, file, folder, token, told)
            there += file.size
    except OSError as error:
        raise _explained(error, folder, total - there) from error


def listing(name: str, base: str, revision: str = "main") -> list[RemoteFile]:
    """The files at the top of a model's folder on the hub. Raises ``model.download``."""
    address = f"{base}/api/models/{name}/tree/{urllib.parse.quote(revision)}"
    try:
        with _open(address, name) as answer:
            rows = json.loads(answer.read(LISTING))
        return [_row(row) for row in rows if row["type"] == "file" and _FILE.fullmatch(row["path"])]
    except (_BrokenError, OSError, http.client.HTTPException) as error:
        raise _failed(name, f"{_host(base)} cannot be reached") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise _failed(name, f"{_host(base)} does not answer as a model hub does") from error


def _row(row: dict[str, Any]) -> RemoteFile:
    large = row.get("lfs") or {}
    sha256 = str(large.get("oid") or "").removeprefix("sha256:")
    return RemoteFile(str(row["path"]), int(large.get("size") or row["size"]), sha256, str(row["oid"]))


def choose(files: list[RemoteFile], name: str) -> list[RemoteFile]:
    """What is needed: the small files, and the weights as safetensors, else as pickles to be converted.

    The largest file comes last. Raises ``model.download`` when there are no weights among them.
    """
    weights = [file for file in files if _is(file, _SAFETENSORS)] or [
        file for file in files if _is(file, _PICKLES)
    ]
    if any(file.name == "model.safetensors" for file in weights):
        weights = [file for file in weights if file.name == "model.safetensors"]
    if not weights:
        raise _failed(name, "there are no weights that Recollect reads")
    small = [file for file in files if _is(file, SMALL_FILES)]
    return sorted({*small, *weights}, key=lambda file: (file.size, file.name))


def _is(file: RemoteFile, patterns: tuple[str, ...]) -> bool:
    return any(fnmatch(file.name, pattern) for pattern in patterns)


def _tidy(folder: Path, files: list[RemoteFile]) -> None:
    """Parts of other versions go; whole files that have another size too."""
    parts = {file.part for file in files}
    sizes = {file.name: file.size for file in files}
    for path in folder.iterdir():
        stale = path.name.endswith(".part") and path.name not in parts
        if stale or (path.name in sizes and path.stat().st_size != sizes[path.name]):
            path.unlink()


def _arrived(folder: Path, file: RemoteFile) -> int:
    """Bytes of a file that are in the folder."""
    for name in (file.name, file.part):
        if (folder / name).is_file():
            return (folder / name).stat().st_size
    return 0


def _check_room(folder: Path, wanted: int) -> None:
    if shutil.disk_usage(folder).free < wanted + SPARE:
        raise OSError(errno.ENOSPC, "not enough room")


def _bring(
    source: str, name: str, file: RemoteFile, folder: Path, token: Token, told: Callable[[int], None]
) -> None:
    """One file, tried again while the connection breaks."""
    target, part = folder / file.name, folder / file.part
    if target.is_file():
        told(file.size)
        return
    for left in reversed(range(TRIES)):
        token.check()
        try:
            _receive(source, name, file, part, token, told)
            break
        except _BrokenError:
            if not left:
                raise _failed(name, f"the connection to {_host(source)} broke off") from None
            token.wait(PAUSE)
    if _checksum(part, file, token) != (file.sha256 or file.git):
        part.unlink()
        raise _failed(name, f"{file.name} arrived damaged and was thrown away")
    os.replace(part, target)


def _receive(
    source: str, name: str, file: RemoteFile, part: Path, token: Token, told: Callable[[int], None]
) -> None:
    """Append to ``part`` until it has the file's size."""
    there = part.stat().st_size if part.is_file() else 0
    if there > file.size:
        part.unlink()
        there = 0
    if there == file.size and part.is_file():
        return
    with _open(source, name, begin=there) as answer:
        goes_on = there and answer.status == http.HTTPStatus.PARTIAL_CONTENT
        # A server that cannot go on sends everything again.
        there = there if goes_on else 0
        with part.open("r+b" if goes_on else "wb") as stream:
            stream.seek(there)
            said = there
            # Not a whole megabyte at once: over a slow connection that would keep a stop waiting.
            while chunk := _next_bytes(answer):
                token.check()
                there += len(chunk)
                if there > file.size:
                    break
                stream.write(chunk)
                if there - said >= CHUNK or there == file.size:
                    told(there)
                    said = there
            stream.flush()
            os.fsync(stream.fileno())
    if there > file.size:
        part.unlink()
        raise _failed(name, f"{file.name} is larger than stated")
    if there < file.size:
        raise _BrokenError


def _open(address: str, name: str, begin: int = 0) -> http.client.HTTPResponse:
    """The answer of a server. Raises ``model.download`` for a refusal, _BrokenError when it cannot be
    reached."""
    if urllib.parse.urlsplit(address).scheme not in ("http", "https"):
        raise _failed(name, f"{address} is no address of a model hub")
    request = urllib.request.Request(address, headers={"User-Agent": "Recollect"})
    if begin:
        request.add_header("Range", f"bytes={begin}-")
    try:
        answer: http.client.HTTPResponse = urllib.request.urlopen(request, timeout=TIMEOUT)
    except urllib.error.HTTPError as error:
        with error:
            raise _failed(name, _refusal(error.code, address)) from None
    except (OSError, http.client.HTTPException) as error:
        raise _BrokenError from error
    return answer


def _next_bytes(answer: http.client.HTTPResponse) -> bytes:
    """What has come next, nothing at the end. An error of the network is none of the disk."""
    try:
        return answer.read1(CHUNK)
    except (OSError, http.client.HTTPException) as error:
        raise _BrokenError from error


def _refusal(status: int, address: str) -> str:
    if status in (http.HTTPStatus.UNAUTHORIZED, http.HTTPStatus.FORBIDDEN):
        return f"{_host(address)} asks for an account or for its terms to be accepted"
    if status == http.HTTPStatus.NOT_FOUND:
        return f"{_host(address)} does not have it"
    return f"{_host(address)} answered with error {int(status)}"


def _checksum(path: Path, file: RemoteFile, token: Token) -> str:
    """SHA-256 of a large file, git's name of a small one."""
    digest = (
        hashlib.sha256() if file.sha256 else hashlib.sha1(b"blob %d\0" % file.size, usedforsecurity=False)
    )
    with path.open("rb") as stream:
        while chunk := stream.read(CHUNK):
            token.check()
            digest.update(chunk)
    return digest.hexdigest()


def _host(address: str) -> str:
    return urllib.parse.urlsplit(address).netloc or address


def _failed(name: str, detail: str) -> RecollectError:
    return RecollectError("model.download", name=name, detail=detail)


def _explained(error: OSError, folder: Path, needed: int) -> RecollectError:
    """The sentence for what the system said while writing."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        place = next(p for p in (folder, *folder.parents) if p.exists())
        free = shutil.disk_usage(place).free
        return RecollectError(
            "disk.full", path=display(folder), free_mb=free >> 20, needed_mb=(needed + SPARE) >> 20
        )
    return RecollectError("disk.forbidden", path=display(folder))
