"""Changing the model: the old one answers until the new one is complete; then one switch."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import RecollectError
from core.jobs import Context, Event, Failed, Finished, Progress, Stopped, Token
from core.library import Library
from tests.photos import make_photos
from tests.tiny_models import make_tiny


def context(heard=None, token: Token | None = None) -> Context:
    return Context(token or Token(), 3, heard or (lambda event: None), lambda: None)


@pytest.fixture
def filled(library: Library, tmp_path: Path) -> Library:
    make_photos(tmp_path / "photos", 12, size=(320, 240))
    library.add_folder(tmp_path / "photos")
    library.index_now(None, context())
    return library


def test_the_old_model_answers_until_the_new_one_is_complete(filled: Library, tmp_path: Path) -> None:
    new = make_tiny("siglip", tmp_path / "tiny-siglip")
    before = filled.status().encoder
    answers: list[tuple[str, int]] = []

    def heard(event: Event) -> None:
        if isinstance(event, Progress):
            answers.append((filled.status().encoder, filled.search("a dog").photos_searched))

    info = filled.use_model_now(str(new), context(heard))
    assert answers and set(answers) == {(before, 12)}
    assert filled.status().encoder == info.id != before
    assert filled.search("a dog").photos_searched == 12
    assert [model.state for model in filled.models() if model.id == info.id] in ([], ["active"])


def test_the_new_model_stays_after_a_restart_and_the_old_needs_no_encoding(
    filled: Library, tmp_path: Path, tiny_model: Path
) -> None:
    new = make_tiny("siglip", tmp_path / "tiny-siglip")
    chosen = filled.use_model_now(str(new), context()).id
    home = filled.home
    filled.close()
    with Library.open(home) as again:
        assert again.status().encoder == chosen
        assert again.search("a dog").photos_searched == 12
        steps: list[int] = []
        again.use_model_now(
            str(tiny_model),
            context(lambda event: steps.append(event.done) if isinstance(event, Progress) else None),
        )
        assert not any(steps), "embeddings beside the other model's are kept"
        assert again.search("a dog").photos_searched == 12


def test_a_cancelled_change_leaves_the_old_model_and_goes_on_later(filled: Library, tmp_path: Path) -> None:
    new = make_tiny("siglip", tmp_path / "tiny-siglip")
    before = filled.status().encoder
    ends: list[Event] = []
    job = filled.use_model(str(new), ends.append)
    job.cancel()
    assert job.wait(60)
    assert isinstance(ends[-1], Stopped | Finished)
    if isinstance(ends[-1], Stopped):
        assert filled.status().encoder == before
        assert filled.search("a dog").photos_searched == 12
    assert filled.use_model_now(str(new), context()).state == "active"


def test_a_broken_model_is_refused_and_nothing_changes(filled: Library, tmp_path: Path) -> None:
    new = make_tiny("siglip", tmp_path / "tiny-siglip")
    (new / "model.safetensors").write_bytes(b"garbage")
    before = filled.status().encoder
    ends: list[Event] = []
    assert filled.use_model(str(new), ends.append).wait(60)
    assert isinstance(ends[-1], Failed) and isinstance(ends[-1].error, RecollectError)
    assert filled.status().encoder == before
    assert filled.search("a dog").photos_searched == 12


def test_an_imported_model_is_listed_and_can_be_used_by_name(filled: Library, tmp_path: Path) -> None:
    source = make_tiny("align", tmp_path / "tiny-align")
    info = filled.import_model_now(source, context())
    assert info.id in {model.id for model in filled.models()}
    assert Path(info.path).is_relative_to(filled.home)
    filled.use_model_now(info.id, context())
    assert filled.status().encoder == info.id


def test_a_model_that_disappeared_falls_back_to_the_built_in_one(own_home: Path, tmp_path: Path) -> None:
    notices: list[RecollectError] = []
    with Library.open(own_home) as library:
        library.settings.set("model.active", str(tmp_path / "gone"))
    with Library.open(own_home, notice=notices.append) as library:
        assert library.status().encoder.startswith("align-")
        assert [note.code for note in notices] == ["model.unknown"] or notices[0].code.startswith("model.")


def test_new_photos_come_in_while_the_model_is_changed(filled: Library, tmp_path: Path) -> None:
    new = make_tiny("siglip", tmp_path / "tiny-siglip")
    filled.use_model_now(str(new), context())
    make_photos(tmp_path / "photos", 3, first=90)
    filled.index_now(None, context())
    assert filled.search("a dog").photos_searched == 15
