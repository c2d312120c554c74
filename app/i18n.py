"""The window's language: which one, what is loaded for it, and the engine's sentences in it.

Texts in the source are English. ``packaging/translations.py`` makes the files this module loads.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from core import errors, paths
from core.errors import RecollectError
from core.settings import Setting

log = logging.getLogger(__name__)

NAMES: dict[str, str] = {"en": "English", "zh_CN": "中文（简体）", "de": "Deutsch", "es": "Español"}
"""The languages there are, each by its own name."""

ENGLISH = "en"
UNKNOWN = errors.Entry("Difficulty “{code}”.", "Update Recollect to learn more.")
"""Shown for a problem that only a newer version knows, as ``core.errors.explain`` does."""

_OURS = "recollect-translator"
_LONG = 1 << 63


@dataclass(frozen=True)
class Loaded:
    """What ``install`` did: the language in use, the files loaded, and those that were not there."""

    language: str
    files: tuple[Path, ...]
    missing: tuple[str, ...]


def language_of(setting: str, system: Sequence[str] | None = None) -> str:
    """The language for a value of the setting ``language``, one of ``NAMES``.

    ``system`` is what the person prefers, the best first, as "de-AT" or "de_AT" (asked of the system if
    not given). Every Chinese is answered with zh_CN; without any that we know it is English.
    """
    if setting in NAMES:
        return setting
    if setting != "system":
        return ENGLISH
    wishes = QLocale.system().uiLanguages() if system is None else system
    by_family = {code.partition("_")[0]: code for code in NAMES}
    families = (wish.replace("_", "-").partition("-")[0].lower() for wish in wishes)
    return next((by_family[family] for family in families if family in by_family), ENGLISH)


def locale_of(language: str) -> QLocale:
    """How numbers and dates are written beside this language: as the system does, if it speaks it."""
    system = QLocale.system()
    wanted = QLocale(language)
    return system if system.language() == wanted.language() else wanted


def install(
    application: QCoreApplication,
    setting: str,
    *,
    folder: Path | None = None,
    system: Sequence[str] | None = None,
) -> Loaded:
    """Load a language and make its numbers and dates the default; before any window is made.

    Called again it replaces what was loaded before. ``folder`` holds our files (those that come with
    Recollect if not given). Reads two small files. A file that is missing leaves its texts English.
    """
    remove(application)
    language = language_of(setting, system)
    QLocale.setDefault(locale_of(language))
    ours = paths.resource("translations") if folder is None else folder
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    files, missing = [], []
    # The last one installed is asked first: our texts before Qt's.
    for file in (qt / f"qtbase_{language}.qm", ours / f"recollect_{language}.qm"):
        translator = QTranslator(application)
        translator.setObjectName(_OURS)
        if file.is_file() and translator.load(str(file)) and application.installTranslator(translator):
            files.append(file)
        else:
            translator.deleteLater()
            missing.append(file.name)
    log.info("language %s from %s", language, ", ".join(file.name for file in files) or "the source")
    if f"recollect_{language}.qm" in missing:
        log.warning("the texts for %s are missing from %s", language, ours)
    return Loaded(language, tuple(files), tuple(missing))


def remove(application: QCoreApplication) -> None:
    """Take away what ``install`` loaded: the texts are English again, numbers are the system's."""
    for translator in application.findChildren(QTranslator, _OURS):
        application.removeTranslator(translator)
        translator.setParent(None)
        translator.deleteLater()
    QLocale.setDefault(QLocale.system())


def explain(error: RecollectError) -> tuple[str, str]:
    """What happened and what the person can do, in the window's language."""
    facts = dict(error.facts)
    inner = error.__cause__
    if error.code == "photo.asked_with" and isinstance(inner, RecollectError):
        # Its facts are another difficulty's sentences, already put together in English.
        facts["reason"], facts["remedy"] = explain(inner)
    return sentences(error.code, facts)


def sentences(code: str, facts: Mapping[str, Any]) -> tuple[str, str]:
    """Reason and remedy of a remembered problem, in the window's language; never raises on odd facts."""
    entry = errors.TABLE.get(code)
    if entry is None:
        return _errors(UNKNOWN.reason).format(code=code), _errors(UNKNOWN.remedy)
    shown = {name: _shown(value) for name, value in facts.items()}
    return errors.fill(_errors(entry.reason), shown), errors.fill(_errors(entry.remedy), shown)


def said(error: RecollectError) -> str:
    """Reason and remedy in one line, for a notice."""
    return " ".join(explain(error))


def sentence_of(setting: Setting) -> str:
    """The sentence that explains a setting, in the window's language."""
    return QCoreApplication.translate("Settings", setting.sentence)


def _errors(text: str) -> str:
    return QCoreApplication.translate("Errors", text) if text else ""


def _shown(value: Any) -> str:
    """A fact for the middle of a sentence: numbers as the locale writes them, the engine's own words
    ("another program") translated where they are known.
    """
    if isinstance(value, int) and not isinstance(value, bool) and -_LONG <= value < _LONG:
        return QLocale().toString(value)
    if isinstance(value, float):
        return QLocale().toString(value, "f", QLocale.FloatingPointPrecisionOption.FloatingPointShortest)
    if isinstance(value, bytes):
        return paths.display(value)
    return _errors(str(value))
