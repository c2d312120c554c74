"""Settings: declared once, validated, and a bad file never stops the program."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest

from core.errors import RecollectError
from core.settings import SETTINGS, Settings


def test_a_value_survives_a_restart(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    Settings(file).set("index.ef", 300)
    assert Settings(file).get("index.ef") == 300


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("index.ef", 1),
        ("index.ef", "many"),
        ("index.ef", True),
        ("index.ef", 200.5),
        ("index.ef", float("inf")),
        ("index.ef", "9" * 5000),
        ("device", "tpu"),
        ("search.strictness", 2),
        ("search.strictness", float("nan")),
        ("search.strictness", "nan"),
        pytest.param("search.strictness", 10**400, id="huge"),
        ("model.active", "no\0name"),
        ("model.active", "\ud800"),
    ],
)
def test_a_bad_value_is_refused_and_changes_nothing(tmp_path: Path, key: str, value: object) -> None:
    settings = Settings(tmp_path / "settings.json")
    before = settings.get(key)
    with pytest.raises(RecollectError) as caught:
        settings.set(key, value)
    assert caught.value.code == "settings.bad_value"
    assert settings.get(key) == before
    assert not (tmp_path / "settings.json").exists()


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[1]", b"7", b"\x00", b'{"device": "\xff"}', b"[" * 100_000, b"1" * 5000]
)
def test_a_damaged_file_falls_back_and_says_so(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(data)
    settings = Settings(file)
    assert settings.get("device") == "auto"
    assert [note.code for note in settings.notes] == ["settings.bad_value"]
    assert settings.notes[0].reason.startswith("settings.json cannot be read (")
    settings.set("device", "cpu")
    assert Settings(file).get("device") == "cpu"


def test_a_folder_in_the_files_place_falls_back_and_cannot_be_written(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.mkdir()
    settings = Settings(file)
    assert settings.get("device") == "auto"
    assert len(settings.notes) == 1
    with pytest.raises(RecollectError) as caught:
        settings.set("device", "cpu")
    assert caught.value.code == "disk.forbidden" and str(file) in caught.value.reason
    assert os.listdir(tmp_path) == ["settings.json"]


@pytest.mark.parametrize(
    ("key", "stored"),
    [
        ("threads", "Infinity"),
        ("threads", "-Infinity"),
        ("threads", "NaN"),
        ("threads", "1e999"),
        ("threads", "2.5"),
        ("threads", "null"),
        ("threads", "[4]"),
        ("threads", "{}"),
        ("threads", "true"),
        ("search.strictness", "NaN"),
        ("search.strictness", "1" + "0" * 400),
        ("search.strictness", "[]"),
        ("device", "7"),
        ("device", "null"),
        ("device", '["cpu"]'),
        ("model.active", "false"),
    ],
)
def test_a_stored_value_that_is_none_falls_back_alone(tmp_path: Path, key: str, stored: str) -> None:
    file = tmp_path / "settings.json"
    file.write_text(f'{{"{key}": {stored}, "index.ef": 300}}')
    settings = Settings(file)
    assert settings.get(key) == Settings().get(key)
    assert settings.get("index.ef") == 300
    assert [(note.code, note.facts["key"]) for note in settings.notes] == [("settings.bad_value", key)]


def test_an_editors_mark_at_the_beginning_is_no_damage(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(b'\xef\xbb\xbf{"index.ef": 300.0}')
    settings = Settings(file)
    assert (settings.get("index.ef"), settings.notes) == (300, [])


@pytest.mark.parametrize("step", ["mkstemp", "fsync", "replace", "mkdir"])
@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk.full"),
        (errno.EDQUOT, "disk.full"),
        (errno.EROFS, "disk.forbidden"),
        (errno.EACCES, "disk.forbidden"),
    ],
)
def test_a_disk_that_takes_nothing_is_said_and_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int, code: str
) -> None:
    file = tmp_path / "settings.json"
    settings = Settings(file)
    settings.set("index.ef", 300)
    before = file.read_bytes()
    heard: list[object] = []
    settings.observe(lambda key, value: heard.append(value))

    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    place = {"mkstemp": "tempfile.mkstemp", "mkdir": "pathlib.Path.mkdir"}.get(step, f"os.{step}")
    with monkeypatch.context() as broken:
        broken.setattr(place, refuse)
        with pytest.raises(RecollectError) as caught:
            settings.set("index.ef", 400)
    assert caught.value.code == code
    assert "?" not in caught.value.reason and str(tmp_path) in caught.value.reason
    assert (settings.get("index.ef"), heard) == (300, [])
    assert file.read_bytes() == before
    assert os.listdir(tmp_path) == ["settings.json"]
    settings.set("index.ef", 500)
    assert Settings(file).get("index.ef") == 500


def test_a_stored_value_out_of_bounds_falls_back_alone(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"index.ef": -1, "device": "cpu"}))
    settings = Settings(file)
    assert settings.get("index.ef") == 200
    assert settings.get("device") == "cpu"
    assert len(settings.notes) == 1


def test_keys_of_a_newer_version_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"from.the.future": 7}))
    Settings(file).set("device", "cpu")
    assert json.loads(file.read_text())["from.the.future"] == 7


def test_a_wrong_key_is_said() -> None:
    with pytest.raises(RecollectError) as caught:
        Settings().get("no.such")
    assert caught.value.code == "settings.unknown"


def test_observers_hear_a_change() -> None:
    settings = Settings()
    heard: list[tuple[str, object]] = []
    settings.observe(lambda key, value: heard.append((key, value)))
    settings.set("search.strictness", "0.7")
    assert heard == [("search.strictness", 0.7)]


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.key)
def test_every_setting_has_a_sentence_and_a_valid_default(setting) -> None:
    assert setting.sentence.endswith(".")
    assert setting.parse(setting.default) == setting.default
    assert setting.allowed
