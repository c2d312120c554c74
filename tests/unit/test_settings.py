"""Settings: declared once, validated, and a bad file never stops the program."""

from __future__ import annotations

import json
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
    [("index.ef", 1), ("index.ef", "many"), ("device", "tpu"), ("index.ef", True), ("search.strictness", 2)],
)
def test_a_bad_value_is_refused_and_changes_nothing(tmp_path: Path, key: str, value: object) -> None:
    settings = Settings(tmp_path / "settings.json")
    before = settings.get(key)
    with pytest.raises(RecollectError) as caught:
        settings.set(key, value)
    assert caught.value.code == "settings.bad_value"
    assert settings.get(key) == before
    assert not (tmp_path / "settings.json").exists()


@pytest.mark.parametrize("text", ["", "{", "[1]", "\x00"])
def test_a_damaged_file_falls_back_and_says_so(tmp_path: Path, text: str) -> None:
    file = tmp_path / "settings.json"
    file.write_text(text)
    settings = Settings(file)
    assert settings.get("device") == "auto"
    assert [note.code for note in settings.notes] == ["settings.bad_value"]


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
