"""Find every text the window shows, for the translators.

Qt's own tool merges their files, but overlooks texts inside f-strings, in conditions, behind helpers of ours
and with a number through ``translate``, and mistakes the context after an inner class; hence this reading.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

SHELL_ONLY = ("train.", "command.", "output.", "window.")
"""Difficulties that only the command line tells of; it speaks English."""

OWN_WORDS = ("detail", "why", "owner")
"""Facts of difficulties that may hold words of the engine's own."""


@dataclass(frozen=True)
class Key:
    """What Qt looks a text up by."""

    context: str
    source: str
    comment: str = ""


@dataclass
class Use:
    """How a text is used: with a number or without, and where."""

    numbered: bool = False
    hints: list[str] = field(default_factory=list)


@dataclass
class Texts:
    """All texts, in the order found, and what is wrong with how they are written."""

    uses: dict[Key, Use] = field(default_factory=dict)
    complaints: list[str] = field(default_factory=list)
    bases: set[str] = field(default_factory=set)
    """Classes of the window that others inherit from."""

    def add(self, key: Key, hint: str, *, numbered: bool = False) -> None:
        """One more use of a text; one without any letter outside its fields is left out."""
        if not any(sign.isalpha() for sign in re.sub(r"\{.*?\}", "", key.source)):
            return
        known = key in self.uses
        use = self.uses.setdefault(key, Use(numbered))
        if known and use.numbered != numbered:
            self.complaints.append(f"{hint}: “{key.source}” stands once with a number and once without")
        if hint not in use.hints:
            use.hints.append(hint)


def collect(root: Path = ROOT) -> Texts:
    """Every text of the window: those in ``app``, the difficulties, the sentences of the settings."""
    texts = Texts()
    trees = {
        path: ast.parse(path.read_text("utf-8"), str(path)) for path in sorted((root / "app").rglob("*.py"))
    }
    helpers = {_module(path, root): _helpers(tree) for path, tree in trees.items()}
    texts.bases = {
        ast.unparse(base).rpartition(".")[2]
        for tree in trees.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        for base in node.bases
    }
    for path, tree in trees.items():
        _Finder(path.relative_to(root).as_posix(), tree, helpers[_module(path, root)], helpers, texts).visit(
            tree
        )
    _difficulties(root, texts)
    _settings(texts)
    return texts


def _module(path: Path, root: Path) -> str:
    return path.relative_to(root).with_suffix("").as_posix().replace("/", ".").removesuffix(".__init__")


def _helpers(tree: ast.Module) -> dict[str, str]:
    """Functions of a module that look up their first argument, name → context; "" for one that only
    gives it back, as a mark for this tool.
    """
    found = {}
    for node in tree.body:
        if not isinstance(node, ast.FunctionDef) or not node.args.args:
            continue
        first = node.args.args[0].arg
        if [ast.unparse(one) for one in node.body if not isinstance(one, ast.Expr)] == [f"return {first}"]:
            found[node.name] = ""
        for call in (one for one in ast.walk(node) if isinstance(one, ast.Call)):
            if _called(call) == "translate" and len(call.args) >= 2:
                context, text = call.args[:2]
                looked_up = isinstance(text, ast.Name) and text.id == first
                if looked_up and isinstance(context, ast.Constant) and isinstance(context.value, str):
                    found[node.name] = context.value
    return found


def _called(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _literals(node: ast.expr | None) -> list[str] | None:
    """The texts an argument may be: one, or both of a condition. None when it is no literal."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        yes, no = _literals(node.body), _literals(node.orelse)
        return yes + no if yes is not None and no is not None else None
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        left, right = _literals(node.left), _literals(node.right)
        return [a + b for a in left for b in right] if left is not None and right is not None else None
    return None


class _Finder(ast.NodeVisitor):
    """Walks one module and puts its texts into ``texts``."""

    def __init__(
        self,
        name: str,
        tree: ast.Module,
        own: dict[str, str],
        helpers: dict[str, dict[str, str]],
        texts: Texts,
    ) -> None:
        self._name, self._texts = name, texts
        self._classes: list[str] = []
        self._helpers = dict(own)
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module:
                for alias in node.names:
                    if alias.name in helpers.get(node.module, {}):
                        self._helpers[alias.asname or alias.name] = helpers[node.module][alias.name]
                    module = f"{node.module}.{alias.name}"
                    for name, context in helpers.get(module, {}).items():
                        self._helpers[f"{alias.asname or alias.name}.{name}"] = context
        # A text that is only marked belongs to the one context this module looks variables up in.
        contexts = {
            context
            for call in ast.walk(tree)
            if isinstance(call, ast.Call) and _called(call) == "translate" and len(call.args) >= 2
            if _literals(call.args[1]) is None
            for context in _literals(call.args[0]) or ()
        }
        self._marked = contexts.pop() if len(contexts) == 1 else ""

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """The innermost class is the context of ``self.tr``."""
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        """Take the texts of one call."""
        name = _called(node)
        if name == "tr" and isinstance(node.func, ast.Attribute):
            owner = node.func.value
            if self._classes and isinstance(owner, ast.Name) and owner.id == "self":
                self._take(node, self._classes[-1], 0)
            else:
                self._complain(node, "tr of something else than self: use QCoreApplication.translate")
        elif name in ("translate", "QT_TRANSLATE_NOOP") and len(node.args) >= 2:
            contexts = _literals(node.args[0])
            if contexts is not None:
                self._take(node, contexts[0], 1)
        elif (helper := ast.unparse(node.func)) in self._helpers:
            if self._helpers[helper] or self._marked:
                self._take(node, self._helpers[helper] or self._marked, 0)
            else:
                self._complain(node, f"{helper} marks a text, but of which context is not clear")
        self.generic_visit(node)

    def _take(self, node: ast.Call, context: str, at: int) -> None:
        """The text at this argument, with the comment and the number that may follow it."""
        given = node.args[at] if len(node.args) > at else None
        found = _literals(given)
        if found is None:
            # A text from a table is looked up as it is; one that is put together here is never found.
            filled = isinstance(given, ast.Call) and _called(given) == "format"
            if filled or isinstance(given, ast.JoinedStr | ast.BinOp):
                self._complain(node, "the text is put together before it is looked up")
            return
        named = {word.arg: word.value for word in node.keywords}
        comment = _literals(node.args[at + 1] if len(node.args) > at + 1 else named.get("disambiguation"))
        numbered = len(node.args) > at + 2 or "n" in named
        if numbered and at == 0 and context in self._texts.bases:
            # PySide takes the source with its number put in for a translation, and asks no base class.
            self._complain(node, f"{context} is inherited from: use QCoreApplication.translate for a number")
        for text in found:
            self._texts.add(Key(context, text, comment[0] if comment else ""), self._name, numbered=numbered)

    def _complain(self, node: ast.AST, words: str) -> None:
        self._texts.complaints.append(f"{self._name}:{getattr(node, 'lineno', 0)}: {words}")


def _difficulties(root: Path, texts: Texts) -> None:
    """The table's templates, and the engine's own words that are put into them."""
    from app.i18n import UNKNOWN
    from core.errors import TABLE

    for code, entry in {**TABLE, "unknown": UNKNOWN}.items():
        if not code.startswith(SHELL_ONLY):
            for text in (entry.reason, entry.remedy):
                texts.add(Key("Errors", text), code)
    for path in sorted((root / "core").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"), str(path))):
            if isinstance(node, ast.Call) and _called(node) == "RecollectError":
                code = (_literals(node.args[0]) or [""])[0] if node.args else ""
                for word in node.keywords:
                    for text in (_literals(word.value) or []) if word.arg in OWN_WORDS else []:
                        if not code.startswith(SHELL_ONLY):
                            texts.add(Key("Errors", text), f"{word.arg} of {code}")


def _settings(texts: Texts) -> None:
    from core.settings import SETTINGS

    for setting in SETTINGS:
        texts.add(Key("Settings", setting.sentence), setting.key)
