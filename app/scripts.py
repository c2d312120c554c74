"""Can the model read what was typed? Told by the letters: a model that reads English reads no Chinese."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence

# The script of a letter is the first word of its Unicode name.
_SCRIPTS = {
    "LATIN": "Latin",
    "CYRILLIC": "Cyrillic",
    "GREEK": "Greek",
    "ARABIC": "Arabic",
    "HEBREW": "Hebrew",
    "DEVANAGARI": "Devanagari",
    "THAI": "Thai",
    "HANGUL": "Korean",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "CJK": "Chinese",
}
_OF_LANGUAGES = {
    "ar": {"Arabic"},
    "bg": {"Cyrillic"},
    "el": {"Greek"},
    "fa": {"Arabic"},
    "he": {"Hebrew"},
    "hi": {"Devanagari"},
    "ja": {"Japanese", "Chinese"},
    "ko": {"Korean"},
    "ru": {"Cyrillic"},
    "th": {"Thai"},
    "uk": {"Cyrillic"},
    "zh": {"Chinese"},
}
_MANY = {"multi", "multilingual", "mul", "*"}


def script_of(text: str) -> str | None:
    """The script most letters of a text are written in; None without any that we know."""
    found: Counter[str] = Counter()
    for letter in text[:2000]:
        if letter.isalpha():
            script = _SCRIPTS.get(unicodedata.name(letter, "").split(" ")[0].split("-")[0])
            if script is not None:
                found[script] += 1
    return found.most_common(1)[0][0] if found else None


def readable(text: str, languages: Sequence[str]) -> bool:
    """Whether a model for these languages (codes such as "en" or "zh") knows the script of a text.

    Without known languages, or for a model of many, it is taken to be readable.
    """
    script = script_of(text)
    codes = {language.split("-")[0].split("_")[0].casefold() for language in languages}
    if script is None or not codes or codes & _MANY:
        return True
    known = {script for code in codes for script in _OF_LANGUAGES.get(code, {"Latin"})}
    return script in known
