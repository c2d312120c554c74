"""A photo library made on the spot: some 160 files as people really have them, the same for each seed.

From the free photos come trips and phone pictures with dates, cameras, places, keywords and captions;
copies, smaller versions, bursts, RAW with JPEG, odd names, and files that cannot be read. What was made
is told, so that tests can check what is read against it. ``python -m tests.made_library FOLDER``
makes one to look at.
"""

from __future__ import annotations

import argparse
import io
import itertools
import os
import re
import sys
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from PIL import Image, ImageOps

from tests import made_files
from tests.made_albums import (
    ALBUMS,
    BAD_NAME,
    BEGUN,
    CAMERAS,
    KEYWORDS,
    ODD_NAMES,
    SPARE,
    Album,
    Scene,
    album_of,
    scenes_of,
)
from tests.made_files import Camera, Facts


@dataclass
class MadeLibrary:
    """What was made. Paths are absolute bytes; ``photos`` has every file that is a whole, readable photo.

    ``copies``: groups of the same bytes, the first as it came; ``resaved``: photo and smaller version;
    ``bursts``: in the order taken; ``raw_pairs``: RAW and JPEG of one name; ``broken``: path → the code of
    its difficulty; ``partial``: begin well and end early; ``skipped``: what this system cannot make → why.
    """

    folder: Path
    seed: int
    photos: dict[bytes, Facts] = field(default_factory=dict)
    copies: list[list[bytes]] = field(default_factory=list)
    resaved: list[tuple[bytes, bytes]] = field(default_factory=list)
    bursts: list[list[bytes]] = field(default_factory=list)
    raw_pairs: list[tuple[bytes, bytes]] = field(default_factory=list)
    raws: list[bytes] = field(default_factory=list)
    turned: list[bytes] = field(default_factory=list)
    broken: dict[bytes, str] = field(default_factory=dict)
    partial: list[bytes] = field(default_factory=list)
    videos: list[bytes] = field(default_factory=list)
    huge: bytes | None = None
    skipped: dict[str, str] = field(default_factory=dict)

    @property
    def files(self) -> list[bytes]:
        """Every file, sorted."""
        return sorted([*self.photos, *self.broken, *self.partial, *self.videos])

    @property
    def with_place(self) -> list[bytes]:
        """The photos that say where they were taken."""
        return [path for path, facts in self.photos.items() if facts.place]

    @property
    def keywords(self) -> dict[str, list[bytes]]:
        """Keyword → its photos."""
        found: dict[str, list[bytes]] = {}
        for path, facts in self.photos.items():
            for word in facts.keywords:
                found.setdefault(word, []).append(path)
        return found

    @property
    def dates(self) -> dict[bytes, float]:
        """Photo → when it was taken, POSIX seconds."""
        return {path: facts.taken_at for path, facts in self.photos.items()}

    @property
    def cameras(self) -> dict[str, list[bytes]]:
        """Camera as a person calls it → its photos."""
        found: dict[str, list[bytes]] = {}
        for path, facts in self.photos.items():
            if facts.camera is not None:
                found.setdefault(facts.camera.called, []).append(path)
        return found

    def path(self, name: str | bytes) -> bytes:
        """The absolute path of a name inside, written with forward slashes."""
        return os.path.join(os.fsencode(self.folder), *os.fsencode(name).split(b"/"))

    def name(self, path: bytes) -> bytes:
        """The name inside of an absolute path, with forward slashes: equal for two libraries of one seed."""
        return os.path.relpath(path, os.fsencode(self.folder)).replace(os.fsencode(os.sep), b"/")


def build(folder: Path, source: Path | None = None, seed: int = 7, *, huge: bool = False) -> MadeLibrary:
    """Make the library in ``folder``. ``source`` names a folder of photos to take instead of the free ones;
    ``huge`` adds one picture of 100 megapixels. The same seed and source give the same bytes and times.
    """
    made = MadeLibrary(folder, seed)
    random = Random(f"library {seed}")
    scenes = scenes_of(source)
    random.shuffle(scenes)
    builder = _Builder(made, random)
    builder.ordinary(scenes[SPARE:])
    builder.bursts(scenes[:4])
    builder.raws(scenes[4:7])
    builder.copies()
    builder.resaved()
    builder.unreadable(scenes[7])
    if huge:
        builder.huge()
    return made


class _Builder:
    def __init__(self, made: MadeLibrary, random: Random) -> None:
        self.made, self.random = made, random
        self._numbers: dict[str, int] = {}
        self._odd = {folder: list(names) for folder, names in ODD_NAMES.items()}

    def ordinary(self, scenes: list[Scene]) -> None:
        """The trips and the phone's pictures: some in another format, some scanned, some on end."""
        forms = itertools.cycle(("png", "webp", "heic", "screenshot"))
        for number, scene in enumerate(scenes):
            album = album_of(scene.name)
            facts = self._facts(album, scene.name)
            if number % 7 == 3:
                self._other_format(next(forms), album, scene, facts)
            elif number % 14 == 6:
                self._scan(scene, facts)
            elif number % 11 == 2:
                self._on_end(album, scene, facts)
            else:
                self._jpeg(album, scene, facts)

    def bursts(self, scenes: list[Scene]) -> None:
        """Three to five pictures within seconds, the camera moved a little."""
        for scene, count in zip(scenes, (5, 4, 3, 3), strict=True):
            album = album_of(scene.name)
            facts = self._facts(album, scene.name)
            image = scene.image()
            width, height = image.width - 40, image.height - 24
            burst = []
            for _ in range(count):
                left, top = self.random.randrange(40), self.random.randrange(24)
                frame = image.crop((left, top, left + width, top + height))
                facts = replace(facts, size=frame.size, keywords=(), caption=None)
                path = self._name(album.folder, facts, ".jpg")
                self._take(path, made_files.jpeg(made_files.encoded(frame, "JPEG", quality=90), facts), facts)
                burst.append(path)
                wait = timedelta(milliseconds=self.random.randrange(400, 1500))
                facts = replace(facts, clock=facts.clock + wait)
            self.made.bursts.append(burst)

    def raws(self, scenes: list[Scene]) -> None:
        """RAW files, all but the last with a JPEG of the same name beside them."""
        for number, scene in enumerate(scenes, 1):
            image = scene.image(640)
            facts = self._facts(ALBUMS[-1], scene.name, camera=CAMERAS[-1])
            facts = replace(facts, size=image.size, format="raw", way="xmp")
            path = self._name("Phone/RAW", facts, ".dng")
            self._take(path, made_files.dng(image, facts), facts)
            self.made.raws.append(path)
            if number < len(scenes):
                beside = path.removesuffix(b".dng") + b".jpg"
                facts = replace(facts, format="jpeg")
                base = made_files.encoded(image, "JPEG", quality=90)
                self._take(beside, made_files.jpeg(base, facts), facts)
                self.made.raw_pairs.append((path, beside))

    def copies(self) -> None:
        """The same bytes elsewhere, under the same name or another; of one photo there are three."""
        chosen = self.random.sample(self._exported(), 10)
        for number, path in enumerate(chosen):
            stem, dot, suffix = os.path.basename(path).rpartition(b".")
            names = [
                b"Backup/" + stem + dot + suffix,
                b"Phone/" + stem + b" (1)" + dot + suffix,
                b"2021 Summer/Copy of " + stem + dot + suffix,
            ]
            group = [path]
            for name in names if number == 0 else [names[number % 3]]:
                beside = self.made.path(name)
                self._take(beside, _bytes_of(path), self.made.photos[path])
                group.append(beside)
            self.made.copies.append(group)

    def resaved(self) -> None:
        """Versions of half the size: as a messenger keeps them, without EXIF, and as one exports them, with it."""
        taken = {path for group in self.made.copies for path in group}
        chosen = self.random.sample([path for path in self._exported() if path not in taken], 10)
        for number, path in enumerate(chosen):
            facts = self.made.photos[path]
            image = ImageOps.exif_transpose(Image.open(io.BytesIO(_bytes_of(path))))
            image = image.resize((image.width // 2, image.height // 2), Image.Resampling.BICUBIC)
            data = made_files.encoded(image.convert("RGB"), "JPEG", quality=75)
            if number % 2:
                stem = os.path.basename(path).rpartition(b".")[0]
                beside = self.made.path(b"Export/" + stem + b"-small.jpg")
                facts = replace(facts, size=image.size, turned=1)
                data = made_files.jpeg(data, facts)
            else:
                beside = self.made.path(f"WhatsApp/IMG-{facts.clock:%Y%m%d}-WA{number:04}.jpg")
                noon = facts.clock.replace(hour=12, minute=0, second=0, microsecond=0)
                facts, data = Facts(noon, None, "name", image.size, "jpeg"), made_files.bare_jpeg(data)
            self._take(beside, data, facts)
            self.made.resaved.append((path, beside))

    def unreadable(self, scene: Scene) -> None:
        """What no program can read as a photo, or not to its end; and two videos."""
        made, whole = self.made, made_files.encoded(scene.image(), "JPEG", quality=85)
        broken = {
            "Phone/IMG_9001.jpg": (b"", "photo.empty"),
            "Phone/shopping list.jpg": (b"milk, bread, apples\n" * 20, "photo.unreadable"),
            "Scans/broken download.jpg": (whole[: len(whole) // 5], "photo.truncated"),
            "Scans/garbled.png": (bytes(range(256)) * 8, "photo.unreadable"),
        }
        for name, (data, code) in broken.items():
            made.broken[made.path(name)] = code
            _write(made.path(name), data, BEGUN)
        made.partial.append(made.path("2019/Norway/ends too early.jpg"))
        _write(made.partial[0], whole[: len(whole) * 4 // 5], BEGUN)
        for name in ("Phone/VID_20220714_183012.mp4", "2021 Summer/MVI_0042.MOV"):
            made.videos.append(made.path(name))
            _write(made.videos[-1], b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom" + bytes(4096), BEGUN)

    def huge(self) -> None:
        """One picture of 100 megapixels."""
        image = Image.linear_gradient("L").resize((12_500, 8_000))
        facts = Facts(BEGUN, None, "mtime", image.size, "jpeg")
        self.made.huge = self.made.path("Scans/poster.jpg")
        self._take(self.made.huge, made_files.encoded(image.convert("RGB"), "JPEG", quality=70), facts)

    def _facts(self, album: Album, about: str, *, camera: Camera | None = None) -> Facts:
        """A moment of the album by day, a camera sold by then, and now and then a place and words."""
        random = self.random
        moment = timedelta(
            days=random.randrange(album.days), seconds=round(random.triangular(25_000, 77_000))
        )
        clock = album.start + moment + timedelta(milliseconds=random.randrange(1000))
        if camera is not None:
            clock = clock.replace(year=max(clock.year, camera.since))
        camera = camera or random.choice(
            [one for one in CAMERAS if clock.year - 12 < one.since <= clock.year]
        )
        summer = 60 if album.folder == "Phone" and 4 <= clock.month <= 10 else 0
        place = album.place
        if place is not None:
            shifts = [round(random.uniform(-0.02, 0.02), 5) for _ in range(2)]
            place = (place[0] + shifts[0], place[1] + shifts[1], place[2] + random.randrange(20))
        topics = [word for names, words in KEYWORDS.items() if re.search(names, about) for word in words]
        plain = about.replace("-", " ").replace("_", " ")
        return Facts(
            clock,
            None if album.offset is None else album.offset + summer,
            "exif",
            (0, 0),
            "jpeg",
            camera,
            seconds=random.choice((30, 60, 125, 250, 500, 1000)),
            aperture=random.choice(camera.apertures),
            speed=random.choice((100, 200, 400, 800, 3200)),
            place=place if random.random() < 0.6 else None,
            keywords=(album.word, *topics) if random.random() < 0.4 else (),
            caption=f"{plain} – {album.word}" if random.random() < 0.25 else None,
            way=random.choice(("iptc", "xmp", "windows")),
        )

    def _name(self, folder: str, facts: Facts, suffix: str) -> bytes:
        """As the camera calls its files, or one of the odd names that the folder is to have."""
        if suffix == ".jpg" and self._odd.get(folder):
            return self.made.path(f"{folder}/{self._odd[folder].pop(0)}")
        maker = facts.camera.make if facts.camera else ""
        if maker == "Google":
            utc = facts.clock - timedelta(minutes=facts.offset or 0)
            return self.made.path(f"{folder}/PXL_{utc:%Y%m%d_%H%M%S}{utc.microsecond // 1000:03}{suffix}")
        self._numbers[maker] = self._numbers.get(maker, 1000 + 700 * len(self._numbers)) + 1
        stem = f"{'DSCF' if maker == 'FUJIFILM' else 'IMG_'}{self._numbers[maker]}"
        return self.made.path(f"{folder}/{stem}{suffix if maker == 'Apple' else suffix.upper()}")

    def _take(self, path: bytes, data: bytes, facts: Facts) -> None:
        _write(path, data, facts.clock)
        self.made.photos[path] = facts

    def _jpeg(self, album: Album, scene: Scene, facts: Facts) -> None:
        """The photo's own bytes, not encoded again, where the whole photo is meant."""
        image = scene.image() if scene.other else Image.open(io.BytesIO(scene.data))
        base = made_files.encoded(image, "JPEG", quality=90) if scene.other else scene.data
        facts = replace(facts, size=image.size)
        self._take(self._name(album.folder, facts, ".jpg"), made_files.jpeg(base, facts), facts)

    def _on_end(self, album: Album, scene: Scene, facts: Facts) -> None:
        """A camera held on end: stored lying, with orientation 6."""
        image = scene.image()
        wide = min(image.width, image.height * 3 // 4)
        left = (image.width - wide) // 2
        upright = image.crop((left, 0, left + wide, image.height))
        facts = replace(facts, size=upright.size, turned=6)
        lying = upright.transpose(Image.Transpose.ROTATE_90)
        data = made_files.jpeg(made_files.encoded(lying, "JPEG", quality=90), facts)
        path = self._name(album.folder, facts, ".jpg")
        self._take(path, data, facts)
        self.made.turned.append(path)

    def _scan(self, scene: Scene, facts: Facts) -> None:
        """No camera and no place; the date stands in XMP, or nowhere but in the file's time."""
        image = scene.image()
        scans = sum(one.camera is None and one.format == "jpeg" for one in self.made.photos.values())
        facts = replace(
            facts,
            clock=facts.clock.replace(year=2013, day=min(facts.clock.day, 28), microsecond=0),
            offset=None,
            source="xmp" if scans % 2 else "mtime",
            size=image.size,
            camera=None,
            place=None,
        )
        name: str | bytes = f"Scans/Scan {scans + 1:03}.jpg"
        if scans == 0 and sys.platform == "linux":
            name = BAD_NAME
        elif scans == 0:
            self.made.skipped["bad name"] = f"{sys.platform} has no names that are not UTF-8"
        base = made_files.encoded(image, "JPEG", quality=90)
        self._take(self.made.path(name), made_files.jpeg(base, facts), facts)

    def _other_format(self, form: str, album: Album, scene: Scene, facts: Facts) -> None:
        image = scene.image(480 if form == "heic" else 640)
        if form == "heic":
            album = ALBUMS[-1]
            facts = self._facts(album, scene.name, camera=CAMERAS[4])
        facts = replace(facts, size=image.size, format=form, way="xmp")
        if form == "screenshot":
            clock = self._facts(ALBUMS[-1], scene.name).clock.replace(microsecond=0)
            path = self.made.path(f"Phone/Screenshots/Screenshot_{clock:%Y%m%d-%H%M%S}.png")
            facts = Facts(clock, None, "name", image.size, "png")
            self._take(path, made_files.png(image, facts), facts)
            return
        writer = {"png": made_files.png, "webp": made_files.webp, "heic": made_files.heic}[form]
        try:
            data = writer(image, facts)
        except (ImportError, OSError, RuntimeError) as error:
            if form != "heic":
                raise
            self.made.skipped["heic"] = f"no encoder: {error}"
            return
        self._take(self._name(album.folder, facts, f".{form}"), data, facts)

    def _exported(self) -> list[bytes]:
        """The JPEGs of cameras that stand in no other relation yet: what is copied and saved anew."""
        related = {path for group in [*self.made.bursts, *self.made.raw_pairs] for path in group}
        return [
            path
            for path, facts in self.made.photos.items()
            if facts.format == "jpeg" and facts.source == "exif" and path not in related
        ]


def _write(path: bytes, data: bytes, changed: datetime) -> None:
    """A file with its modification time (UTC). Raises FileExistsError: no file is made twice."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "xb") as file:
        file.write(data)
    seconds = changed.replace(tzinfo=UTC, microsecond=0).timestamp()
    os.utime(path, (seconds, seconds))


def _bytes_of(path: bytes) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def main(arguments: list[str]) -> int:
    """Make a library in the folder that is named."""
    parser = argparse.ArgumentParser(prog="python -m tests.made_library", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--source", type=Path, help="a folder of JPEGs to take instead of the free photos")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--huge", action="store_true", help="with a picture of 100 megapixels")
    given = parser.parse_args(arguments)
    made = build(given.folder.resolve(), given.source, given.seed, huge=given.huge)
    print(f"{len(made.files)} files in {made.folder}: {len(made.photos)} photos, {len(made.broken)} broken")
    for what, why in made.skipped.items():
        print(f"without {what}: {why}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
