"""When, where, with what, and what people wrote."""

from __future__ import annotations

import io
import random
import struct
import time
import zlib
from datetime import UTC, datetime

import pytest
from images_support import bag, corners, dng, iptc, saved, with_chunk, with_iptc, with_segment, with_xmp, xmp
from PIL import Image

from core.images.metadata import Metadata, read_metadata

NOON = int(datetime(2020, 2, 3, 12, tzinfo=UTC).timestamp())
PLAIN = saved(corners())


def read(data: bytes, name: str = "a.jpg", mtime: float = NOON) -> Metadata:
    return read_metadata(data, name=name, mtime_ns=int(mtime * 1e9))


def local(*parts: int) -> float:
    return datetime(*parts).timestamp()


def exif(main: dict | None = None, inner: dict | None = None, gps: dict | None = None) -> Image.Exif:
    tags = Image.Exif()
    tags.update(main or {})
    tags.get_ifd(0x8769).update(inner or {})
    tags.get_ifd(0x8825).update(gps or {})
    return tags


def tagged(main: dict | None = None, inner: dict | None = None, gps: dict | None = None) -> bytes:
    return saved(corners(), exif=exif(main, inner, gps))


# when ---------------------------------------------------------------------------------------------


def test_taken_with_offset_and_fraction() -> None:
    found = read(tagged(inner={0x9003: "2021:05:06 12:34:56", 0x9011: "+02:00", 0x9291: "250"}))
    assert found.taken_at == datetime(2021, 5, 6, 10, 34, 56, tzinfo=UTC).timestamp() + 0.25
    assert (found.taken_offset, found.taken_source) == (120, "exif")
    west = read(tagged(inner={0x9003: "2021:05:06 12:34:56", 0x9011: "-03:30"}))
    assert west.taken_offset == -210
    assert read(tagged(inner={0x9003: "2021:05:06 12:34:56", 0x9011: "Z"})).taken_offset == 0


def test_taken_without_offset_is_local_time() -> None:
    found = read(tagged(inner={0x9003: "2021:05:06 12:34:56"}))
    assert (found.taken_at, found.taken_offset) == (local(2021, 5, 6, 12, 34, 56), None)
    for bad in ("", "garbage", "+99:00", "+2", "   :  "):
        assert read(tagged(inner={0x9003: "2021:05:06 12:34:56", 0x9011: bad})).taken_offset is None


def test_which_exif_date_counts() -> None:
    dates = {0x9003: "2021:05:06 12:00:00", 0x9004: "2021:05:07 12:00:00"}
    main = {0x0132: "2021:05:08 12:00:00"}
    assert read(tagged(main, dates)).taken_at == local(2021, 5, 6, 12)
    del dates[0x9003]
    assert read(tagged(main, dates)).taken_at == local(2021, 5, 7, 12)
    assert read(tagged(main)).taken_at == local(2021, 5, 8, 12)


@pytest.mark.parametrize(
    "absurd",
    [
        "0000:00:00 00:00:00",
        "0000:01:01 00:00:00",
        "    :  :     :  :  ",
        "1970:01:01 00:00:00",
        "1980:01:01 00:00:00",
        "2021:13:06 12:34:56",
        "2021:02:30 12:34:56",
        "2021:05:06 25:34:56",
        "2999:05:06 12:34:56",
        "9999:99:99 99:99:99",
        "0012:05:06 12:34:56",
        "",
        "\x00\x00\x00",
        "not a date",
        "²⁰²¹:⁰⁵:⁰⁶",
    ],
)
def test_absurd_dates_count_for_nothing(absurd: str) -> None:
    found = read(tagged(inner={0x9003: absurd.encode().decode("latin-1")}))
    assert (found.taken_at, found.taken_source) == (NOON, "mtime")


def test_dates_in_odd_but_clear_forms() -> None:
    for text in (
        "2021-05-06 12:34:56",
        "2021:05:06T12:34:56",
        "2021/05/06 12:34:56",
        " 2021:05:06  12:34:56",
        "2021:05:06 12:34:60",
    ):
        assert abs((read(tagged(inner={0x9003: text})).taken_at or 0) - local(2021, 5, 6, 12, 34, 56)) < 5, (
            text
        )
    assert read(tagged(inner={0x9003: "2021:05:06"})).taken_at == local(2021, 5, 6, 12)
    assert read(tagged(inner={0x9003: "1955:05:06 12:00:00"})).taken_at == local(1955, 5, 6, 12)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("IMG_20210506_123456.jpg", (2021, 5, 6, 12, 34, 56)),
        ("IMG_20210506_123456_1.jpg", (2021, 5, 6, 12, 34, 56)),
        ("20210506_123456.heic", (2021, 5, 6, 12, 34, 56)),
        ("20210506123456.jpg", (2021, 5, 6, 12, 34, 56)),
        ("2021-05-06 12.34.56.jpg", (2021, 5, 6, 12, 34, 56)),
        ("2021-05-06 12.34.56-2.jpg", (2021, 5, 6, 12, 34, 56)),
        ("Screenshot_20210506-123456.png", (2021, 5, 6, 12, 34, 56)),
        ("Screenshot_20210506-123456_Chrome.png", (2021, 5, 6, 12, 34, 56)),
        ("Screenshot 2021-05-06 at 12.34.56.png", (2021, 5, 6, 12, 34, 56)),
        ("Screen Shot 2021-05-06 at 3.04.05 PM.png", (2021, 5, 6, 15, 4, 5)),
        ("Bildschirmfoto 2021-05-06 um 12.34.56.png", (2021, 5, 6, 12, 34, 56)),
        ("Screenshot from 2021-05-06 12-34-56.png", (2021, 5, 6, 12, 34, 56)),
        ("IMG-20210506-WA0001.jpg", (2021, 5, 6, 12, 0, 0)),
        ("WhatsApp Image 2021-05-06 at 12.34.56.jpeg", (2021, 5, 6, 12, 34, 56)),
        ("signal-2021-05-06-123456.jpg", (2021, 5, 6, 12, 34, 56)),
        ("signal-2021-05-06-12-34-56-789.jpg", (2021, 5, 6, 12, 34, 56.789)),
        ("signal-attachment-2021-05-06-123456.jpeg", (2021, 5, 6, 12, 34, 56)),
        ("photo_2021-05-06_12-34-56.jpg", (2021, 5, 6, 12, 34, 56)),
        ("20210506_beach.jpg", (2021, 5, 6, 12, 0, 0)),
        ("2021-05-06.jpg", (2021, 5, 6, 12, 0, 0)),
        ("00000IMG_00000_BURST20210506123456789_COVER.jpg", (2021, 5, 6, 12, 34, 56.789)),
        ("IMG_20210506_999999.jpg", (2021, 5, 6, 12, 0, 0)),
    ],
)
def test_dates_in_names(name: str, parts: tuple) -> None:
    found = read(PLAIN, name)
    second = parts[5]
    wanted = local(*parts[:5], int(second)) + second % 1
    assert found.taken_source == "name"
    assert found.taken_at == pytest.approx(wanted, abs=0.002)
    assert found.taken_offset is None


def test_names_that_are_utc_or_milliseconds() -> None:
    pixel = read(PLAIN, "PXL_20210506_123456789.jpg")
    wanted = datetime(2021, 5, 6, 12, 34, 56, 789000, tzinfo=UTC).timestamp()
    assert pixel.taken_at == pytest.approx(wanted, abs=0.002) and pixel.taken_offset is None
    assert read(PLAIN, "FB_IMG_1620304496000.jpg").taken_at == 1620304496
    assert read(PLAIN, "mmexport1620304496123.jpg").taken_at == pytest.approx(1620304496.123)


@pytest.mark.parametrize(
    "name",
    ["DSC_1234.jpg", "IMG_99999999_999999.jpg", "20211332.jpg", "123202105061234567.jpg", "2021.jpg", "IMG_2021.jpg",
     "29990506_123456.jpg", "18000101.jpg", "P1020304.JPG", "100_2021.jpg", "", "\ud800.jpg", "²0210506.jpg", "5" * 5000 + ".jpg"],
)  # fmt: skip
def test_names_without_a_date(name: str) -> None:
    assert read(PLAIN, name).taken_source == "mtime"


def test_the_order_of_sources() -> None:
    body = "<exif:DateTimeOriginal>2020-01-02T03:04:05+01:00</exif:DateTimeOriginal>"
    both = with_xmp(tagged(inner={0x9003: "2021:05:06 12:34:56"}), xmp(body))
    assert read(both, "20220101.jpg").taken_source == "exif"
    only = read(with_xmp(PLAIN, xmp(body)), "20220101.jpg")
    assert (only.taken_source, only.taken_offset) == ("xmp", 60)
    assert only.taken_at == datetime(2020, 1, 2, 2, 4, 5, tzinfo=UTC).timestamp()
    assert read(PLAIN, "20220101.jpg").taken_source == "name"
    assert read(PLAIN).taken_source == "mtime"
    assert read(PLAIN, mtime=0).taken_source is None
    assert read(PLAIN, mtime=time.time() + 10**9).taken_at is None
    assert read(PLAIN, mtime=-5).taken_at is None


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2021-05-06T12:34:56", (2021, 5, 6, 12, 34, 56)),
        ("2021-05-06T12:34", (2021, 5, 6, 12, 34)),
        ("2021-05-06", (2021, 5, 6, 12)),
        ("2021-05", (2021, 5, 1, 12)),
        ("2021:05:06 12:34:56", (2021, 5, 6, 12, 34, 56)),
    ],
)
def test_xmp_dates(text: str, parts: tuple) -> None:
    found = read(with_xmp(PLAIN, xmp("", f'photoshop:DateCreated="{text}"')))
    assert (found.taken_at, found.taken_source) == (local(*parts), "xmp")
    assert read(with_xmp(PLAIN, xmp("", 'xmp:CreateDate="soon"'))).taken_source == "mtime"


# where --------------------------------------------------------------------------------------------


def test_place() -> None:
    gps = {1: "N", 2: (48.0, 8.0, 14.64), 3: "E", 4: (11.0, 34.0, 31.08), 5: b"\x00", 6: 519.5}
    found = read(tagged(gps=gps))
    assert found.latitude == pytest.approx(48.1374, abs=1e-6)
    assert found.longitude == pytest.approx(11.5753, abs=1e-6)
    assert found.altitude == 519.5
    south = read(tagged(gps={**gps, 1: "S", 3: "w", 5: b"\x01", 6: 12.0}))
    assert (south.latitude or 0) < 0 and (south.longitude or 0) < 0 and south.altitude == -12
    minutes = read(tagged(gps={**gps, 2: (48.0, 8.244, 0.0)}))
    assert minutes.latitude == pytest.approx(48.1374, abs=1e-6)


@pytest.mark.parametrize(
    "change",
    [{1: "X"}, {1: ""}, {3: "N"}, {2: (91.0, 0.0, 0.0)}, {4: (181.0, 0.0, 0.0)}, {1: None}, {2: None}, {4: None}],
)  # fmt: skip
def test_places_that_make_no_sense(change: dict) -> None:
    gps = {1: "N", 2: (48.0, 8.0, 14.0), 3: "E", 4: (11.0, 34.0, 31.0), **change}
    found = read(tagged(gps={tag: value for tag, value in gps.items() if value is not None}))
    assert found.latitude is None and found.longitude is None and found.altitude is None


def test_place_with_zero_denominators_and_zero_island() -> None:
    gps = {1: "N", 2: (48.0, 8.0, 14.0), 3: "E", 4: (11.0, 34.0, 31.0), 6: 100.0}
    data = bytearray(tagged(gps=gps))
    degrees = struct.pack(">II", 48, 1) if struct.pack(">II", 48, 1) in data else struct.pack("<II", 48, 1)
    at = data.index(degrees)
    data[at + 4 : at + 8] = bytes(4)
    assert read(bytes(data)).latitude is None
    nowhere = read(tagged(gps={1: "N", 2: (0.0, 0.0, 0.0), 3: "E", 4: (0.0, 0.0, 0.0)}))
    assert nowhere.latitude is None and nowhere.longitude is None
    place = 'exif:GPSLatitude="48,8.244N" exif:GPSLongitude="11,34,31.08W"'
    found = read(with_xmp(PLAIN, xmp("", place)))
    assert found.latitude == pytest.approx(48.1374) and found.longitude == pytest.approx(-11.5753)
    assert read(with_xmp(PLAIN, xmp("", 'exif:GPSLatitude="48"'))).latitude is None


# with what ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("make", "model", "camera"),
    [
        ("Canon", "Canon EOS 5D Mark IV", "Canon EOS 5D Mark IV"),
        ("NIKON CORPORATION", "NIKON D750", "Nikon D750"),
        ("Apple", "iPhone 12 Pro", "Apple iPhone 12 Pro"),
        ("SONY", "ILCE-7M3", "Sony ILCE-7M3"),
        ("samsung", "SM-G991B", "Samsung SM-G991B"),
        ("OLYMPUS IMAGING CORP.  ", "E-M10", "Olympus E-M10"),
        ("EASTMAN KODAK COMPANY", "KODAK DX4530 ZOOM DIGITAL CAMERA", "Kodak DX4530 ZOOM DIGITAL CAMERA"),
        ("Acme Optical Co., Ltd.", "Acme One", "Acme One"),
        ("LEICA CAMERA AG", "LEICA Q2", "Leica Q2"),
        ("", "HERO9 Black", "HERO9 Black"),
        ("GoPro", "", "GoPro"),
        ("Google\x00junk", "Pixel 5\x00\x00", "Google Pixel 5"),
        ("HUAWEI", "HUAWEI P30", "Huawei P30"),
    ],
)
def test_camera(make: str, model: str, camera: str) -> None:
    assert read(tagged({0x010F: make, 0x0110: model})).camera == camera


def test_no_camera() -> None:
    for data in (PLAIN, tagged({0x010F: "  ", 0x0110: "\x00\x00"})):
        assert read(data).camera is None
    attributes = 'xmlns:tiff="http://ns.adobe.com/tiff/1.0/" tiff:Make="Canon" tiff:Model="Canon EOS R5"'
    assert read(with_xmp(PLAIN, xmp("", attributes))).camera == "Canon EOS R5"


def test_lens() -> None:
    assert read(tagged(inner={0xA434: "EF50mm f/1.8 STM"})).lens == "EF50mm f/1.8 STM"
    assert read(tagged(inner={0xA432: (24.0, 70.0, 2.8, 2.8)})).lens == "24-70 mm f/2.8"
    assert read(tagged(inner={0xA432: (50.0, 50.0, 1.8, 1.8)})).lens == "50 mm f/1.8"
    assert read(tagged(inner={0xA434: "----", 0xA432: (0.0, 0.0, 0.0, 0.0)})).lens is None
    aux = 'xmlns:aux="http://ns.adobe.com/exif/1.0/aux/" aux:Lens="70-200mm"'
    assert read(with_xmp(PLAIN, xmp("", aux))).lens == "70-200mm"


def test_exposure() -> None:
    assert (
        read(tagged(inner={0x829A: 1 / 250, 0x829D: 2.8, 0x8827: 100})).exposure
        == "1/250 s · f/2.8 · ISO 100"
    )
    assert read(tagged(inner={0x829A: 30.0, 0x829D: 11.0, 0x8827: 3200})).exposure == "30 s · f/11 · ISO 3200"
    assert read(tagged(inner={0x829A: 0.5})).exposure == "0.5 s"
    assert read(tagged(inner={0x829D: 4.0, 0x8827: 0})).exposure == "f/4"
    assert read(tagged(inner={0x829A: 0.0, 0x829D: 0.0})).exposure is None
    assert read(PLAIN).exposure is None


# what people wrote --------------------------------------------------------------------------------


def test_keywords_from_everywhere_without_doubles() -> None:
    data = with_xmp(
        with_iptc(
            tagged({0x9C9E: "Urlaub;dog\0".encode("utf-16-le")}),
            [(1, 90, b"\x1b%G"), (2, 25, "Straße".encode()), (2, 25, b"Dog"), (2, 25, b"")],
        ),
        xmp(
            bag("dc:subject", "dog", "snow &amp; ice")
            + bag("lr:hierarchicalSubject", "Places|Germany|Berlin")
        ),
    )
    assert read(data).keywords == ("Straße", "Dog", "snow & ice", "Places", "Germany", "Berlin", "Urlaub")
    digikam = xmp(bag("digiKam:TagsList", "People/Anna", "People/Ben", kind="Seq"))
    assert read(with_xmp(PLAIN, digikam)).keywords == ("People", "Anna", "Ben")


def test_keywords_in_latin_1_and_long_ones() -> None:
    data = with_iptc(
        PLAIN, [(2, 25, "Straße".encode("latin-1")), (2, 25, "schön".encode()), (2, 25, b"x" * 5000)]
    )
    words = read(data).keywords
    assert words[:2] == ("Straße", "schön") and len(words[2]) == 200
    many = xmp(bag("dc:subject", *(f"word{n}" for n in range(2000))))
    assert len(read(with_xmp(PLAIN, many)).keywords) == 500


def test_captions_and_their_order() -> None:
    alt = (
        '<dc:description><rdf:Alt><rdf:li xml:lang="de">Hund</rdf:li>'
        '<rdf:li xml:lang="x-default">A dog</rdf:li></rdf:Alt></dc:description>'
    )
    described = tagged({0x010E: "From EXIF"})
    both = with_iptc(described, [(2, 120, b"From IPTC"), (2, 105, b"Headline")])
    assert read(with_xmp(both, xmp(alt))).caption == "A dog"
    assert read(both).caption == "From IPTC"
    assert read(described).caption == "From EXIF"
    assert read(with_iptc(PLAIN, [(2, 105, b"Headline")])).caption == "Headline"
    assert read(tagged({0x9C9B: "Titel ü\0".encode("utf-16-le")})).caption == "Titel ü"
    assert read(PLAIN).caption is None


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"ASCII\x00\x00\x00hello there", "hello there"),
        (b"\x00" * 8 + b"hello\x00\x00", "hello"),
        (b"UNICODE\x00" + "Grüße".encode("utf-16-be"), "Grüße"),
        (b"UNICODE\x00" + b"\xff\xfe" + "Grüße".encode("utf-16-le"), "Grüße"),
        (b"JIS\x00\x00\x00\x00\x00" + "犬".encode("iso2022_jp"), "犬"),
        (b"ASCII\x00\x00\x00" + b"\x00" * 100, None),
        (b"\x01\x02\x03\x04\x05\x06\x07\x08binary", None),
        (b"UNICODE\x00\xd8", None),
        (b"short", None),
    ],
)
def test_user_comment(raw: bytes, text: str | None) -> None:
    data = tagged(inner={0x9286: raw})
    if raw.startswith(b"UNICODE\x00") and data.find(b"II*\x00") > 0 and raw[8:10] != b"\xff\xfe" and text:
        data = tagged(inner={0x9286: b"UNICODE\x00" + text.encode("utf-16-le")})
    assert read(data).caption == text


def test_what_cameras_write_by_themselves_is_no_caption() -> None:
    for text in (
        "OLYMPUS DIGITAL CAMERA         ",
        "SONY DSC",
        "DCIM\\100MEDIA"[:4],
        "default",
        "   ",
        "...",
        "\x00",
    ):
        assert read(tagged({0x010E: text})).caption is None, text


def test_control_characters_never_come_out() -> None:
    found = read(tagged({0x010E: "a\x01b\x1b[31mred", 0x0110: "M\x07odel"}))
    assert found.caption == "a b [31mred" and found.camera == "M odel"


# where the blocks are -----------------------------------------------------------------------------


def test_every_container() -> None:
    tags = exif({0x010F: "Canon", 0x0110: "EOS 6D", 0x010E: "A boat"}, {0x9003: "2021:05:06 12:34:56"})
    packet = xmp(bag("dc:subject", "boat")).encode()
    image = corners()
    files = {
        "jpeg": with_xmp(saved(image, exif=tags), packet),
        "png": with_chunk(saved(image, "PNG", exif=tags), b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + packet),
        "webp": saved(image, "WEBP", exif=tags, xmp=packet),
        "webp lossless": saved(image, "WEBP", exif=tags, xmp=packet, lossless=True),
        "avif": saved(image, "AVIF", exif=tags, xmp=packet),
    }
    pillow_heif = pytest.importorskip("pillow_heif")
    stream = io.BytesIO()
    pillow_heif.from_pillow(image).save(stream, exif=tags.tobytes(), xmp=packet)
    files["heic"] = stream.getvalue()
    tiff = Image.Exif()
    tiff.update({0x010F: "Canon", 0x0110: "EOS 6D", 0x010E: "A boat", 0x02BC: packet})
    tiff[0x0132] = "2021:05:06 12:34:56"
    files["tiff"] = saved(image, "TIFF", exif=tiff)
    for name, data in files.items():
        found = read(data)
        assert found.camera == "Canon EOS 6D", name
        assert found.taken_at == local(2021, 5, 6, 12, 34, 56), name
        assert found.caption == "A boat", name
        assert found.keywords == ("boat",), name
    raw = read(dng(saved(image), (64, 48)))
    assert raw.camera == "Acme One" and raw.taken_at == local(2021, 5, 6, 12, 34, 56)
    fuji = b"FUJIFILMCCD-RAW 0201".ljust(84, b"\0") + struct.pack(">II", 100, 5000) + bytes(8) + files["jpeg"]
    assert read(fuji).camera == "Canon EOS 6D"


def test_compressed_and_late_xmp_in_a_png() -> None:
    packet = xmp(bag("dc:subject", "boat")).encode()
    plain = saved(corners(), "PNG")
    packed = b"XML:com.adobe.xmp\0\x01\0\0\0" + zlib.compress(packet)
    assert read(with_chunk(plain, b"iTXt", packed)).keywords == ("boat",)
    late = with_chunk(plain, b"iTXt", packed)
    start = late[33 : 33 + 12 + len(packed)]
    moved = plain[:-12] + start + plain[-12:]
    assert read(moved).keywords == ("boat",)
    bomb = b"XML:com.adobe.xmp\0\x01\0\0\0" + zlib.compress(bytes(40 << 20))
    assert read(with_chunk(plain, b"iTXt", bomb)).keywords == ()


def test_iptc_over_two_segments_and_long_records() -> None:
    block = iptc([(2, 25, b"one")]) + b"\x1c\x02\x19\x80\x04\x00\x00\x00\x03two"
    resource = b"8BIM\x04\x04\x00\x00" + struct.pack(">I", len(block)) + block
    data = with_segment(PLAIN, 0xED, b"Photoshop 3.0\0" + resource[20:])
    data = with_segment(data, 0xED, b"Photoshop 3.0\0" + resource[:20])
    assert read(data).keywords == ("one", "two")


def test_hostile_xml() -> None:
    laughs = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>' + xmp(bag("dc:subject", "&b;"))
    outside = '<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + xmp(bag("dc:subject", "&a;"))
    deep = "<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + "<a>" * 9000 + "</a>" * 9000 + "</x:xmpmeta>"
    for packet in (laughs, outside, deep, "<x:xmpmeta", "", "\x00" * 500, "<a/>" * 1000, xmp("<dc:subject")):
        assert read(with_xmp(PLAIN, packet)).keywords == (), packet[:40]
    padded = xmp(bag("dc:subject", "boat")) + " " * 2000 + "\x00" * 10
    assert read(with_xmp(PLAIN, padded)).keywords == ("boat",)


# damage -------------------------------------------------------------------------------------------


def full() -> bytes:
    gps = {1: "N", 2: (48.0, 8.0, 14.64), 3: "E", 4: (11.0, 34.0, 31.08), 5: b"\x00", 6: 519.5}
    inner = {0x9003: "2021:05:06 12:34:56", 0x9011: "+02:00", 0x9291: "25", 0x829A: 0.004, 0x829D: 2.8, 0x8827: 100,
             0xA432: (24.0, 70.0, 2.8, 2.8), 0x9286: b"ASCII\0\0\0a comment"}  # fmt: skip
    main = {0x010F: "Canon", 0x0110: "EOS 6D", 0x010E: "A boat", 0x9C9E: "a;b\0".encode("utf-16-le")}
    data = with_iptc(tagged(main, inner, gps), [(1, 90, b"\x1b%G"), (2, 25, b"dog"), (2, 120, b"caption")])
    return with_xmp(
        data, xmp(bag("dc:subject", "x"), 'exif:GPSLatitude="48,8.2N" xmp:CreateDate="2020-01-01"')
    )


def containers() -> list[bytes]:
    image, tags, packet = (
        corners(16, 16),
        exif({0x010F: "A"}, {0x9003: "2021:05:06 12:34:56"}),
        xmp("").encode(),
    )
    forms = [saved(image, form, exif=tags, xmp=packet) for form in ("WEBP", "AVIF")]
    forms.append(with_chunk(saved(image, "PNG", exif=tags), b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + packet))
    return [*forms, saved(image, "TIFF", exif=tags), dng(None, (8, 8)), _cr3()]


def _cr3() -> bytes:
    def box(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content) + 8) + name + content

    def block(*entries: tuple[int, bytes]) -> bytes:
        body = struct.pack("<H", len(entries))
        at = 8 + 2 + 12 * len(entries) + 4
        rest = b""
        for tag, text in entries:
            body += struct.pack("<HHII", tag, 2, len(text), at + len(rest))
            rest += text
        return b"II*\0\x08\0\0\0" + body + bytes(4) + rest

    canon = bytes.fromhex("85c0b687820f11e08111f4ce462b6a48")
    inner = box(b"CMT1", block((0x010F, b"Canon\0"), (0x0110, b"Canon EOS R5\0")))
    inner += box(b"CMT2", block((0x9003, b"2021:05:06 12:34:56\0")))
    return box(b"ftyp", b"crx \0\0\0\1crx isom") + box(b"moov", box(b"uuid", canon + inner))


def test_canons_cr3() -> None:
    found = read(_cr3())
    assert found.camera == "Canon EOS R5" and found.taken_at == local(2021, 5, 6, 12, 34, 56)


def test_damaged_tags_never_raise() -> None:
    data = full()
    found = read(data)
    assert (
        found.camera == "Canon EOS 6D"
        and found.keywords == ("dog", "x", "a", "b")
        and found.taken_offset == 120
    )
    head = data.index(b"\xff\xda")
    rng = random.Random(1)
    for _ in range(2000):
        broken = bytearray(data)
        for _ in range(rng.randint(1, 20)):
            broken[rng.randrange(2, head)] = rng.randrange(256)
        found = read(bytes(broken))
        assert found.taken_source in ("exif", "xmp", "name", "mtime", None)
        assert found.latitude is None or -90 <= found.latitude <= 90


def test_damaged_containers_never_raise() -> None:
    rng = random.Random(2)
    for data in [*containers(), full()]:
        for _ in range(150):
            broken = bytearray(data)
            for _ in range(rng.randint(1, 30)):
                broken[rng.randrange(len(broken))] = rng.choice([0, 255, rng.randrange(256)])
            read(bytes(broken[: rng.randrange(len(broken) + 1)]))
    for kind in (
        b"\xff\xd8\xff",
        b"\x89PNG\r\n\x1a\n",
        b"II*\0",
        b"RIFF\0\0\0\0WEBP",
        b"\0\0\0\x18ftypheic",
        b"FUJIFILMCCD-RAW",
    ):
        for _ in range(100):
            read(kind + rng.randbytes(rng.randrange(300)))


def test_it_is_cheap_and_decodes_nothing() -> None:
    """At most a millisecond; the figure is of the processor's time, so that load does not count."""
    data = full()
    huge = data[:-2] + bytes(8 << 20) + data[-2:]
    read(huge)
    begin = time.process_time()
    for _ in range(50):
        read(huge)
    assert (time.process_time() - begin) / 50 < 0.003
