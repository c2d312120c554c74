"""Who hears whom in the window: every signal of its parts, and what each action does."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from app import dialogs
from app.grid.view import TILE_STEP
from app.panels.side_bar import line_of
from app.query_bar.chips import Token
from app.viewer.regions import PARTS, WHY
from core.query.parse import parse

if TYPE_CHECKING:
    from app.asking import Answer
    from app.main_window import MainWindow


def connect(window: MainWindow) -> None:
    """Connect everything, once."""
    _connect_parts(window)
    _connect_pages(window)
    _connect_actions(window)


def _connect_parts(window: MainWindow) -> None:
    link, bar, grid, asker = window.link, window.bar, window.grid, window.asker
    bar.asked.connect(window.ask)
    bar.edited.connect(window.top_bar.clear_mistake)
    bar.mistaken.connect(window.mistaken)
    bar.pasted.connect(window.paste)
    window.dropped.connect(window.paste)
    bar.left_down.connect(window.to_results)
    bar.insisted.connect(lambda: _to_photos(window))
    asker.mistaken.connect(window.mistaken)
    asker.busy.connect(window.top_bar.busy.set_busy)
    window.results.shown.connect(lambda answer: _note_line(window, answer))
    window.results.shown.connect(window.shown)
    window.results.shown.connect(window.region_parts.shown)
    link.opened.connect(window.opened)
    link.refused.connect(window.refused)
    link.difficulty.connect(window.notices.explain)
    link.mended.connect(window.notices.say)
    link.status_changed.connect(window.status_changed)
    link.photos_changed.connect(window.photos_changed)
    link.photos_edited.connect(window.photos_edited)
    link.problems_changed.connect(window.problems_changed)
    link.searches_changed.connect(window.searches.refresh)
    link.themes_changed.connect(window.refresh_themes)
    window.zoom.valueChanged.connect(grid.set_tile)
    grid.tile_changed.connect(window.tile_changed)
    grid.went_up.connect(bar.take_focus)
    grid.escaped.connect(bar.end_innermost)
    grid.open_asked.connect(window.viewing.open_current)
    window.care.changed.connect(window.marks_changed)
    window.care.pending.connect(window.pending)
    window.care.pending.connect(window.viewing.gone)
    window.care.stacked_under = lambda: _stacked_under(window)
    window.menus.looking = lambda: window.viewing.open
    window.viewing.turned.connect(window.menus.chosen_changed)
    window.viewing.full_asked.connect(window.full_screen)
    regions = window.viewing.regions
    regions.found.connect(window.search_from_viewer)
    regions.added.connect(lambda piece: _ask_beside(window, piece))
    regions.models_asked.connect(lambda: window.turn_to("models"))
    regions.question = lambda: None if window.viewing.apart else window.asker.question
    window.page_care.setting_changed.connect(lambda key, _value: regions.setting_changed(key))
    window.indexing.ended.connect(window.choose_page)
    for signal in (window.viewing.viewer.tag_asked, window.viewing.viewer.search_asked):
        signal.connect(window.search_from_viewer)
    window.viewing.viewer.similar_asked.connect(window.similar_from_viewer)
    for signal, act in (
        (window.viewing.viewer.open_asked, window.photos.open),
        (window.viewing.viewer.show_asked, window.photos.show_in_folder),
        (window.viewing.viewer.copy_asked, window.photos.copy),
    ):
        signal.connect(lambda _photo, act=act: act())
    window.photos.target = window.target


def _ask_beside(window: MainWindow, piece: str) -> None:
    """A part of the photo that is looked at, beside what was asked."""
    window.viewing.back()
    window.bar.add([Token(one) for one in parse(piece).typed])


def _note_line(window: MainWindow, answer: Answer) -> None:
    window.pages.line = line_of(answer.question)


def _to_photos(window: MainWindow) -> None:
    """The question in the bar is answered already: from another page back to its answer."""
    if window.pages.turned_to:
        window.link.want_problems(False)
        window.side.choose(line_of(window.asker.question))
        window.choose_page(leave=True)


def _connect_pages(window: MainWindow) -> None:
    pages, side, folders = window.pages, window.side, window.folders
    pages.turned.connect(window.turned)
    pages.first_run.add_asked.connect(folders.choose)
    pages.first_run.samples_asked.connect(folders.add_samples)
    pages.message.first_asked.connect(window.bar.clear)
    pages.message.second_asked.connect(folders.choose)
    pages.open_asked.connect(window.link.open)
    pages.mend_asked.connect(window.link.mend)
    pages.trouble.second_asked.connect(window.close)
    side.add_asked.connect(folders.choose)
    side.page_asked.connect(window.turn_to)
    side.folder_asked.connect(window.show_folder)
    side.folder_menu_asked.connect(folders.menu)
    window.problems.retry_asked.connect(window.link.retry)
    window.problems.ignore_asked.connect(window.link.ignore)
    window.problems.show_asked.connect(folders.show_path)
    care, tidying = window.page_care, window.tidying
    care.setting_changed.connect(window.setting_changed)
    care.problems_asked.connect(lambda: window.turn_to("problems"))
    care.models_asked.connect(lambda: window.turn_to("models"))
    care.show_path_asked.connect(folders.show_path)
    # Copies are what these pages are about: there every photo is one file.
    tidying.trash_asked.connect(lambda ids: window.care.trash(ids, alone=True))
    tidying.compare_asked.connect(lambda ids: window.viewing.compare_photos(ids, apart=True))
    tidying.open_asked.connect(lambda photo: window.viewing.open_photo(photo, apart=True))
    tidying.add_asked.connect(lambda path: folders.take([path]))


def _connect_actions(window: MainWindow) -> None:
    acts: dict[str, Callable[[], object]] = {
        "add": window.folders.choose,
        "samples": window.folders.add_samples,
        "rescan": lambda: window.link.index(None),
        "quit": window.close,
        "back": lambda: window.viewing.back() if window.viewing.open else window.results.back(),
        "forward": lambda: None if window.viewing.open else window.results.forward(),
        "copy": window.photos.copy,
        "copy_image": window.photos.copy_image,
        "copy_path": window.photos.copy_path,
        "paste": lambda: window.paste(QGuiApplication.clipboard().mimeData()),
        "select_all": window.photos.select_all,
        "find": window.to_query,
        "save": window.searches.save,
        "history": window.searches.show_history,
        "larger": lambda: window.grid.set_tile(window.grid.tile + TILE_STEP),
        "smaller": lambda: window.grid.set_tile(window.grid.tile - TILE_STEP),
        "sidebar": lambda: window.side.setVisible(not window.side.isVisible()),
        "filters": window.results.toggle_filters,
        "timeline": window.results.toggle_timeline,
        "outlines": window.region_parts.toggle_outlines,
        "rest": window.results.open_rest,
        "full": window.full_screen,
        "open": window.viewing.open_current,
        "preview": window.viewing.toggle_preview,
        "regions": lambda: window.viewing.look_into(PARTS),
        "why": lambda: window.viewing.look_into(WHY),
        "compare": lambda: window.viewing.compare_photos(window.grid.chosen_ids()),
        "open_with": window.photos.open,
        "show": window.photos.show_in_folder,
        "similar": window.photos.find_similar,
        "more": window.care.more,
        "less": window.care.less,
        "favourite": window.care.favourite,
        "hide": window.care.hide,
        "exclude": window.care.exclude_folder,
        "trash": window.care.trash,
        "shortcuts": lambda: window.show_help("shortcuts"),
        "privacy": lambda: window.show_help("privacy"),
        "about": lambda: dialogs.show_about(window),
    }
    for name, act in acts.items():
        window.actions_.on(name, act)
    for name in ("card", "settings", "duplicates", "problems", "health", "models", "help"):
        window.actions_.on(name, partial(window.turn_to, name))
    window.page_care.set_keys([*window.actions_.keys(), *dialogs.more_keys()])


def _stacked_under(window: MainWindow) -> str | None:
    """The query of the answer that is shown, where it shows photos as stacks."""
    answer = window.results.answer
    if answer is None or not window.results.stacks or (window.viewing.open and window.viewing.apart):
        return None
    return answer.query
