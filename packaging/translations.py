"""Bring the translators' files up to date, or check them.

``python packaging/translations.py`` collects every text the window shows, merges them into
``resources/translations/recollect_*.ts`` and compiles these into the ``.qm`` files the program loads.
``--check`` changes nothing and fails when a text is missing, unfinished or vanished, when its fields, plural
forms or mnemonic differ from the source, or when a ``.qm`` is not what its ``.ts`` gives. ``--tidy`` drops
texts that are no longer in the source. ``--list`` prints all texts.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from xml.etree import ElementTree

import PySide6
from window_texts import Key, Texts, Use, collect

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("de", "zh_CN", "es", "en")
PLURALS_ONLY = ("en",)
"""English is the source; only its plural forms stand in a file."""

_AGREES = re.compile(
    r"\b(is|are|was|were|has|have|does|do|it|they|them|this|these|its|their)\b", re.IGNORECASE
)


# files ------------------------------------------------------------------------------------------


def stub(texts: Texts) -> str:
    """A module that holds all texts as Qt's tool reads them: a class for each context."""
    contexts: dict[str, list[tuple[Key, Use]]] = {}
    for key, use in texts.uses.items():
        contexts.setdefault(key.context, []).append((key, use))
    lines = []
    for context, uses in contexts.items():
        lines.append(f"class {context}:\n    def texts(self, n):")
        for key, use in uses:
            arguments = [json.dumps(key.source, ensure_ascii=False)]
            if key.comment or use.numbered:
                arguments.append(json.dumps(key.comment, ensure_ascii=False))
            if use.numbered:
                arguments.append("n")
            lines.append(f"        #: {', '.join(use.hints)}\n        self.tr({', '.join(arguments)})")
    return "\n".join(lines) + "\n"


def update(texts: Texts, folder: Path = FOLDER, *, tidy: bool = False) -> None:
    """Merge the texts into the ``.ts`` files of a folder and compile them. Translations are kept."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as aside:
        module = Path(aside) / "texts.py"
        module.write_text(stub(texts), "utf-8")
        for language in LANGUAGES:
            _merge(module, folder, language, tidy=tidy)
            if language == "en" and _fill_english(_ts(folder, language)):
                _merge(module, folder, language, tidy=tidy)  # writes the file as it always does
            compile_to(_ts(folder, language), folder)


def _merge(module: Path, folder: Path, language: str, *, tidy: bool) -> None:
    options = ["-locations", "none", "-source-language", "en", "-target-language", language, "-silent"]
    options += ["-no-obsolete"] if tidy else []
    options += ["-pluralonly"] if language in PLURALS_ONLY else []
    _tool("lupdate", str(module), *options, "-ts", str(_ts(folder, language)))


def english_forms(source: str) -> tuple[str, str] | None:
    """One and many of an English text, where only "(s)" differs; None where a verb may have to as well."""
    if source.count("(") != source.count("(s)") or _AGREES.search(source):
        return None
    return source.replace("(s)", ""), source.replace("(s)", "s")


def _fill_english(ts: Path) -> bool:
    """Finish the plural forms that follow from the source; True when there were any."""
    tree = ElementTree.parse(ts)
    filled = False
    for message in tree.getroot().iter("message"):
        translation = message.find("translation")
        forms = english_forms(message.findtext("source", ""))
        if translation is None or translation.get("type") != "unfinished" or forms is None:
            continue
        for place, form in zip(translation.iter("numerusform"), forms, strict=True):
            place.text = form
        del translation.attrib["type"]
        filled = True
    if filled:
        body = ElementTree.tostring(tree.getroot(), encoding="unicode")
        ts.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', "utf-8")
    return filled


def compile_to(ts: Path, folder: Path) -> Path:
    """Compile one ``.ts``; only finished texts go in."""
    made = folder / f"{ts.stem}.qm"
    _tool("lrelease", "-silent", "-nounfinished", str(ts), "-qm", str(made))
    return made


def _ts(folder: Path, language: str) -> Path:
    return folder / f"recollect_{language}.ts"


def _tool(name: str, *arguments: str) -> None:
    """Run one of Qt's tools. Raises FileNotFoundError, or CalledProcessError when it fails."""
    # The program itself, without PySide6's script around it, which takes ten times as long to start.
    program = shutil.which(name, path=str(Path(PySide6.__file__).parent)) or shutil.which(f"pyside6-{name}")
    if program is None:
        raise FileNotFoundError(f"pyside6-{name} is not installed")
    done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.stderr.write(done.stdout + done.stderr)
        done.check_returncode()


# checking ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Entry:
    """One entry of a ``.ts`` file: its state ("" when finished) and its forms."""

    state: str
    numbered: bool
    forms: tuple[str, ...]


def read(ts: Path) -> dict[Key, Entry]:
    """The entries of a ``.ts`` file; none when there is no file."""
    if not ts.is_file():
        return {}
    entries = {}
    for context in ElementTree.parse(ts).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            numbered = message.get("numerus") == "yes"
            forms = (
                [one.text or "" for one in translation.iter("numerusform")]
                if numbered
                else [translation.text or ""]
            )
            key = Key(
                context.findtext("name", ""), message.findtext("source", ""), message.findtext("comment", "")
            )
            entries[key] = Entry(translation.get("type", ""), numbered, tuple(forms))
    return entries


def check(texts: Texts, folder: Path = FOLDER) -> Iterator[str]:
    """Everything that keeps the files from being complete and right, a line each."""
    yield from texts.complaints
    for language in LANGUAGES:
        ts = _ts(folder, language)
        entries = read(ts)
        wanted = {key: use for key, use in texts.uses.items() if use.numbered or language not in PLURALS_ONLY}
        for key in wanted:
            where = f"{ts.name}: {key.context}: “{key.source}”"
            entry = entries.get(key)
            if entry is None:
                yield f"{where} is missing"
            elif entry.state == "unfinished" or not all(entry.forms):
                yield f"{where} is unfinished"
            else:
                yield from (f"{where} {words}" for words in compare(key.source, entry))
        for key in entries.keys() - wanted.keys():
            yield f"{ts.name}: {key.context}: “{key.source}” is no longer in the source"
        yield from _same_mnemonics(ts.name, entries, wanted)
        yield from _compiled(ts, folder)


def compare(source: str, entry: Entry) -> Iterator[str]:
    """What a finished translation lost or added: fields, number, mnemonic, tags, the edges."""
    for form in entry.forms:
        if _fields(source) != _fields(form):
            yield f"has other fields: “{form}”"
        if entry.numbered and re.findall("%L?n", source) != re.findall("%L?n", form):
            yield f"has not the number of the source: “{form}”"
        if len(_mnemonics(source)) != len(_mnemonics(form)):
            yield f"has not as many mnemonics (&) as the source: “{form}”"
        if sorted(re.findall(r"</?\w+", source)) != sorted(re.findall(r"</?\w+", form)):
            yield f"has other tags: “{form}”"
        if (source.strip() == source) != (form.strip() == form) or source.endswith("…") != form.endswith("…"):
            yield f"ends or begins otherwise: “{form}”"


def _fields(text: str) -> list[str] | None:
    """The fields of a text, sorted; None when it cannot be filled."""
    try:
        return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)
    except ValueError:
        return None


def _mnemonics(text: str) -> list[str]:
    """The letters behind a single &."""
    return re.findall(r"&(\w)", text.replace("&&", ""))


def _same_mnemonics(name: str, entries: dict[Key, Entry], wanted: Iterable[Key]) -> Iterator[str]:
    """Two texts of one context with the same mnemonic, where the source tells them apart."""
    taken: dict[tuple[str, str], str] = {}
    for key in wanted:
        letters = _mnemonics(entries[key].forms[0]) if key in entries and _mnemonics(key.source) else []
        for letter in letters[:1]:
            place = (key.context, letter.upper())
            if place in taken:
                yield f"{name}: {key.context}: “{key.source}” and “{taken[place]}” have the same mnemonic"
            taken[place] = key.source


def _compiled(ts: Path, folder: Path) -> Iterator[str]:
    if ts.is_file():
        with tempfile.TemporaryDirectory() as aside:
            fresh = compile_to(ts, Path(aside)).read_bytes()
        qm = folder / f"{ts.stem}.qm"
        if not qm.is_file() or qm.read_bytes() != fresh:
            yield f"{qm.name} is not what {ts.name} gives"


# the command ------------------------------------------------------------------------------------


def main(arguments: list[str]) -> int:
    """Update, check or list; return the exit status."""
    parser = argparse.ArgumentParser(prog="python packaging/translations.py", description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; fail when something is missing")
    parser.add_argument("--tidy", action="store_true", help="drop texts that are no longer in the source")
    parser.add_argument("--list", action="store_true", help="print every text")
    given = parser.parse_args(arguments)
    texts = collect()
    if given.list:
        sys.stdout.writelines(f"{key.context}\t{key.source!r}\n" for key in texts.uses)
        return 0
    if given.check:
        findings = list(check(texts))
        sys.stdout.writelines(f"{line}\n" for line in findings)
        return 1 if findings else 0
    update(texts, tidy=given.tidy)
    sys.stdout.writelines(f"{line}\n" for line in texts.complaints)
    for language in LANGUAGES:
        entries = read(_ts(FOLDER, language)).values()
        open_ones = sum(one.state == "unfinished" for one in entries)
        sys.stdout.write(f"{language}: {len(entries)} texts, {open_ones} unfinished\n")
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main(sys.argv[1:]))
