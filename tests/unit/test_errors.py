"""The error table: every row is a sentence, facts never break it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from core.errors import TABLE, RecollectError, explain

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("code", sorted(TABLE))
def test_every_row_speaks_in_sentences(code: str) -> None:
    error = RecollectError(code)
    for sentence in (error.reason, error.remedy):
        assert sentence == "?" or sentence[0].isupper() or sentence[0] in "?{"
        assert sentence[-1] in ".?0123456789" or ":" in sentence


def test_missing_and_odd_facts_never_break_the_sentence() -> None:
    error = RecollectError("folder.missing", path="/tmp/{odd}\n")
    assert "{odd}" in str(error)
    assert "?" in RecollectError("folder.missing").reason


def test_a_misspelt_code_is_our_bug() -> None:
    with pytest.raises(KeyError):
        RecollectError("no.such.code")


def test_a_problem_stored_by_a_newer_version_is_still_shown() -> None:
    reason, remedy = explain("photo.from_the_future", {})
    assert "photo.from_the_future" in reason and remedy


def test_every_code_in_the_source_is_in_the_table() -> None:
    used: set[str] = set()
    for folder in ("core", "app"):
        for file in (ROOT / folder).rglob("*.py"):
            used |= set(re.findall(r"RecollectError\(\s*\"([a-z_.]+)\"", file.read_text("utf-8")))
    assert used
    assert used <= set(TABLE)
