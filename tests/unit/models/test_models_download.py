"""Downloads from a small hub in a thread: real connections, real files, real interruptions."""

from __future__ import annotations

import errno
import http.client
import os
import pickle
import shutil
import ssl
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from core.errors import RecollectError
from core.jobs import Cancelled, Token
from core.models import download
from core.models.cards import list_cards, read_card
from core.models.convert import to_safetensors
from core.models.download import DOWNLOADS, choose, download_model, fetch, listing
from tests.small_hub import Hub

NAME = Hub.NAME
BIG = os.urandom(3 << 20)


def small_hub(weights: str = "model.safetensors") -> dict[str, bytes]:
    return {"config.json": b"{}", "README.md": b"# A model", weights: BIG, "run.py": b"print()"}


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    monkeypatch.setattr(download, "PAUSE", 0.0)
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    made = Hub(small_hub())
    yield made
    made.close()


def bring(hub: Hub, folder: Path, token: Token | None = None) -> list[tuple[int, int]]:
    told: list[tuple[int, int]] = []
    fetch(NAME, folder, token=token or Token(), progress=lambda *of: told.append(of), base=hub.base)
    return told


def failed(hub: Hub, folder: Path, name: str = NAME) -> RecollectError:
    with pytest.raises(RecollectError) as caught:
        fetch(name, folder, token=Token(), base=hub.base)
    return caught.value


def test_what_a_model_needs_arrives_whole(hub: Hub, tmp_path: Path) -> None:
    told = bring(hub, tmp_path / "new")
    expected = {name: data for name, data in hub.files.items() if name != "run.py"}
    assert {path.name: path.read_bytes() for path in (tmp_path / "new").iterdir()} == expected
    total = sum(map(len, expected.values()))
    assert told[-1] == (total, total)
    assert [done for done, _ in told] == sorted({done for done, _ in told})
    steps = [later - earlier for (earlier, _), (later, _) in pairwise(told)]
    assert max(steps) <= 2 << 20, "said at each megabyte; what comes at once is one more at most"
    again = len(hub.asked)
    assert bring(hub, tmp_path / "new")[-1] == (total, total)
    assert [path for path, _ in hub.asked[again:]] == [f"/api/models/{NAME}/tree/main"]


def test_a_broken_connection_goes_on_where_it_ended(hub: Hub, tmp_path: Path) -> None:
    hub.breaks_after = [1_500_000, 700_000]
    bring(hub, tmp_path)
    assert (tmp_path / "model.safetensors").read_bytes() == BIG
    ranges = [said for path, said in hub.asked if path.startswith("/elsewhere/model")]
    assert ranges == [None, "bytes=1500000-", "bytes=2200000-"]


@pytest.mark.parametrize(
    "error", [ssl.SSLEOFError("EOF occurred"), OSError(errno.EHOSTUNREACH, "No route to host")]
)
def test_an_error_of_the_network_is_none_of_the_disk(
    error: OSError, hub: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, left = http.client.HTTPResponse.read1, [1]

    def broken(answer: http.client.HTTPResponse, count: int = -1) -> bytes:
        if left[0] and answer.length and answer.length < len(BIG):
            left[0] -= 1
            raise error
        return read(answer, count)

    monkeypatch.setattr(http.client.HTTPResponse, "read1", broken)
    bring(hub, tmp_path / "new")
    assert left == [0] and (tmp_path / "new" / "model.safetensors").read_bytes() == BIG
    left[0] = download.TRIES
    shutil.rmtree(tmp_path / "new")
    assert failed(hub, tmp_path / "new").code == "model.download"


def test_after_too_many_breaks_it_says_so_and_keeps_what_came(hub: Hub, tmp_path: Path) -> None:
    hub.breaks_after = [1_000_000, 500_000, 250_000]
    error = failed(hub, tmp_path)
    assert error.code == "model.download"
    assert "broke off" in str(error)
    (part,) = tmp_path.glob("*.part")
    assert part.read_bytes() == BIG[:1_750_000]
    bring(hub, tmp_path)
    assert (tmp_path / "model.safetensors").read_bytes() == BIG
    assert hub.asked[-1] == ("/elsewhere/model.safetensors", "bytes=1750000-")
    assert not list(tmp_path.glob("*.part"))


def test_a_stopped_download_goes_on(hub: Hub, tmp_path: Path) -> None:
    token = Token()

    def stop(done: int, total: int) -> None:
        if done > 1 << 20:
            token.cancel()

    with pytest.raises(Cancelled):
        fetch(NAME, tmp_path, token=token, progress=stop, base=hub.base)
    (part,) = tmp_path.glob("*.part")
    there = part.stat().st_size
    assert 0 < there < len(BIG)
    told = bring(hub, tmp_path)
    assert (tmp_path / "model.safetensors").read_bytes() == BIG
    assert hub.asked[-1][1] == f"bytes={there}-"
    assert told[0][0] > 0


def test_a_server_that_cannot_go_on_sends_all_again(hub: Hub, tmp_path: Path) -> None:
    hub.ranges, hub.breaks_after = False, [1_000_000]
    bring(hub, tmp_path)
    assert (tmp_path / "model.safetensors").read_bytes() == BIG


def test_a_part_of_another_version_is_not_continued(hub: Hub, tmp_path: Path) -> None:
    hub.breaks_after = [1_000_000] * 3
    failed(hub, tmp_path)
    hub.breaks_after.clear()
    hub.files["model.safetensors"] = newer = BIG[::-1]
    bring(hub, tmp_path)
    assert (tmp_path / "model.safetensors").read_bytes() == newer
    assert not list(tmp_path.glob("*.part"))
    assert hub.asked[-1][1] is None


@pytest.mark.parametrize("which", ["large", "small"])
def test_a_wrong_checksum_is_thrown_away(which: str, hub: Hub, tmp_path: Path) -> None:
    rows = hub.rows()
    if which == "large":
        hub.false_sum = "0" * 64
    else:
        hub.rows = lambda: [{**row, "oid": "0" * 40} for row in rows]  # type: ignore[method-assign]
    error = failed(hub, tmp_path)
    assert "damaged" in str(error)
    name = "model.safetensors" if which == "large" else "config.json"
    assert error.facts["detail"].startswith(name)
    assert not list(tmp_path.glob(f"{name}*"))


@pytest.mark.parametrize(
    ("status", "said"), [(404, "does not have it"), (401, "terms"), (403, "terms"), (503, "error 503")]
)
def test_refusals_are_said(status: int, said: str, hub: Hub, tmp_path: Path) -> None:
    hub.status = status
    error = failed(hub, tmp_path)
    assert error.code == "model.download"
    assert said in str(error)
    assert NAME in str(error)


def test_no_network_is_said(hub: Hub, tmp_path: Path) -> None:
    closed = Hub({})
    closed.close()
    with pytest.raises(RecollectError) as caught:
        fetch(NAME, tmp_path, token=Token(), base=closed.base)
    assert caught.value.code == "model.download"
    assert "cannot be reached" in str(caught.value)


@pytest.mark.parametrize("base", ["file:///etc", "ftp://127.0.0.1", "nonsense"])
def test_only_web_addresses_are_asked(base: str, tmp_path: Path) -> None:
    with pytest.raises(RecollectError) as caught:
        fetch(NAME, tmp_path, token=Token(), base=base)
    assert caught.value.code == "model.download"


def test_a_server_that_is_no_hub(hub: Hub, tmp_path: Path) -> None:
    hub.rows = lambda: {"error": "no"}  # type: ignore[method-assign, assignment, return-value]
    assert "as a model hub does" in str(failed(hub, tmp_path))
    hub.rows = lambda: []  # type: ignore[method-assign]
    assert "no weights" in str(failed(hub, tmp_path))


@pytest.mark.parametrize("name", ["../../etc", "one", "a/b/c", "a/../b", "/a/b", "a/b?x", "a/-b"])
def test_names_that_lead_elsewhere_are_unknown(name: str, hub: Hub, tmp_path: Path) -> None:
    assert failed(hub, tmp_path, name).code == "model.unknown"
    assert not hub.asked


def test_files_that_lead_elsewhere_are_left(hub: Hub, tmp_path: Path) -> None:
    rows = [{"type": "file", "oid": "0", "size": 1, "path": path} for path in ("../a.json", "x/b.json", ".c")]
    more = [*rows, *hub.rows()]
    hub.rows = lambda: more  # type: ignore[method-assign]
    assert {file.name for file in listing(NAME, hub.base)} == set(hub.files)


def test_a_full_disk_is_said_before_anything_comes(
    hub: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: real._replace(free=5 << 20))
    error = failed(hub, tmp_path)
    assert error.code == "disk.full"
    assert error.facts["free_mb"] == 5
    assert error.facts["needed_mb"] >= 67
    assert not any(path.startswith("/elsewhere") for path, _ in hub.asked)


def test_a_folder_that_may_not_be_written_is_said(hub: Hub, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert failed(hub, tmp_path / "file" / "new").code == "disk.forbidden"


def test_safetensors_are_preferred(hub: Hub) -> None:
    def chosen(*names: str) -> list[str]:
        hub.files = dict.fromkeys(("config.json", *names), b"x")
        return [file.name for file in choose(listing(NAME, hub.base), NAME) if file.name != "config.json"]

    shards = [f"model-0000{i}-of-00002.safetensors" for i in (1, 2)]
    assert chosen("pytorch_model.bin", "model.safetensors", "tf_model.h5") == ["model.safetensors"]
    assert chosen("model.safetensors", *shards) == ["model.safetensors"]
    index = "model.safetensors.index.json"
    assert sorted(chosen(*shards, index, "pytorch_model.bin")) == sorted([*shards, index])
    assert chosen("pytorch_model.bin", "flax_model.msgpack") == ["pytorch_model.bin"]


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_a_real_model_is_fetched_and_imported(hub: Hub, tiny_model: Path, tmp_path: Path) -> None:
    hub.files = files_of(tiny_model)
    card = download_model(NAME, tmp_path, token=Token(), base=hub.base)
    assert card.path == tmp_path / "tiny-clip"
    assert card.id == read_card(tiny_model).id
    assert [one.id for one in list_cards(tmp_path)][1:] == [card.id]
    assert not list((tmp_path / DOWNLOADS).iterdir())


def test_pickled_weights_become_safetensors(hub: Hub, tiny_model: Path, tmp_path: Path) -> None:
    import torch
    from safetensors.torch import load_file

    hub.files = files_of(tiny_model)
    tensors = load_file(tiny_model / "model.safetensors")
    torch.save(tensors, tmp_path / "pickled.bin")
    del hub.files["model.safetensors"]
    hub.files["pytorch_model.bin"] = (tmp_path / "pickled.bin").read_bytes()
    hub.large.add("pytorch_model.bin")
    card = download_model(NAME, tmp_path / "models", token=Token(), base=hub.base)
    found = load_file(card.path / "model.safetensors")
    assert found.keys() == tensors.keys()
    assert all(bool((found[name] == tensors[name]).all()) for name in tensors)
    assert not (card.path / "pytorch_model.bin").exists()


class Harmful:
    def __reduce__(self) -> tuple[Any, ...]:
        return os.mkdir, (os.environ["HARM"],)


@pytest.mark.parametrize("content", [Harmful(), {"weight": Harmful()}, {"weight": "words"}, [1, 2]])
def test_a_pickle_with_anything_but_numbers_is_refused(
    content: Any, hub: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import torch

    monkeypatch.setenv("HARM", str(tmp_path / "harmed"))
    torch.save(content, tmp_path / "weights.bin")
    assert not (tmp_path / "harmed").exists()
    hub.files = {"config.json": b"{}", "pytorch_model.bin": (tmp_path / "weights.bin").read_bytes()}
    with pytest.raises(RecollectError) as caught:
        download_model(NAME, tmp_path / "models", token=Token(), base=hub.base)
    assert caught.value.code == "model.unsafe"
    assert not (tmp_path / "harmed").exists()
    assert not list((tmp_path / "models" / DOWNLOADS).iterdir())
    (tmp_path / "pytorch_model.bin").write_bytes(pickle.dumps(content, protocol=2))
    with pytest.raises(RecollectError):
        to_safetensors(tmp_path)
    assert not (tmp_path / "harmed").exists()


def test_conversion_happens_once_and_shares_no_memory(tmp_path: Path) -> None:
    import torch

    both = torch.arange(6.0).reshape(2, 3)
    torch.save({"a": both, "b": both.T, "c": both[0]}, tmp_path / "pytorch_model.bin")
    to_safetensors(tmp_path)
    made = tmp_path / "model.safetensors"
    before = made.stat().st_mtime_ns
    to_safetensors(tmp_path)
    assert made.stat().st_mtime_ns == before
    (tmp_path / "empty").mkdir()
    to_safetensors(tmp_path / "empty")
    assert not list((tmp_path / "empty").iterdir())
    (tmp_path / "cut").mkdir()
    data = (tmp_path / "pytorch_model.bin").read_bytes()
    (tmp_path / "cut" / "pytorch_model.bin").write_bytes(data[: len(data) // 2])
    with pytest.raises(RecollectError) as caught:
        to_safetensors(tmp_path / "cut")
    assert caught.value.code in ("model.damaged", "model.unsafe")


def test_a_disk_that_is_full_while_weights_are_converted(
    hub: Hub, tiny_model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the library for safetensors says it: its own error, with the system's number in words."""
    import safetensors.torch
    import torch
    from safetensors import SafetensorError
    from safetensors.torch import load_file

    torch.save(load_file(tiny_model / "model.safetensors"), tmp_path / "pytorch_model.bin")
    hub.files = {**files_of(tiny_model), "pytorch_model.bin": (tmp_path / "pytorch_model.bin").read_bytes()}
    del hub.files["model.safetensors"]

    def full(*_: Any, **__: Any) -> None:
        raise SafetensorError("Error while serializing: I/O error: No space left on device (os error 28)")

    with monkeypatch.context() as patch:
        patch.setattr(safetensors.torch, "save_file", full)
        with pytest.raises(RecollectError) as caught:
            download_model(NAME, tmp_path / "models", token=Token(), base=hub.base)
    assert caught.value.code == "disk.full"
    asked = len([path for path, _ in hub.asked if "elsewhere" in path])
    assert download_model(NAME, tmp_path / "models", token=Token(), base=hub.base).dimension > 0
    assert len([path for path, _ in hub.asked if "elsewhere" in path]) == asked, "what came was kept"


def test_what_is_no_model_after_all_is_not_kept(hub: Hub, tmp_path: Path) -> None:
    with pytest.raises(RecollectError) as caught:
        download_model(NAME, tmp_path, token=Token(), base=hub.base)
    assert caught.value.code.startswith("model.")
    assert not list((tmp_path / DOWNLOADS).iterdir())


def test_the_hub_can_be_another_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RECOLLECT_HUB", raising=False)
    assert download.hub() == "https://huggingface.co"
    monkeypatch.setenv("RECOLLECT_HUB", "http://mirror.example/")
    assert download.hub() == "http://mirror.example"
