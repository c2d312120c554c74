"""What the parts of photos may be called: vocabularies, and their words' vectors in the groups' space."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.catalogue import contents, texts
from core.errors import RecollectError
from core.index.files import saying_why, written_aside
from core.jobs import Turn
from core.labels import vocabularies
from core.labels.regions import Scale
from core.labels.vocabularies import Term
from core.library.models import Models
from core.library.region_values import VocabularyInfo
from core.library.segmenting import Segmenting
from core.library.shared import Shared
from core.models import cards
from core.models.cards import Card
from core.models.quick_text import QuickText
from core.models.templates import Encode, averaged

Floats = NDArray[np.float32]

OWN, EVERYDAY = "own", "everyday"
# Scenery ("grass", "forest") had no masks to learn from and stays below the threshold, though its nearest
# word is mostly right: of 29 such regions of 40 photos, judged by eye, 19 from this chance on. The few
# names of COCO and VOC fit 6 of 24.
PERHAPS = 0.08
FILE = "regions.txt"
_SHOWN = {
    EVERYDAY: {
        "en": "Everyday things",
        "de": "Alltägliches",
        "zh_CN": "日常事物",
        "es": "Cosas cotidianas",
    },
    "coco": {"en": "COCO", "zh_CN": "COCO 物体"},
    "voc": {"en": "PASCAL VOC", "zh_CN": "PASCAL VOC 物体"},
    OWN: {"en": "My own list", "de": "Meine eigene Liste", "zh_CN": "我的列表", "es": "Mi propia lista"},
}
NAMES = tuple(_SHOWN)

# Terms encoded between two commits: a cancelled list of thousands has lost only so many.
_AT_ONCE = 128
_REMEMBERED_TEXTS = 20_000
_LISTS = 8
# How often somebody who waits looks whether the answer is still wanted (seconds).
_LOOK = 0.05


class RegionWords:
    """Blocking; safe to use from several threads."""

    def __init__(self, shared: Shared, models: Models, segmenting: Segmenting) -> None:
        self._shared = shared
        self._models = models
        self._segmenting = segmenting
        self._lock = threading.Lock()
        self._encoding = threading.Lock()
        self._known: OrderedDict[tuple[str, tuple[str, ...]], Floats] = OrderedDict()
        self._own: tuple[tuple[int, int, int], tuple[Term, ...]] | None = None
        self._quick: tuple[str, Encode] | None = None
        self._labels_by: tuple[str, Card] | None = None

    # vocabularies

    @property
    def file(self) -> Path:
        """A person's own list of names."""
        return self._shared.home / FILE

    def infos(self, language: str) -> list[VocabularyInfo]:
        """Every vocabulary with its name in this language."""
        found = []
        for name in NAMES:
            try:
                count = len(self._terms(name))
            except RecollectError:
                count = 0  # a list that cannot be read is said when it is used
            shown = _SHOWN[name]
            found.append(VocabularyInfo(name, shown.get(language, shown["en"]), count))
        return found

    def terms(self, name: str = "") -> list[Term]:
        """The words of a vocabulary; "": of the one that the settings name.

        Raises ``labels.bad_vocabulary``, ``labels.empty_vocabulary``, ``settings.bad_value``.
        """
        found = self._terms(name or self._shared.settings.text("regions.vocabulary"))
        if not found:
            raise RecollectError("labels.empty_vocabulary")
        return found

    def _terms(self, name: str) -> list[Term]:
        if name not in NAMES:
            allowed = ", ".join(NAMES)
            raise RecollectError("settings.bad_value", key="vocabulary", value=name, allowed=allowed)
        if name != OWN:
            return vocabularies.load(name)
        return self._own_terms()

    def _own_terms(self) -> list[Term]:
        """A person's own list, read again when its file is another: thousands of words take a while."""
        try:
            facts = self.file.stat()
            version = facts.st_mtime_ns, facts.st_size, facts.st_ino
            with self._lock:
                if self._own is not None and self._own[0] == version:
                    return list(self._own[1])
            data = self.file.read_bytes()
        except FileNotFoundError:
            return []
        except OSError as error:
            raise RecollectError("labels.bad_vocabulary", line=1, detail=f"not readable ({error})") from error
        terms = vocabularies.parse_bytes(data)
        with self._lock:
            self._own = version, tuple(terms)
        return terms

    def own_text(self) -> str:
        """A person's own list as it was written; empty while there is none. Raises
        ``labels.bad_vocabulary`` where it cannot be read."""
        try:
            return self.file.read_text("utf-8", "replace")
        except FileNotFoundError:
            return ""
        except OSError as error:
            raise RecollectError("labels.bad_vocabulary", line=1, detail=f"not readable ({error})") from error

    def set_own_text(self, text: str) -> None:
        """Keep a person's own list. Raises ``labels.bad_vocabulary``, ``disk.full``, ``disk.forbidden``."""
        vocabularies.parse(text)
        data = text.encode("utf-8", "replace")
        with saying_why(self._shared.home, len(data)), written_aside(self.file) as stream:
            stream.write(data)

    # vectors

    def encode_texts(self, wanted: Sequence[str], turn: Turn) -> Floats:
        """Unit vectors float32[n, d] of texts as they stand, in the space of the groups.

        By the encoder that the model's card names, else by the model's own text tower. Raises ``model.*``.
        """
        return self._encoder()[1](wanted, turn)

    @property
    def templates(self) -> tuple[str, ...]:
        """The sentences in which the model knows names of things. Raises ``model.*``."""
        return templates_of(self._segmenting.card())

    def vectors(self, wanted: Sequence[str], turn: Turn) -> Floats:
        """Unit vectors float32[n, d] of names of things: the mean over the templates. Raises ``model.*``."""
        found = self.known(wanted)
        if found is not None:
            return found
        # One list at a time: somebody else may just be encoding the same words.
        while not self._encoding.acquire(timeout=_LOOK):
            turn.token.check()
        try:
            space, stored = self._encoded(wanted, turn)
        finally:
            self._encoding.release()
        rows = np.stack([stored[text] for text in wanted]).astype(np.float32)
        return self._remember(space, wanted, rows)

    def _encoded(self, wanted: Sequence[str], turn: Turn) -> tuple[str, dict[str, Floats]]:
        """The texts' space, and each name's vector; those not known yet are encoded and kept."""
        space, encode = self._encoder()
        templates = self.templates
        stored = self._stored(space, templates, wanted)
        missing = [text for text in dict.fromkeys(wanted) if text not in stored]
        for begin in range(0, len(missing), _AT_ONCE):
            some = missing[begin : begin + _AT_ONCE]
            fresh = dict(zip(some, averaged(encode, templates, some, turn), strict=True))
            self._keep(space, templates, fresh)
            stored.update(fresh)
        return space, stored

    def known(self, wanted: Sequence[str]) -> Floats | None:
        """The same where no network is needed for it; else None."""
        space = self.space().id
        with self._lock:
            found = self._known.get((space, tuple(wanted)))
            if found is not None:
                self._known.move_to_end((space, tuple(wanted)))
                return found
        stored = self._stored(space, self.templates, wanted)
        if len(stored) < len(set(wanted)):
            return None
        return self._remember(space, wanted, np.stack([stored[text] for text in wanted]).astype(np.float32))

    def scale(self, turn: Turn, vocabulary: str = "") -> Scale:
        """How the model's cosines are read under a vocabulary. Raises ``model.*``."""
        card = self._segmenting.card()
        scale = scale_of(card, lambda wanted: self.vectors(wanted, turn))
        broad = vocabulary == EVERYDAY and card.unclear is not None
        return replace(scale, perhaps=PERHAPS) if broad else scale

    def ready(self, wanted: Sequence[str]) -> bool:
        """True when names of things and their scale need no network. Raises ``model.*``."""
        if self._segmenting.card().unclear is None and self.known(_usual()) is None:
            return False
        return self.known(wanted) is not None

    def learn(self, turn: Turn) -> None:
        """Encode what the next click needs. Raises ``model.*``, Cancelled."""
        self.scale(turn)
        try:
            names = [term.text for term in self.terms()]
        except RecollectError:
            return  # an own list that is empty or damaged is said where it is used
        self.vectors(names, turn)

    def space(self) -> Card:
        """The card in whose space texts are: of the encoder that embeds the labels, else of the model.

        Raises ``model.*``.
        """
        card, active = self._segmenting.card(), self._models.card()
        if not card.labels_by:
            return card
        if card.labels_by in (active.name, active.id, str(active.path)):
            return active
        known = self._labels_by
        if known is None or known[0] != card.labels_by:
            known = self._labels_by = (
                card.labels_by,
                cards.find_card(card.labels_by, self._models.folder),
            )
        return active if known[1].id == active.id else known[1]

    def _encoder(self) -> tuple[str, Encode]:
        """The texts' space and what encodes them."""
        card = self.space()
        if card.id == self._models.card().id:
            return card.id, self._models.encode_texts
        if card.id == self._segmenting.card().id:
            return card.id, self._by_model
        if self._quick is None or self._quick[0] != card.id:
            quick = QuickText.open(card)
            self._quick = card.id, (quick or self._models.load(card)).encode_texts
        return self._quick

    def _by_model(self, wanted: Sequence[str], turn: Turn) -> Floats:
        with self._segmenting.steady():
            return self._segmenting.segmenter().encode_texts(wanted, turn)

    def _remember(self, space: str, wanted: Sequence[str], rows: Floats) -> Floats:
        rows.flags.writeable = False
        with self._lock:
            self._known[space, tuple(wanted)] = rows
            while len(self._known) > _LISTS:
                self._known.popitem(last=False)
        return rows

    def _stored(self, space: str, templates: Sequence[str], wanted: Sequence[str]) -> dict[str, Floats]:
        card = self.space()
        with self._shared.catalogue.reading() as conn:
            number = contents.space_id(conn, space, card.dimension)
            return texts.get(conn, number, "\n".join(templates), wanted) if number else {}

    def _keep(self, space: str, templates: Sequence[str], fresh: dict[str, Floats]) -> None:
        """Where nothing can be written, the words are encoded anew when the program starts again."""
        if self._shared.catalogue.read_only:
            return
        try:
            with self._shared.catalogue.writing(photos=False) as conn:
                number = contents.space_id(conn, space, self.space().dimension)
                texts.put(conn, number, "\n".join(templates), fresh)
                texts.prune(conn, number, _REMEMBERED_TEXTS)
        except RecollectError as error:
            if not error.code.startswith("disk."):
                raise
            self._shared.notice(error)


def _usual() -> list[str]:
    """Words against whose mean cosines are read where a model states no threshold."""
    return [term.text for term in vocabularies.load("everyday")]


def templates_of(card: Card) -> tuple[str, ...]:
    """The sentences in which a region model knows names of things: its card's, else a plain one."""
    if card.labels_by or card.templates != ("{}",):
        return card.templates
    return vocabularies.PLAIN


def scale_of(card: Card, vectors: Callable[[Sequence[str]], Floats]) -> Scale:
    """How a region model's cosines are read; ``vectors`` gives those of names, where its card states no
    threshold."""
    if card.unclear is not None:
        return Scale(card.scale, card.unclear)
    return Scale(card.scale, 0.0, vectors(_usual()).mean(axis=0))
