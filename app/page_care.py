"""The pages beside the photos: settings, health, models, help. What they ask for and what they show."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from app import i18n
from app.dialogs import version
from app.library_link import LibraryLink
from app.notices import Notices
from app.panels.health import HealthPage
from app.panels.help import HelpPage, read_texts
from app.panels.models import ModelsPage
from app.panels.settings import SettingsPage
from app.theme import Theme
from core.errors import RecollectError
from core.jobs import Context, Job, Progress

if TYPE_CHECKING:
    from core.library import Finding, FolderInfo, HealthInfo, Library, ModelInfo, RegionModelInfo

_REGIONS = "starter-regions"  # the built-in region model, as the setting calls it


class PageCare(QObject):
    """Each page is filled when it is turned to; what takes long runs on the background lane."""

    setting_changed = Signal(str, object)
    problems_asked = Signal()
    models_asked = Signal()
    show_path_asked = Signal(object)

    def __init__(self, window: QWidget, theme: Theme, link: LibraryLink, notices: Notices) -> None:
        super().__init__(window)
        self._theme = theme
        self._link = link
        self._notices = notices
        # Read now: while the window is in use its thread touches no disk.
        self._texts = read_texts()
        self._keys: list[tuple[str, str]] = []
        self._health_job: Job | None = None
        self._model_job: Job | None = None
        self._switching = ""  # the model that is changed to
        self.settings: SettingsPage | None = None
        self.help: HelpPage | None = None
        self._health_page: HealthPage | None = None
        self._models_page: ModelsPage | None = None

    def makers(self) -> dict[str, Callable[[], QWidget]]:
        """How each page is made when it is first turned to."""
        return {
            "settings": self._make_settings,
            "health": self._make_health,
            "models": self._make_models,
            "help": self._make_help,
        }

    def set_keys(self, keys: list[tuple[str, str]]) -> None:
        """Words and keys of every action, for the help."""
        self._keys = keys

    def _make_settings(self) -> QWidget:
        page = self.settings = SettingsPage(self._theme)
        page.changed.connect(self.set_setting)
        page.models_asked.connect(self.models_asked)
        return page

    def _make_health(self) -> QWidget:
        page = self._health_page = HealthPage(self._theme)
        page.check_asked.connect(lambda: self._check(repair=False))
        page.repair_asked.connect(lambda: self._check(repair=True))
        page.backup_asked.connect(self._back_up)
        page.rebuild_asked.connect(self._rebuild)
        page.cancel_asked.connect(lambda: self._cancel(self._health_job))
        page.folder_asked.connect(lambda home: self.show_path_asked.emit(os.fsencode(home)))
        page.problems_asked.connect(self.problems_asked)
        return page

    def _make_models(self) -> QWidget:
        page = self._models_page = ModelsPage(self._theme)
        page.cost_asked.connect(self._cost)
        page.use_asked.connect(self._use)
        page.import_asked.connect(self._import)
        page.download_asked.connect(self._download)
        page.link_asked.connect(lambda address: QDesktopServices.openUrl(QUrl(address)))
        page.parts_asked.connect(lambda name: self.set_setting("regions.model", name or _REGIONS))
        page.cancel_asked.connect(lambda: self._cancel(self._model_job))
        return page

    def _make_help(self) -> QWidget:
        page = self.help = HelpPage(self._theme, self._texts, version=version())
        page.network_allowed.connect(lambda allowed: self.set_setting("network.allowed", allowed))
        page.link_asked.connect(lambda address: QDesktopServices.openUrl(QUrl(address)))
        page.show_shortcuts(self._keys)
        return page

    @property
    def health(self) -> HealthPage:
        """The page of the library's health, which exists once it was turned to."""
        assert self._health_page is not None
        return self._health_page

    @property
    def models(self) -> ModelsPage:
        """The page of models, which exists once it was turned to."""
        assert self._models_page is not None
        return self._models_page

    def refresh(self, page: QWidget | None) -> None:
        """The page was turned to, or the library changed while it is shown."""
        if page is None:
            return
        if page is self.settings or page is self.help:
            self._link.act("settings", _values, self._show_values)
            self._link.act("region model", lambda library: library.regions.state(), self._show_region_model)
        elif page is self._health_page and self._health_job is None:
            self._link.act("health", _health, self._show_health)
        elif page is self._models_page:
            self._link.act("models", lambda library: library.models(), self.models.show_models)
            self._link.act("region model", lambda library: library.regions.state(), self._show_region_model)
            self._link.act(
                "offered models", lambda library: library.offered_models(), self.models.show_offered
            )

    # settings

    def set_setting(self, key: str, value: object) -> None:
        """Store a setting; one that cannot be stored goes back to what it was."""

        def store(library: Library) -> tuple[Any, RecollectError | None]:
            try:
                return library.settings.set(key, value), None
            except RecollectError as error:
                return library.settings.get(key), error

        def done(answer: tuple[Any, RecollectError | None]) -> None:
            stored, error = answer
            if error is not None and self.settings is not None:
                self.settings.show_refused(key, i18n.said(error))
            elif error is not None:
                self._notices.explain(error)
            else:
                self.setting_changed.emit(key, stored)
                self.refresh(self.settings)
                if key == "regions.model":
                    self.refresh(self._models_page)

        self._link.act("setting", store, done)

    def _show_values(self, values: dict[str, Any]) -> None:
        if self.help is not None:
            self.help.show_allowed(bool(values["network.allowed"]))
        if self.settings is not None:
            self.settings.show_values(values)
            if self._link.status is not None:
                self.settings.show_model(self._link.status.model)

    def _show_region_model(self, state: RegionModelInfo) -> None:
        if self.settings is not None and state.name:
            self.settings.show_region_model(state.name)
        if self._models_page is not None:
            self._models_page.show_parts_by(state.name)

    # health

    def _show_health(self, answer: tuple[HealthInfo, list[FolderInfo]]) -> None:
        self.health.show_health(*answer)

    def _check(self, *, repair: bool) -> None:
        words = self.tr("Repairing the library") if repair else self.tr("Checking the library")

        def done(findings: list[Finding]) -> None:
            self._end()
            self.health.show_check(findings)
            self.refresh(self.health)

        self._run(words, lambda library, context: library.check(repair), done)

    def _back_up(self) -> None:
        def done(name: str) -> None:
            self._end()
            self.health.show_done(self.tr("A copy was made: {name}").format(name=name))
            self.refresh(self.health)

        self._run(self.tr("Copying the catalogue"), lambda library, context: library.back_up(), done)

    def _rebuild(self) -> None:
        def done(_: object) -> None:
            self._end()
            self.health.show_done(self.tr("The search index was built anew."))
            self.refresh(self.health)

        self._run(
            self.tr("Building the search index"), lambda library, context: library.rebuild_index(), done
        )

    def _run(self, words: str, work: Callable[[Library, Context], Any], done: Callable[[Any], None]) -> None:
        if self._health_job is not None:
            return
        self.health.show_busy(words, 0, None)

        def failed(error: RecollectError) -> None:
            self._end()
            self.health.show_done(i18n.said(error), failed=True)

        def stopped() -> None:
            self._end()
            self.health.show_done(self.tr("Stopped."))

        self._health_job = self._link.long(
            "health",
            work,
            done,
            failed=failed,
            progress=lambda one: self.health.show_busy(words, one.done, one.total),
            stopped=stopped,
        )
        if self._health_job is None:  # no library is open
            self.health.show_done()

    def _end(self) -> None:
        self._health_job = None

    def _cancel(self, job: Job | None) -> None:
        if job is not None:
            job.cancel()

    # models

    def _cost(self, model: str) -> None:
        def done(answer: tuple[int, float | None]) -> None:
            self.models.show_cost(model, *answer)

        self._link.act("model cost", lambda library: library.model_cost(model), done)

    def _use(self, model: str) -> None:
        if self._model_job is not None:
            self.models.show_failed(self.tr("Something else is being done. Try again when it has ended."))
            return
        self._switching = model
        self.models.show_switching(model, Progress(0, None))

        def done(info: ModelInfo) -> None:
            self._model_over()
            self._notices.say(self.tr("{name} answers from now on.").format(name=info.name))
            self.refresh(self.models)

        self._model_job = self._link.long(
            "use model",
            lambda library, context: library.use_model_now(model, context),
            done,
            failed=self._model_failed,
            progress=lambda progress: self.models.show_switching(model, progress),
            stopped=self._model_stopped,
        )
        if self._model_job is None:  # no library is open
            self._model_stopped()

    def _import(self, folder: bytes) -> None:
        if self._model_job is not None:
            self.models.show_failed(self.tr("Something else is being done. Try again when it has ended."))
            return

        def done(_: ModelInfo) -> None:
            self._model_over()
            self.refresh(self.models)

        path = Path(os.fsdecode(folder))
        self._model_job = self._link.long(
            "import model",
            lambda library, context: library.import_model_now(path, context),
            done,
            failed=self._model_failed,
            progress=self._importing,
            stopped=self._model_stopped,
        )

    def _download(self, model: str) -> None:
        if self._model_job is not None:
            self.models.show_failed(self.tr("Something else is being done. Try again when it has ended."))
            return
        self.models.show_import(Progress(0, None), download=True)

        def done(info: ModelInfo) -> None:
            self._model_over()
            self._notices.say(self.tr("{name} is here and can be used.").format(name=info.name))
            self.refresh(self.models)

        self._model_job = self._link.long(
            "download model",
            lambda library, context: library.download_model_now(model, context),
            done,
            failed=self._model_failed,
            progress=lambda progress: self.models.show_import(progress, download=True),
            stopped=self._model_stopped,
        )
        if self._model_job is None:  # no library is open
            self._model_stopped()

    def _importing(self, progress: Progress) -> None:
        self.models.show_import(progress)

    def _model_over(self) -> None:
        self._model_job = None
        self.models.show_import(None)
        self.models.show_switching(self._switching, None)

    def _model_failed(self, error: RecollectError) -> None:
        self._model_over()
        self.refresh(self.models)
        self.models.show_failed(i18n.said(error))

    def _model_stopped(self) -> None:
        self._model_over()
        self.refresh(self.models)


def _values(library: Library) -> dict[str, Any]:
    return library.settings.values()


def _health(library: Library) -> tuple[HealthInfo, list[FolderInfo]]:
    return library.health(), library.folders()
