"""A small library with a tiny region model, made once and copied for each test."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from core.errors import RecollectError
from core.jobs import BACKGROUND, Context, Event, Token
from core.library import Library
from core.models import device
from tests.photos import make_photos
from tests.tiny_models import make_tiny, make_tiny_regions

PHOTOS = 8


@dataclass(frozen=True)
class Made:
    """Folders: the library's, its photos', and the models'."""

    home: Path
    photos: Path
    encoder: Path
    regions: Path
    other_regions: Path


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """An indexed library, none of whose photos was looked into."""
    place = tmp_path_factory.mktemp("regions")
    encoder = make_tiny("align", place / "align")
    regions = make_tiny_regions(place / "regions", encoder)
    other = make_tiny_regions(place / "other", encoder, seed=1)
    made = Made(place / "home", place / "photos", encoder, regions, other)
    make_photos(made.photos, PHOTOS)
    # Words and measured plans are kept there, so that no test has to make them.
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RECOLLECT_HOME", str(made.home))
        patch.setattr(device, "probe", partial(device.probe, seconds=0.1))
        library = Library.open(made.home)
        library.settings.set("model.active", str(encoder))
        library.settings.set("precision", "fp32")
        library.settings.set("regions.vocabulary", "voc")
        library.add_folder(made.photos)
        library.index_now(None, context())
        for model in (other, regions):
            library.settings.set("regions.model", str(model))
            library.lanes.background.submit("wait", lambda _: None).wait()
            library._segmenting.measure()
        library.regions.learn(context().turn)
        library.close()
    return made


@pytest.fixture
def looking(made: Made, own_home: Path) -> Iterator[Library]:
    """A copy of that library, open."""
    shutil.copytree(made.home, own_home, dirs_exist_ok=True)
    library = Library.open(own_home)
    yield library
    library.close()


@pytest.fixture
def said(looking: Library) -> list[RecollectError]:
    """What the library tells the person."""
    heard: list[RecollectError] = []
    looking.on_change(lambda change: heard.append(change.facts["error"]) if change.kind == "notice" else None)
    return heard


def context(token: Token | None = None, heard: Callable[[Event], None] | None = None) -> Context:
    return Context(token or Token(), BACKGROUND, heard or (lambda event: None), lambda: None)
