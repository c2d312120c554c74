"""The window's language: choosing, loading, plurals, the engine's sentences, and the translators' files."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from app import i18n
from core import errors
from core.errors import RecollectError
from core.settings import BY_KEY

ROOT = Path(__file__).resolve().parents[3]

HEAD = '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="{}">'
GERMAN = """
<context><name>Shelf</name>
<message numerus="yes"><source>%Ln photo(s)</source><translation><numerusform>%Ln Foto</numerusform>
<numerusform>%Ln Fotos</numerusform></translation></message>
<message><source>Close</source><translation>Schließen</translation></message>
<message><source>Open</source><translation type="unfinished">Auf</translation></message>
</context>
<context><name>Errors</name>
<message><source>The picture has {megapixels} megapixels, more than the {limit} Recollect opens.</source>
<translation>Mehr als {limit} Megapixel öffnet Recollect nicht, das Bild hat {megapixels}.</translation></message>
<message><source>The file is empty.</source><translation>Die Datei ist leer.</translation></message>
<message><source>The library is in use by {owner}.</source><translation>{owner} nutzt die Bibliothek.</translation>
</message>
<message><source>another program</source><translation>Ein anderes Programm</translation></message>
<message><source>Difficulty “{code}”.</source><translation>Schwierigkeit „{code}“.</translation></message>
</context>
<context><name>Settings</name><message><source>Light or dark.</source><translation>Hell oder dunkel.</translation>
</message></context></TS>
"""
ENGLISH = """
<context><name>Shelf</name><message numerus="yes"><source>%Ln photo(s)</source><translation>
<numerusform>%Ln photo</numerusform><numerusform>%Ln photos</numerusform></translation></message></context></TS>
"""


class Shelf(QObject):
    """Something with texts."""

    def photos(self, count: int) -> str:
        return self.tr("%Ln photo(s)", "", count)

    def close_words(self) -> str:
        return self.tr("Close")

    def open_words(self) -> str:
        return self.tr("Open")


class OtherShelf(Shelf):
    """Texts of a base class are found as well, but for those with a number."""


def _module(name: str) -> ModuleType:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "packaging"))
        return importlib.import_module(name)


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    return _module("translations")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory, tool: ModuleType) -> Path:
    """A folder with a tiny German and English file, compiled as the packaging does."""
    folder = tmp_path_factory.mktemp("translations")
    for language, body in (("de", GERMAN), ("en", ENGLISH)):
        source = folder / f"recollect_{language}.ts"
        source.write_text(HEAD.format(language) + body, "utf-8")
        tool.compile_to(source, folder)
    return folder


@pytest.fixture
def load(qapp: QApplication, files: Path) -> Iterator[Callable[..., i18n.Loaded]]:
    before = QLocale()
    yield lambda setting, **more: i18n.install(qapp, setting, **{"folder": files, **more})
    i18n.remove(qapp)
    QLocale.setDefault(before)
    assert not qapp.findChildren(QTranslator)


@pytest.mark.parametrize(
    ("setting", "system", "language"),
    [
        ("de", ["es-ES"], "de"),
        ("system", ["de-AT", "en"], "de"),
        ("system", ["de_CH"], "de"),
        ("system", ["es-419"], "es"),
        ("system", ["zh-Hant-TW", "zh-TW"], "zh_CN"),
        ("system", ["zh"], "zh_CN"),
        ("system", ["fr-FR", "pt", "es"], "es"),
        ("system", ["fr-FR"], "en"),
        ("system", ["C"], "en"),
        ("system", [], "en"),
        ("xx", ["de"], "en"),
    ],
)
def test_the_language_is_the_first_wish_that_is_spoken(
    setting: str, system: list[str], language: str
) -> None:
    assert i18n.language_of(setting, system) == language


def test_every_language_of_the_setting_has_its_own_name() -> None:
    assert set(BY_KEY["language"].choices) == {"system", *i18n.NAMES}
    for code, name in i18n.NAMES.items():
        native = QLocale(code).nativeLanguageName()
        assert name[:2].casefold() == native[:2].casefold() or code in ("en", "zh_CN"), (name, native)


def test_texts_plurals_and_numbers_are_german(load: Callable[..., i18n.Loaded], files: Path) -> None:
    loaded = load("de")
    assert loaded.language == "de" and loaded.missing == ()
    assert [file.name for file in loaded.files] == ["qtbase_de.qm", "recollect_de.qm"]
    shelf = Shelf()
    assert (shelf.close_words(), shelf.photos(1)) == ("Schließen", "1 Foto")
    assert OtherShelf().close_words() == "Schließen"
    assert shelf.photos(12_345) == f"{QLocale().toString(12_345)} Fotos"
    assert QLocale().language() == QLocale.Language.German
    assert QLocale().decimalPoint() == ","
    assert shelf.open_words() == "Open"  # an unfinished translation is not shown
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"  # Qt's own dialogs


def test_english_has_plurals_too_and_replaces_what_was_loaded(load: Callable[..., i18n.Loaded]) -> None:
    load("de")
    assert load("system", system=["ja"]).language == "en"
    shelf = Shelf()
    assert (shelf.photos(1), shelf.photos(2), shelf.close_words()) == ("1 photo", "2 photos", "Close")
    assert QLocale().toString(1234.5, "f", 1) == "1,234.5" or QLocale.system().language().name == "English"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_a_missing_file_leaves_english_and_is_told(
    load: Callable[..., i18n.Loaded], tmp_path: Path, expected_logs: Callable[[str], None]
) -> None:
    expected_logs("the texts for es are missing")
    loaded = load("es", folder=tmp_path)
    assert loaded.missing == ("recollect_es.qm",) and loaded.language == "es"
    assert Shelf().close_words() == "Close"


def test_the_files_that_come_with_recollect_load(qapp: QApplication) -> None:
    before = QLocale()
    try:
        for language in i18n.NAMES:
            assert i18n.install(qapp, language).missing == ()
    finally:
        i18n.remove(qapp)
        QLocale.setDefault(before)


def test_the_engines_sentences_are_translated_and_filled(load: Callable[..., i18n.Loaded]) -> None:
    load("de")
    large = RecollectError("photo.too_large", megapixels=1234.5, limit=400.0)
    reason, remedy = i18n.explain(large)
    number = QLocale().toString(1234.5, "f", 1)
    assert "," in number
    assert reason == f"Mehr als 400 Megapixel öffnet Recollect nicht, das Bild hat {number}."
    assert remedy == large.remedy  # not translated yet
    assert i18n.said(RecollectError("photo.empty")).startswith("Die Datei ist leer. ")
    busy = RecollectError("catalogue.busy", owner="another program")
    assert i18n.explain(busy)[0] == "Ein anderes Programm nutzt die Bibliothek."
    assert i18n.sentences("photo.from_the_future", {})[0] == "Schwierigkeit „photo.from_the_future“."
    assert i18n.sentence_of(BY_KEY["looks.scheme"]) == "Hell oder dunkel."


def test_the_photo_asked_with_has_its_own_difficulty_translated(load: Callable[..., i18n.Loaded]) -> None:
    load("de")
    cause = RecollectError("photo.empty")
    with pytest.raises(RecollectError) as raised:
        raise RecollectError(
            "photo.asked_with", path="/a.jpg", reason=cause.reason, remedy=cause.remedy
        ) from cause
    assert i18n.explain(raised.value) == ("/a.jpg: Die Datei ist leer.", cause.remedy)


def test_english_sentences_are_those_of_the_engine(load: Callable[..., i18n.Loaded]) -> None:
    load("en")
    for code, entry in errors.TABLE.items():
        fields = set(re.findall(r"\{(\w+)\}", entry.reason + entry.remedy))
        facts = {name: f"the {name}" for name in fields}
        assert i18n.explain(RecollectError(code, **facts)) == errors.explain(code, facts)
    assert i18n.sentences("unknown.code", {}) == errors.explain("unknown.code", {})
    odd = {"path": b"caf\xe9", "free_mb": 10**30, "needed_mb": True}
    assert i18n.sentences("disk.full", odd)[0].startswith("The disk with caf\ufffd is full (1000000")
    assert i18n.sentences("disk.full", {})[0] == errors.explain("disk.full", {})[0]


FORMS = '''
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject
from app.words import look
from app import words

translate = QCoreApplication.translate
TABLE = {"x": QT_TRANSLATE_NOOP("Table", "in a table")}


class Outer(QObject):
    def one(self, n, flag):
        return f"{self.tr('inside an f-string')} {self.tr('d MMM', 'a day')}"

    class Inner(QObject):
        def two(self):
            return self.tr("inner")

    def three(self, n, flag):
        def deep():
            return self.tr("deep")
        self.tr("%n photo(s)", "", n)
        translate("Named", "%n thing(s)", None, n)
        self.tr("split " "text") + self.tr("yes" if flag else "no")
        look("through a helper")
        words.look("through its module")
        look(TABLE["x"])
        """self.tr("in a text")"""
        return deep()  # self.tr("in a comment")

    def wrong(self, other):
        other.tr("of another")
        self.tr("{} left".format(3))
        self.tr()


class Heir(Base):
    def words(self):
        return self.tr("not numbered")


class Base(QObject):
    def words(self, n):
        return self.tr("%n in vain", "", n)
'''
WORDS = '''
from PySide6.QtCore import QCoreApplication


def mark(text: str) -> str:
    """Marks it."""
    return text


def look(text):
    return QCoreApplication.translate("Words", text)


NAMES = (mark("marked"), mark("&File"), mark("&Edit"))
'''


def test_texts_are_found_in_every_form_they_are_written_in(tmp_path: Path) -> None:
    finder = _module("window_texts")
    (tmp_path / "app").mkdir()
    (tmp_path / "core").mkdir()
    (tmp_path / "app/forms.py").write_text(FORMS)
    (tmp_path / "app/words.py").write_text(WORDS)
    (tmp_path / "core/part.py").write_text('raise RecollectError("catalogue.busy", owner="the cat")\n')
    texts = finder.collect(tmp_path)
    found = {(key.context, key.source): use.numbered for key, use in texts.uses.items()}
    expected = {
        ("Table", "in a table"): False,
        ("Outer", "inside an f-string"): False,
        ("Outer", "d MMM"): False,
        ("Inner", "inner"): False,
        ("Outer", "deep"): False,
        ("Outer", "%n photo(s)"): True,
        ("Named", "%n thing(s)"): True,
        ("Outer", "split text"): False,
        ("Outer", "yes"): False,
        ("Outer", "no"): False,
        ("Words", "through a helper"): False,
        ("Words", "through its module"): False,
        ("Words", "marked"): False,
        ("Words", "&File"): False,
        ("Words", "&Edit"): False,
        ("Errors", "the cat"): False,
        ("Errors", "The file is empty."): False,
        ("Settings", "Light or dark."): False,
    }
    assert {key: found[key] for key in expected if key in found} == expected
    assert not any("in a comment" in source or "in a text" in source for _, source in found)
    assert {key.comment for key in texts.uses if key.source == "d MMM"} == {"a day"}
    assert ("Errors", "{detail}") not in found
    assert [line.partition(": ")[2] for line in texts.complaints] == [
        "tr of something else than self: use QCoreApplication.translate",
        "the text is put together before it is looked up",
        "Base is inherited from: use QCoreApplication.translate for a number",
    ]


def _finish(ts: Path) -> None:
    """A translation of everything into itself, turned about where that keeps it right."""
    text = ts.read_text("utf-8")
    text = text.replace("<numerusform></numerusform>", "<numerusform>@</numerusform>")

    def done(match: re.Match[str]) -> str:
        source = match[1]
        inside = match[3].replace("@", source) if "numerusform" in match[3] else source
        return f"<source>{source}</source>{match[2]}<translation>{inside}</translation>"

    pattern = r'<source>(.*?)</source>(.*?)<translation type="unfinished">(.*?)</translation>'
    ts.write_text(re.sub(pattern, done, text, flags=re.DOTALL), "utf-8")


def test_english_plurals_that_follow_from_the_source_are_filled_in(tool: ModuleType, tmp_path: Path) -> None:
    key = _module("window_texts").Key
    texts = _module("window_texts").Texts()
    forms = {
        "%Ln photo(s) “here”": ("%Ln photo “here”", "%Ln photos “here”"),
        "%n of {total} file(s)": ("%n of {total} file", "%n of {total} files"),
        "%Ln new": ("%Ln new", "%Ln new"),
        "%n photo(s) are here": ("", ""),
        "%n cop(y/ies)": ("", ""),
    }
    for source in forms:
        texts.add(key("Shelf", source), "here", numbered=True)
    tool.update(texts, tmp_path)
    english = tmp_path / "recollect_en.ts"
    assert {entry.source: found.forms for entry, found in tool.read(english).items()} == forms
    by_hand = english.read_text("utf-8").replace("form>%Ln new<", "form>%Ln anew<", 1)
    english.write_text(by_hand, "utf-8")
    tool.update(texts, tmp_path)
    assert english.read_text("utf-8") == by_hand  # what somebody wrote stays, and nothing else moves


def test_the_check_finds_what_is_missing_vanished_or_wrong(tool: ModuleType, tmp_path: Path) -> None:
    key = _module("window_texts").Key
    texts = _module("window_texts").Texts()
    for source in ("{count} of {total}", "&Open", "Close…"):
        texts.add(key("Shelf", source), "here")
    texts.add(key("Shelf", "%n photo(s)"), "here", numbered=True)
    tool.update(texts, tmp_path)
    german = tmp_path / "recollect_de.ts"
    assert sum("is unfinished" in line for line in tool.check(texts, tmp_path)) == 3 * 4
    for language in tool.LANGUAGES:
        _finish(tmp_path / f"recollect_{language}.ts")
    assert {line.partition(" ")[2] for line in tool.check(texts, tmp_path)} <= {
        f"is not what recollect_{language}.ts gives" for language in tool.LANGUAGES
    }
    tool.update(texts, tmp_path)
    assert list(tool.check(texts, tmp_path)) == []

    whole = german.read_text("utf-8")
    for right, wrong, said in (
        ("<translation>{count} of {total}", "<translation>{count} of", "has other fields"),
        ("<translation>&amp;Open", "<translation>Open", "mnemonics"),
        ("<translation>Close…", "<translation>Close", "ends or begins otherwise"),
        ("<numerusform>%n photo(s)", "<numerusform>photos", "has not the number"),
        ("<numerusform>%n photo(s)</numerusform>", "<numerusform></numerusform>", "is unfinished"),
    ):
        assert right in whole
        german.write_text(whole.replace(right, wrong, 1), "utf-8")
        tool.compile_to(german, tmp_path)
        findings = list(tool.check(texts, tmp_path))
        assert len(findings) == 1 and said in findings[0] and findings[0].startswith("recollect_de.ts"), (
            findings
        )
    german.write_text(whole, "utf-8")

    texts.uses.pop(key("Shelf", "Close…"))
    texts.add(key("Shelf", "Shut"), "here")
    findings = list(tool.check(texts, tmp_path))
    assert sum("“Shut” is missing" in line for line in findings) == 3
    assert sum("“Close…” is no longer in the source" in line for line in findings) == 3
    tool.update(texts, tmp_path, tidy=True)
    assert {entry.source for entry in tool.read(german)} == {key.source for key in texts.uses}
    assert tool.read(german)[key("Shelf", "&Open")].forms == ("&Open",)  # translations are kept


def test_the_whole_window_goes_through_qts_tools(tool: ModuleType, tmp_path: Path) -> None:
    texts = _module("window_texts").collect()
    assert len(texts.uses) > 300
    tool.update(texts, tmp_path)
    for language in tool.LANGUAGES:
        wanted = {key for key, use in texts.uses.items() if use.numbered or language != "en"}
        entries = tool.read(tmp_path / f"recollect_{language}.ts")
        assert set(entries) == wanted
        forms = {len(entry.forms) for entry in entries.values() if entry.numbered}
        assert forms == {1 if language == "zh_CN" else 2}
        _finish(tmp_path / f"recollect_{language}.ts")
    tool.update(texts, tmp_path)
    assert [line for line in tool.check(texts, tmp_path) if line not in texts.complaints] == []
