"""The page of models: what each is good for, which one answers, changing it and bringing another."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.i18n import NAMES
from app.panels.model_offer import ModelOffer
from app.panels.page import Busy, Page, about, amount, label, link
from app.theme import Theme

if TYPE_CHECKING:
    from core.jobs import Progress
    from core.library.values import ModelInfo

_SEES_PARTS = "groupvit"  # the family whose models tell parts apart, besides the built-in region model


class ModelsPage(Page):
    """Cards of models. ``cost_asked``: a change is thought of, answer with ``show_cost``; ``use_asked``:
    it is wanted."""

    cost_asked = Signal(object)  # the model's id
    use_asked = Signal(object)  # the model's id
    import_asked = Signal(object)  # the folder, bytes
    download_asked = Signal(object)  # the id of one that was offered
    link_asked = Signal(object)  # an address on the network
    parts_asked = Signal(str)  # the model (none: the built-in one) to see the parts of photos
    cancel_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.title.setText(self.tr("Models"))
        self.setAccessibleName(self.tr("Models"))
        self._models: tuple[ModelInfo, ...] = ()
        self._parts_by = ""
        self._busy_with = ""
        self._progress: Progress | None = None
        self._bringing = False
        self.cards: dict[str, ModelCard] = {}
        self.offers: dict[str, ModelOffer] = {}
        self._offered: tuple[ModelInfo, ...] = ()
        self.bring = QPushButton(self.tr("Import a folder…"))
        self.bring.setAccessibleName(self.bring.text())
        self.bring.setToolTip(self.tr("Choose a folder with a CLIP, ALIGN, SigLIP or similar model"))
        self.bring.clicked.connect(self.choose)
        self.head.addWidget(self.bring, 0, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
        self._said = self.section()
        self.failed = label("", "warning")
        self.failed.setContentsMargins(0, 12, 0, 12)
        self.failed.hide()
        self._said.add(self.failed)
        self.importing = Busy()
        self.importing.cancel.clicked.connect(self.cancel_asked)
        self._said.add(self.importing)
        self._said.hide()
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        self.column.addLayout(self._list)
        self.more = label(self.tr("More models"), "heading")
        self.more.setContentsMargins(0, 16, 0, 0)
        self.more.hide()
        self.column.addWidget(self.more)
        self._further = QVBoxLayout()
        self._further.setSpacing(12)
        self.column.addLayout(self._further)
        self.column.addWidget(
            label(
                self.tr(
                    "A model turns photos and words into numbers that can be compared. Any CLIP, ALIGN, "
                    "GroupViT or SigLIP model in safetensors files, as transformers saves it, can be "
                    "imported; nothing is downloaded by itself."
                ),
                "faint",
                small=True,
            )
        )
        self.column.addStretch(1)

    def show_models(self, models: Sequence[ModelInfo]) -> None:
        """These are on this computer, in this order."""
        if tuple(models) == self._models:
            return
        self._models = tuple(models)
        focused = next((one.id for one in models if self._has_focus(one.id)), "")
        for card in self.cards.values():
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = {}
        active = next((one.name for one in models if one.state == "active"), "")
        for model in models:
            card = ModelCard(model, active)
            card.use.clicked.connect(lambda _=False, wanted=model.id: self._think(wanted))
            card.go.clicked.connect(lambda _=False, wanted=model.id: self._go(wanted))
            card.parts_asked.connect(self.parts_asked)
            card.show_parts(used=model.name == self._parts_by)
            card.busy.cancel.clicked.connect(self.cancel_asked)
            self.cards[model.id] = card
            self._list.addWidget(card)
        if focused:
            self.cards[focused].more.setFocus()
        if self._busy_with in self.cards:
            self.cards[self._busy_with].show_switching(self._progress)
        self._allow()

    def show_parts_by(self, name: str) -> None:
        """The name of the model that sees the parts of photos."""
        self._parts_by = name
        for model in self._models:
            self.cards[model.id].show_parts(used=model.name == name)

    def show_offered(self, models: Sequence[ModelInfo]) -> None:
        """These are not on this computer and could be downloaded."""
        if tuple(models) == self._offered:
            return
        self._offered = tuple(models)
        for offer in self.offers.values():
            self._further.removeWidget(offer)
            offer.hide()
            offer.deleteLater()
        self.offers = {}
        for model in models:
            offer = ModelOffer(model, [_language(one) for one in model.languages])
            offer.get.clicked.connect(lambda _=False, asked=model.id: self._only(asked))
            offer.wanted.connect(self._download)
            offer.link_asked.connect(self.link_asked)
            self.offers[model.id] = offer
            self._further.addWidget(offer)
        self.more.setVisible(bool(models))
        self._allow()

    def _only(self, asked: str) -> None:
        self.show_failed("")
        for name, offer in self.offers.items():  # one question at a time
            if name != asked:
                offer.close_question()

    def _download(self, wanted: str) -> None:
        self.show_failed("")
        self.download_asked.emit(wanted)

    def _has_focus(self, name: str) -> bool:
        card = self.cards.get(name)
        return card is not None and card.isAncestorOf(self.focusWidget() or self)

    def choose(self) -> None:
        """Ask for the folder of a model; nothing waits meanwhile."""
        dialog = QFileDialog(self.window(), self.tr("Import a model"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._chosen)
        dialog.open()

    def _chosen(self, path: str) -> None:
        self.show_failed("")
        self.import_asked.emit(os.fsencode(path))

    def _think(self, wanted: str) -> None:
        self.show_failed("")
        for card in self.cards.values():  # one question at a time
            card.ask.hide()
            card.use.setVisible(card.can_be_used)
        self.cost_asked.emit(wanted)

    def show_cost(self, wanted: str, photos: int, seconds: float | None) -> None:
        """What changing to this model means, before it is done. Unknown ids are left alone."""
        card = self.cards.get(wanted)
        if card is None or self._busy_with:
            return
        card.show_cost(photos, seconds)

    def _go(self, wanted: str) -> None:
        self.cards[wanted].ask.hide()
        self.use_asked.emit(wanted)

    def show_switching(self, wanted: str, progress: Progress | None) -> None:
        """How far the change to this model is; None: it is over, done or stopped."""
        self._busy_with = wanted if progress is not None else ""
        self._progress = progress
        card = self.cards.get(wanted)
        if card is not None:
            card.show_switching(progress)
        self._allow()

    def show_import(self, progress: Progress | None, *, download: bool = False) -> None:
        """How far the copying or the download of a model is; None: it is over."""
        if progress is None:
            self.importing.hide()
        else:
            text = self.tr("Downloading the model") if download else self.tr("Copying the model")
            if progress.total:
                of = self.tr("{done} of {total}").format(
                    done=amount(progress.done), total=amount(progress.total)
                )
                text = f"{text} · {of}"
            self.importing.say(text, progress.done, progress.total)
        self._bringing = progress is not None
        self._allow()
        self._said.setVisible(bool(self._said.tidy()))

    def show_failed(self, sentence: str) -> None:
        """Why a model could not be imported or used; no words take it away."""
        self.failed.setText(sentence)
        self.failed.setVisible(bool(sentence))
        self._said.setVisible(bool(self._said.tidy()))
        if sentence:
            self.area.verticalScrollBar().setValue(0)

    def _allow(self) -> None:
        """While one change goes on, no other can be begun."""
        self.bring.setEnabled(not self._bringing)
        for offer in self.offers.values():
            offer.allow(not self._bringing and not self._busy_with)
        for name, card in self.cards.items():
            card.use.setEnabled(not self._busy_with)
            if name == self._busy_with or not card.can_be_used:
                card.use.hide()


class ModelCard(QWidget):
    """One model: what it is good for, its facts, and what can be done with it."""

    parts_asked = Signal(str)

    def __init__(self, model: ModelInfo, active: str) -> None:
        super().__init__()
        self._name = model.name
        self._sees_parts = False
        self._active = active
        self.can_be_used = model.state == "ready"
        self.setAccessibleName(model.name)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        card = QFrame()
        card.setObjectName("card")
        outer.addWidget(card)
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(4)
        column.addLayout(self._first_line(model))
        if model.good_for:
            column.addWidget(label(model.good_for))
        facts = " · ".join(self._facts(model))
        column.addWidget(label(facts, "faint", small=True))
        self.details = label(self._details(model), "faint", small=True)
        self.details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.details.hide()
        column.addWidget(self.details)
        self.ask = self._question()
        column.addWidget(self.ask)
        self.busy = Busy()
        column.addWidget(self.busy)
        self.meanwhile = label("", "faint", small=True)
        self.meanwhile.hide()
        column.addWidget(self.meanwhile)

    def _first_line(self, model: ModelInfo) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        name = label(_title(model.name), "heading")
        line.addWidget(name, 1)
        self.state = QLabel(self.tr("Answers now"))
        self.state.setProperty("faint", "true")
        self.state.setVisible(model.state == "active")
        line.addWidget(self.state)
        self.parts = link("", self.tr("Which model tells the parts of a photo apart"))
        self.parts.setVisible(model.family == _SEES_PARTS)
        self.parts.clicked.connect(lambda: self.parts_asked.emit("" if self._sees_parts else self._name))
        line.addWidget(self.parts)
        self.more = link(self.tr("Licence"), self.tr("Show the licence, and where the model is"))
        self.more.setAccessibleName(self.tr("Licence of {model}").format(model=model.name))
        self.more.clicked.connect(self._turn_details)
        line.addWidget(self.more)
        self.use = QPushButton(self.tr("Use"))
        self.use.setAccessibleName(self.tr("Use {model}").format(model=model.name))
        self.use.setToolTip(self.tr("See what changing to this model takes"))
        self.use.setVisible(self.can_be_used)
        line.addWidget(self.use)
        return line

    def show_parts(self, *, used: bool) -> None:
        """Whether this model sees the parts of photos; the button changes that."""
        words = self.tr("Use the built-in one for parts") if used else self.tr("Use for parts of photos")
        self.parts.setText(words)
        self.parts.setAccessibleName(words)
        self._sees_parts = used

    def _question(self) -> QWidget:
        asked = QWidget()
        column = QVBoxLayout(asked)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        self.cost = label("")
        column.addWidget(self.cost)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        self.go = QPushButton(self.tr("Change the model"))
        self.go.setToolTip(self.tr("Begin; it can be stopped at any time"))
        self.no = link(self.tr("Not now"), self.tr("Leave everything as it is"))
        self.no.clicked.connect(self._leave)
        buttons.addWidget(self.go)
        buttons.addWidget(self.no)
        buttons.addStretch(1)
        column.addLayout(buttons)
        asked.hide()
        return asked

    def _facts(self, model: ModelInfo) -> list[str]:
        number = QLocale().toString
        return [
            ", ".join(map(_language, model.languages)) or self.tr("Languages unknown"),
            amount(round(model.size_mb * 1e6)),
            self.tr("{count} dimensions").format(count=number(model.dimension)),
            self.tr("Built in") if model.built_in else self.tr("Imported"),
        ]

    def _details(self, model: ModelInfo) -> str:
        licence = model.licence or self.tr("not named by those who made it")
        return "\n".join(
            (
                self.tr("Licence: {licence}").format(licence=licence),
                self.tr("Kind: {family}").format(family=model.family),
                self.tr("Folder: {path}").format(path=model.path),
            )
        )

    def _turn_details(self) -> None:
        self.details.setVisible(self.details.isHidden())

    def show_cost(self, photos: int, seconds: float | None) -> None:
        """What using this model takes, with the question whether to begin."""
        count = QLocale().toString(photos)
        if not photos:
            words = self.tr("Nothing has to be encoded.")
        elif seconds is None:
            words = self.tr("Photos to encode: {count}. How long that takes shows when it has begun.")
        else:
            words = self.tr("Photos to encode: {count}. That takes {time}.")
        took = about(seconds) if seconds is not None else ""
        self.cost.setText(f"{words.format(count=count, time=took)} {self._promise()}")
        self.use.hide()
        self.ask.show()
        self.go.setFocus()

    def _promise(self) -> str:
        words = self.tr("{model} goes on answering until this one is complete.")
        return words.format(model=_title(self._active) or self.tr("The present model"))

    def _leave(self) -> None:
        self.ask.hide()
        self.use.setVisible(self.can_be_used)
        self.use.setFocus()

    def show_switching(self, progress: Progress | None) -> None:
        """How far the change to this model is; None: over."""
        self.meanwhile.setVisible(progress is not None)
        if progress is None:
            self.busy.hide()
            self.use.setVisible(self.can_be_used)
            return
        self.ask.hide()
        self.use.hide()
        self.meanwhile.setText(self._promise())
        number = QLocale().toString
        if not progress.total:
            text = self.tr("Getting ready")
        else:
            text = self.tr("Encoding {done} of {total}").format(
                done=number(progress.done), total=number(progress.total)
            )
        left = progress.facts.get("seconds_left")
        if left is not None:
            text = f"{text} · {self.tr('{time} left').format(time=about(float(left)))}"
        self.busy.say(text, progress.done, progress.total)


def _language(code: str) -> str:
    """A language by its own name; the code where nobody knows it."""
    if code in NAMES:
        return NAMES[code]
    known = QLocale(code)
    name = known.nativeLanguageName() if known.language() != QLocale.Language.C else ""
    return name[:1].upper() + name[1:] or code


def _title(name: str) -> str:
    """A name for eyes: plain words begin with a capital, names like ``openai/clip`` stay as they are."""
    return name if "/" in name else name[:1].upper() + name[1:]
