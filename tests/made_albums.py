"""What the made library is made of: cameras, trips, names, and the free photos."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from PIL import Image

from core.images.decode import decode
from core.images.fingerprint import look_of_image
from tests.made_files import Camera

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "resources" / "samples"
FREE = ROOT.parent / "shared" / "data" / "free"
ORDINARY = 110
"""How many photos there are besides bursts, copies and the other special ones."""
SPARE = 8
"""How many more are used for those."""
BEGUN = datetime(2012, 3, 4, 5, 6, 7)

CAMERAS = (
    Camera(
        "Canon", "Canon EOS 5D Mark II", "Canon EOS 5D Mark II", 2008, "EF24-105mm f/4L IS USM", (4.0, 8.0)
    ),
    Camera("Apple", "iPhone 4S", "Apple iPhone 4S", 2011, "iPhone 4S back camera 4.28mm f/2.4", (2.4,)),
    Camera("Canon", "Canon EOS R6", "Canon EOS R6", 2020, "RF24-105mm F4 L IS USM", (4.0, 5.6, 11.0)),
    Camera("FUJIFILM", "X-T4", "Fujifilm X-T4", 2020, "XF23mmF2 R WR", (2.0, 2.8, 5.6)),
    Camera("Apple", "iPhone 13", "Apple iPhone 13", 2022, "iPhone 13 back camera 5.1mm f/1.6", (1.6,)),
    Camera("Google", "Pixel 8", "Google Pixel 8", 2024, "Pixel 8 back camera 6.9mm f/1.68", (1.68,)),
)


@dataclass(frozen=True)
class Album:
    """A folder: which photos go there, when and where they were taken, and a word all of them share."""

    folder: str
    names: str
    start: datetime
    days: int
    offset: int | None
    place: tuple[float, float, float] | None
    word: str


ALBUMS = (
    Album("2012/Berlin", "berlin|brandenburg|drum|music", datetime(2012, 5, 11), 9, 120, (52.5163, 13.3777, 34.0), "Berlin"),
    Album("2014 Safari & Zoo", "animals_(?!moose)|erase_|panda|otter|lemur|macaw|osprey|kingfisher", datetime(2014, 8, 2), 16, 180, (-1.4061, 35.0117, 1590.0), "Tiere"),
    Album("2016/Alps/Winter", "snowy-[cps]|winter|planes|neuschwanstein|picos|aitzgorri", datetime(2016, 12, 27), 8, 60, (46.5584, 7.8355, 2061.0), "Winter"),
    Album("2018 Farm weekend", "farm_|cow|hens|sheep|horses|owl|shepherd", datetime(2018, 9, 14), 3, None, None, "Bauernhof"),
    Album("2019/Norway", "lake|iceberg|wave|waterfall|stream|moose|field|polar|astronaut", datetime(2019, 7, 3), 14, 120, (69.6496, 18.956, 12.0), "Norge"),
    Album("2021 Summer", "dandelion|bee|hikers|sunset|seeding|crab|petra|Gard", datetime(2021, 6, 19), 60, 180, (31.559, 35.4732, -430.0), "Urlaub"),
    Album("Städte/東京", "palace|temple|Temple|wall|Wall|tea|blossom|lights|metro|skyline", datetime(2018, 4, 1), 10, 540, (35.6586, 139.7454, 40.0), "旅行"),
    Album("Städte/Paris", "eiffel|Michel|Chambord|stairs|tourist|colosseum", datetime(2023, 5, 6), 5, 120, (48.8584, 2.2945, 35.0), "París"),
    Album("New York", "new-york|bridge|lincoln|shuttle|rocket|orchestra|square", datetime(2024, 10, 2), 7, -240, (40.7484, -73.9857, 10.0), "NYC"),
    Album("Phone", "", datetime(2022, 1, 1), 1060, 60, None, "home"),
)  # fmt: skip

KEYWORDS = {
    "kitten|cat": ("cat", "Katze"),
    "dog|shepherd": ("dog", "Hund"),
    "snow|ice|winter|polar": ("snow", "Schnee"),
    "bee|blossom|dandelion": ("flowers", "花"),
    "night|dusk|lights": ("night",),
    "eiffel|temple|castle|palace|gate": ("sight", "Sehenswürdigkeit"),
}
ODD_NAMES = {
    "Phone": ["🎂 Geburtstag.jpg", "two  spaces.and.dots.jpeg", "100% & mehr #1.jpg"],
    "Städte/東京": ["東京タワー 夜.jpg", "さくら.JPG"],
    "Städte/Paris": ["Été à Paris.jpg"],
    "2016/Alps/Winter": ["Größe Straße Übung.jpg"],
    "2021 Summer": ["Strand und Meer (1).jpg"],
    "New York": ["It's 5 o'clock; new-york.jpg"],
}
BAD_NAME = b"Scans/caf\xe9 1999.jpg"


@dataclass(frozen=True)
class Scene:
    """A photo to be used: its name, its bytes, and whether another part of it is meant, mirrored."""

    name: str
    data: bytes
    other: bool = False

    def image(self, most: int = 4096) -> Image.Image:
        """Its pixels, the long side at most so many."""
        image = Image.open(io.BytesIO(self.data)).convert("RGB")
        if self.other:
            width, height = image.size
            image = image.crop((width * 3 // 10, 0, width, height * 8 // 10))
            image = image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
        image.thumbnail((most, most), Image.Resampling.BICUBIC)
        return image


def scenes_of(source: Path | None) -> list[Scene]:
    """As many as are needed: distinct photos first, then other parts of the same."""
    found = {path.stem: path.read_bytes() for path in sorted((source or SAMPLES).glob("*.jpg"))}
    if source is None and FREE.is_dir():
        looks = [_look(data) for data in found.values()]
        for path in sorted(FREE.glob("*.jpg")):
            data = path.read_bytes()
            own = _look(data)
            if min((own ^ look).bit_count() for look in looks) > 8:
                found[path.stem] = data
    if not found:
        raise FileNotFoundError(f"no photos in {source or SAMPLES}")
    scenes = [Scene(name, data) for name, data in found.items()]
    others = [replace(scene, other=True) for scene in scenes]
    return [*scenes, *others][: ORDINARY + SPARE]


def _look(data: bytes) -> int:
    image = decode(data, long_side=64).image
    assert image is not None
    return int.from_bytes(look_of_image(image), "big")


def album_of(name: str) -> Album:
    """The folder a photo of this name goes to."""
    return next(album for album in ALBUMS if re.search(album.names, name))
