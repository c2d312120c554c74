"""Fetching a model: its terms come first, in the window and on the command line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from typer.testing import CliRunner

from app.panels.models import ModelsPage
from core.jobs import Progress
from core.library.values import ModelInfo
from tests.small_hub import Hub

NAME = "openai/clip-vit-base-patch32"
CLIP = ModelInfo(
    NAME, "CLIP ViT-B/32", "clip", f"https://huggingface.co/{NAME}", 0, 605.0, ("en",), "Wide.", "MIT", False,
    "absent",
)  # fmt: skip
ALIGN = ModelInfo(
    "k/align", "ALIGN base", "align", "https://huggingface.co/k/align", 0, 690.0, ("en",), "Fine.", "", False,
    "absent",
)  # fmt: skip


@pytest.fixture
def page(qtbot, theme):
    made = ModelsPage(theme)
    made.resize(900, 680)
    made.show_offered([CLIP, ALIGN])
    made.show()
    QApplication.processEvents()
    yield made
    shiboken6.delete(made)


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_terms_are_shown_before_anything_is_downloaded(qtbot, page):
    asked = []
    page.download_asked.connect(asked.append)
    clip, align = page.offers[NAME], page.offers["k/align"]
    assert page.more.isVisible() and not clip.ask.isVisible()
    click(qtbot, clip.get)
    assert clip.terms.isVisible() and not clip.get.isVisible()
    assert clip.terms.text() == (
        "Licence: MIT\n605 MB are downloaded from huggingface.co. Nothing of your photos is sent."
    )
    assert QApplication.focusWidget() is clip.go
    click(qtbot, align.get)  # one question at a time
    assert not clip.ask.isVisible() and clip.get.isVisible()
    assert "not named by those who made it" in align.terms.text()
    with qtbot.waitSignal(page.link_asked, timeout=500) as shown:
        click(qtbot, align.page)
    assert shown.args == ["https://huggingface.co/k/align"]
    click(qtbot, align.no)
    assert not align.ask.isVisible() and asked == []
    click(qtbot, clip.get)
    click(qtbot, clip.go)
    assert asked == [NAME] and not clip.ask.isVisible()


def test_one_download_at_a_time_with_its_progress(qtbot, page):
    page.show_import(Progress(0, None), download=True)
    page.show_import(Progress(200_000_000, 605_000_000), download=True)
    assert page.importing.text.text() == "Downloading the model · 200 MB of 605 MB"
    assert not page.offers[NAME].get.isEnabled() and not page.bring.isEnabled()
    page.show_import(Progress(1_000_000, 2_000_000))
    assert page.importing.text.text().startswith("Copying the model")
    page.show_import(None)
    assert page.offers[NAME].get.isEnabled() and page.bring.isEnabled()


def test_offers_go_when_the_model_is_here(page):
    page.show_offered([ALIGN])
    QApplication.processEvents()
    said = [one.text() for one in page.findChildren(QLabel) if one.isVisible()]
    assert "ALIGN base" in said and "CLIP ViT-B/32" not in said
    page.show_offered([])
    assert not page.more.isVisible()


@pytest.fixture
def hub(own_home: Path, tiny_model: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    made = Hub({file.name: file.read_bytes() for file in tiny_model.iterdir() if file.is_file()}, NAME)
    monkeypatch.setenv("RECOLLECT_HUB", made.base)
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    yield made
    made.close()


def recollect(*arguments: str, code: int = 0) -> tuple[str, str]:
    from app.cli.program import app

    done = CliRunner().invoke(app, list(arguments))
    assert done.exit_code == code, (done.stdout, done.stderr, done.exception)
    return done.stdout, done.stderr


def test_the_command_line_shows_the_terms_and_fetches(hub: Hub, own_home: Path) -> None:
    listed = json.loads(recollect("models", "download", "--json")[0])
    assert NAME in [one["id"] for one in listed]
    assert all(one["state"] == "absent" and one["path"].startswith("https://") for one in listed)
    said = recollect("models", "download", NAME, code=2)[1]
    assert "Licence: MIT" in said and "Nothing was downloaded" in said
    assert not hub.asked
    fetched = json.loads(recollect("models", "download", NAME.split("/")[1], "--accept", "--json")[0])
    assert fetched["path"] == str(own_home / "models" / "clip-vit-base-patch32")
    assert fetched["state"] == "ready"
    listed = json.loads(recollect("models", "download", "--json")[0])
    assert NAME not in [one["id"] for one in listed]


def test_what_cannot_be_fetched_is_said(hub: Hub, own_home: Path) -> None:
    assert "no model called nonsense" in recollect("models", "download", "nonsense", "--accept", code=2)[1]
    hub.status = 503
    said = recollect("models", "download", NAME, "--accept", code=1)[1]
    assert "could not be downloaded" in said and "error 503" in said
    (own_home / "settings.json").write_text(json.dumps({"network.allowed": False}))
    asked = len(hub.asked)
    said = recollect("models", "download", NAME, "--accept", code=1)[1]
    assert "the settings forbid the network" in said
    assert len(hub.asked) == asked
