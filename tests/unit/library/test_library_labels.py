"""Labels and themes with the real starter on the sample photos; a person's own vocabulary."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Iterator

import numpy as np
import pytest
from numpy.typing import ArrayLike, NDArray

from core.catalogue import photos
from core.errors import RecollectError
from core.jobs import BACKGROUND, Context, Token, Turn
from core.library import Arrangement, Library
from core.paths import resource
from core.search import search as searching

SAMPLES = (
    *("cat-and-yarn", "snowy-field", "snowy-cabins", "sheep", "city-lights", "forest-stream"),
    *("snowy-peak-with-trees", "great-wall", "waterfall", "tea-gardens", "kitten", "astronaut"),
)


def context() -> Context:
    return Context(Token(), BACKGROUND, lambda event: None, lambda: None)


@pytest.fixture(scope="module")
def shared_library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """22 samples, one of them thrice, searched with the built-in model."""
    place, source = tmp_path_factory.mktemp("photos"), resource("samples")
    others = [
        file.stem for file in sorted(source.iterdir()) if file.suffix == ".jpg" and file.stem not in SAMPLES
    ]
    for name in (*SAMPLES, *others[:10]):
        shutil.copy2(source / f"{name}.jpg", place)
    for name in ("again", "and again"):
        shutil.copy2(source / "cat-and-yarn.jpg", place / f"{name}.jpg")
    library = Library.open(tmp_path_factory.mktemp("home"))
    library.add_folder(place)
    library.index_now(None, context())
    yield library
    library.close()


def photo(library: Library, name: str) -> int:
    rows = library.rows(library.all_photos().photo_ids.tolist())
    return next(row.id for row in rows if row.name == f"{name}.jpg")


def test_labels_say_what_is_to_be_seen(shared_library: Library) -> None:
    tags = {name: shared_library.tags(photo(shared_library, name)) for name in SAMPLES}
    shown = {name: {tag.term for tag in found} for name, found in tags.items()}
    assert "cat" in shown["cat-and-yarn"] and "cat" not in shown["city-lights"]
    assert "snow" in shown["snowy-field"] and "sheep" in shown["sheep"] and "forest" in shown["forest-stream"]
    for found in tags.values():
        assert [tag.share for tag in found] == sorted((tag.share for tag in found), reverse=True)
    german = {tag.term: tag.shown for tag in shared_library.tags(photo(shared_library, "cat-and-yarn"), "de")}
    assert german["cat"] == "Katze"
    assert shared_library.tags(10**9) == []


def test_a_photo_that_leaves_the_index_while_it_is_named(
    shared_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, index = photo(shared_library, "sheep"), shared_library._models.index()
    with shared_library._shared.catalogue.reading() as conn:
        content = photos.rows(conn, [one])[0].content_id
    vector, has = index.vectors([content]), index.has

    def there_and_gone(keys: ArrayLike) -> NDArray[np.bool_]:
        found = has(keys)
        index.remove([content])
        return found

    with monkeypatch.context() as patch:
        patch.setattr(index, "has", there_and_gone)
        shared_library.tags(one)
    index.remove([content])
    assert shared_library.tags(one) == []
    index.add([content], vector)
    assert shared_library.tags(one) != []


@pytest.mark.parametrize("stacks", [True, False])
@pytest.mark.parametrize("strictness", [0.5, 0.2])
def test_a_click_on_a_theme_finds_what_it_promises(
    shared_library: Library, stacks: bool, strictness: float
) -> None:
    shared_library.settings.set("results.stacks", stacks)
    shared_library.settings.set("search.strictness", strictness)
    try:
        shared_library.labels.sweep(Turn(BACKGROUND))
        themes = shared_library.themes()
        assert themes
        for theme in themes:
            hits = shared_library.search(theme.term, arrangement=Arrangement(stacks=stacks))
            assert theme.count == np.count_nonzero(hits.bands == 0) > 0, theme
    finally:
        shared_library.settings.set("results.stacks", True)
        shared_library.settings.set("search.strictness", 0.5)


def test_an_own_vocabulary_with_terms_that_look_like_filters(shared_library: Library) -> None:
    file = shared_library.labels.vocabulary_file
    file.write_text("[pets]\ncat\tcats\nsnow type:raw\n-dog\na cat or a dog\ntype:raw\n", "utf-8")
    try:
        tags = shared_library.tags(photo(shared_library, "cat-and-yarn"))
        assert "cat" in {tag.term for tag in tags}
        shared_library.labels.sweep(Turn(BACKGROUND))
        themes = shared_library.themes()
        assert '"snow type:raw"' in {theme.term for theme in themes}
        for theme in themes:
            hits = shared_library.search(theme.term, arrangement=Arrangement(stacks=True))
            assert hits.ranked and theme.count == np.count_nonzero(hits.bands == 0)
    finally:
        file.unlink()


def test_a_vocabulary_that_cannot_be_read_is_said_and_indexing_goes_on(shared_library: Library) -> None:
    shared_library.labels.sweep(Turn(BACKGROUND))
    before = shared_library.themes()
    file = shared_library.labels.vocabulary_file
    heard: list[str] = []
    shared_library.on_change(
        lambda change: heard.append(change.facts["error"].code) if change.kind == "notice" else None
    )
    for bad in (b"a\tb\tc\n", b"\xff\xfe\n", b"x" * 300):
        file.write_bytes(bad)
        with pytest.raises(RecollectError) as raised:
            shared_library.tags(photo(shared_library, "astronaut"))
        assert raised.value.code == "labels.bad_vocabulary"
        assert shared_library.themes() == []
        shared_library.labels.sweep(Turn(BACKGROUND))
    assert heard == ["labels.bad_vocabulary"] * 3
    file.unlink()
    assert shared_library.themes() == before
    file.mkdir()
    shared_library.labels.sweep(Turn(BACKGROUND))
    assert len(heard) == 4
    file.rmdir()


def test_themes_of_another_encoder_are_not_shown(shared_library: Library) -> None:
    from core.catalogue import values

    shared_library.labels.sweep(Turn(BACKGROUND))
    assert shared_library.themes("de")
    with shared_library._shared.catalogue.writing(photos=False) as conn:
        values.put(conn, "themes", {"encoder": "another", "themes": [("cat", 3)]})
    assert shared_library.themes() == []
    shared_library.labels.sweep(Turn(BACKGROUND))
    assert shared_library.themes()


def test_where_a_graph_answers_the_numbers_are_those_of_all_photos(
    shared_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The graph names a few of the best; when all of these match, there may be more."""
    texts = ("cat", "snow", "a mountain valley", "zebra")
    shared_library.settings.set("search.strictness", 0.0)
    everything = {text: shared_library._answering.strong(text, Turn()) for text in texts}
    finder = shared_library._finding.finder(Turn())

    def near(query: np.ndarray, count: int) -> tuple[np.ndarray, np.ndarray]:
        keys, scores = shared_library._models.index().scores(query)
        order = np.argsort(-scores, kind="stable")[:count]
        return keys[order], scores[order]

    monkeypatch.setattr(finder, "_near", near)
    exact = set()
    for text, few in itertools.product(texts, (2, 8, 15)):
        monkeypatch.setattr(searching, "GRAPH_HITS", few)
        hits = shared_library.search(text, arrangement=Arrangement(stacks=True))
        exact.add(hits.exact)
        assert np.count_nonzero(hits.bands == 0) == everything[text]
        assert shared_library._answering.strong(text, Turn()) == everything[text]
    assert max(everything.values()) > 2 and exact == {True, False}
    named = shared_library.search("astronaut")
    assert named.exact and named.named == 1
    shared_library.settings.set("search.strictness", 0.5)
