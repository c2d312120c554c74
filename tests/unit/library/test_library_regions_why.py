"""Why a photo matched: where the active encoder sees the words."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from core.catalogue.connect import raw
from core.errors import RecollectError
from core.jobs import VIEWER, Turn
from core.labels.why import heat
from core.library import Library
from core.search.bands import neutral_texts

TURN = Turn(VIEWER)


def first(library: Library) -> int:
    return int(library.all_photos().photo_ids[0])


def test_the_heat_is_that_of_the_encoder(looking: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    one = first(looking)
    found = looking.regions.why(one, 'dog part:"red ball"^2 -snow like:"/x.jpg" is:favourite')
    encoder = looking._models.encoder()
    sight = looking.regions._sight
    cells = encoder.dense(encoder.prepare_dense(sight.whole(sight.place(one))), TURN)
    finder = looking._finding.finder(TURN)
    dog, ball = finder.text_vectors(["dog", "red ball"], TURN)
    asked = (dog + 2 * ball) / np.linalg.norm(dog + 2 * ball)
    expected = heat(cells, asked, finder.text_vectors(neutral_texts(), TURN))
    assert found.photo_id == one and np.allclose(found.heat, expected, atol=1e-4)
    assert found.heat.min() >= 0 and found.heat.max() <= 1
    content = looking.regions._sight.place(one).content_id
    assert found.score == pytest.approx(
        float(looking._models.index().vectors([content])[0] @ asked), abs=1e-4
    )

    def refuse(*_: Any) -> Any:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(encoder, "dense", refuse)
    again = looking.regions.why(one, "a cat")
    assert again.heat.shape == found.heat.shape, "other words need no network"


@pytest.mark.parametrize("text", ["", 'like:"/x.jpg"', "is:favourite", "-snow"])
def test_without_words_there_is_no_reason(looking: Library, text: str) -> None:
    with pytest.raises(RecollectError) as caught:
        looking.regions.why(first(looking), text)
    assert caught.value.code == "query.empty"


def test_a_photo_that_goes_while_the_network_runs(looking: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    one, encoder = first(looking), looking._models.encoder()
    dense = encoder.dense

    def slow(*given: Any) -> Any:
        with looking._shared.catalogue.writing() as conn:
            raw(conn).execute("UPDATE photos SET gone_at = 1 WHERE id = ?", (one,))
        return dense(*given)

    monkeypatch.setattr(encoder, "dense", slow)
    with pytest.raises(RecollectError) as caught:
        looking.regions.why(one, "dog")
    assert caught.value.code == "photo.not_found"


def test_an_encoder_that_cannot_tell_says_so(looking: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(looking._models.encoder()), "supports_dense", False)
    with pytest.raises(RecollectError) as caught:
        looking.regions.why(first(looking), "dog")
    assert caught.value.code == "model.no_map"


def test_a_photo_that_went(looking: Library) -> None:
    with pytest.raises(RecollectError) as caught:
        looking.regions.why(12_345, "dog")
    assert caught.value.code == "photo.not_found"
    with pytest.raises(RecollectError) as caught:
        looking.regions.why(first(looking), 'part:""')
    assert caught.value.code.startswith("query.")
