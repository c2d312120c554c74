"""Without a display: say so, and show the window's journey as text."""

from __future__ import annotations

from app.cli.finding import show
from app.cli.output import opened, plainly, say, shown, tell
from app.cli.progress import Bar, interruptible
from app.display import obstacle
from core.errors import RecollectError
from core.jobs import Context, Token

_QUERY = "a dog in the snow"
_HITS = 6


@plainly
def without_display(folders: list[str], samples: bool) -> None:
    """Say why there is no window, index the folders (or the samples), search them, and say how to go on."""
    tell(str(obstacle() or RecollectError("window.no_display")))
    token = Token()
    with opened(role="recollect") as library:
        added = [library.add_folder(folder) for folder in folders]
        if samples or not (added or library.folders()):
            added.append(library.add_samples())
        with interruptible(token), Bar() as bar:
            summary = library.index_now(
                [folder.path for folder in added] or None, Context(token, 3, bar.event, lambda: None)
            )
        for folder in library.folders():
            say(f"{folder.photos:,} photos in {shown(folder.path)}")
        if summary.stopped:
            return
        say("")
        say(f'recollect search "{_QUERY}"')
        show(library, _QUERY, library.search(_QUERY), _HITS, as_json=False)
        say("")
        say('Ask for anything: recollect search "sunset over the sea". Add photos: recollect index FOLDER')
