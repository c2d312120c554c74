"""A model that could be fetched: what it is good for, and its terms before anything is downloaded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.panels.page import amount, label, link

if TYPE_CHECKING:
    from core.library.values import ModelInfo


class ModelOffer(QWidget):
    """One model that is not here. ``wanted``: its terms were read and it shall be downloaded;
    ``link_asked``: its page on the network shall be shown."""

    wanted = Signal(object)  # the model's id
    link_asked = Signal(object)  # an address

    def __init__(self, model: ModelInfo, languages: Sequence[str]) -> None:
        super().__init__()
        self._model = model
        self.setAccessibleName(model.name)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        card = QFrame()
        card.setObjectName("card")
        outer.addWidget(card)
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(4)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(label(model.name, "heading"), 1)
        self.get = QPushButton(self.tr("Download…"))
        self.get.setAccessibleName(self.tr("Download {model}…").format(model=model.name))
        self.get.setToolTip(self.tr("See its terms and how much would be downloaded"))
        self.get.clicked.connect(self._ask)
        line.addWidget(self.get)
        column.addLayout(line)
        column.addWidget(label(model.good_for))
        facts = " · ".join((", ".join(languages), amount(round(model.size_mb * 1e6))))
        column.addWidget(label(facts, "faint", small=True))
        self.ask = self._question()
        column.addWidget(self.ask)

    def _question(self) -> QWidget:
        asked = QWidget()
        column = QVBoxLayout(asked)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        self.terms = label(self._terms())
        self.terms.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self.terms)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        self.go = QPushButton(self.tr("Download"))
        self.go.setToolTip(self.tr("Accept these terms and begin; it can be stopped at any time"))
        self.go.clicked.connect(self._go)
        self.page = link(self.tr("Its page"), self._model.path)
        self.page.clicked.connect(lambda: self.link_asked.emit(self._model.path))
        self.no = link(self.tr("Not now"), self.tr("Leave everything as it is"))
        self.no.clicked.connect(self._leave)
        for button in (self.go, self.page, self.no):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        asked.hide()
        return asked

    def _terms(self) -> str:
        words = self.tr(
            "Licence: {licence}\n{size} are downloaded from {place}. Nothing of your photos is sent."
        )
        return words.format(
            licence=self._model.licence or self.tr("not named by those who made it"),
            size=amount(round(self._model.size_mb * 1e6)),
            place=QUrl(self._model.path).host(),
        )

    def allow(self, allowed: bool) -> None:
        """Whether a download may begin now."""
        self.get.setEnabled(allowed)
        self.go.setEnabled(allowed)

    def close_question(self) -> None:
        """Take the terms away again."""
        self.ask.hide()
        self.get.show()

    def _ask(self) -> None:
        self.get.hide()
        self.ask.show()
        self.go.setFocus()

    def _leave(self) -> None:
        self.close_question()
        self.get.setFocus()

    def _go(self) -> None:
        self.close_question()
        self.wanted.emit(self._model.id)
