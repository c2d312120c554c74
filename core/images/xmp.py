"""XMP: keywords, captions, dates and places that programs wrote beside or into a photo."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

log = logging.getLogger(__name__)

MAX_PACKET = 2 << 20

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_EXIF = "{http://ns.adobe.com/exif/1.0/}"
_PHOTOSHOP = "{http://ns.adobe.com/photoshop/1.0/}"
_XMP = "{http://ns.adobe.com/xap/1.0/}"
_TIFF = "{http://ns.adobe.com/tiff/1.0/}"
_AUX = "{http://ns.adobe.com/exif/1.0/aux/}"
_EXIF_EX = "{http://cipa.jp/exif/1.0/}"
_HIERARCHIES = {
    "{http://ns.adobe.com/lightroom/1.0/}hierarchicalSubject": "|",
    "{http://www.digikam.org/ns/1.0/}TagsList": "/",
}
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass
class Packet:
    """What an XMP packet says; simple properties by their full name in ``values``."""

    keywords: list[str] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    values: dict[str, str] = field(default_factory=dict)

    def dates(self) -> list[str]:
        """Dates of taking, the best first."""
        names = (_EXIF + "DateTimeOriginal", _PHOTOSHOP + "DateCreated", _XMP + "CreateDate")
        return [self.values[name] for name in names if name in self.values]

    def place(self) -> tuple[str, str]:
        """Latitude and longitude as XMP writes them, "48,12.34N"."""
        return self.values.get(_EXIF + "GPSLatitude", ""), self.values.get(_EXIF + "GPSLongitude", "")

    def camera(self) -> tuple[str, str]:
        """Make and model."""
        return self.values.get(_TIFF + "Make", ""), self.values.get(_TIFF + "Model", "")

    def lens(self) -> str:
        """Lens name."""
        return self.values.get(_EXIF_EX + "LensModel", "") or self.values.get(_AUX + "Lens", "")


def parse(block: bytes) -> Packet:
    """Read an XMP packet. Broken XML, entities and document types give an empty packet."""
    packet = Packet()
    start = block.find(b"<x:xmpmeta")
    if start < 0:
        start = max(0, block.find(b"<rdf:RDF"))
    block = block[start:].rstrip(b"\x00 \r\n\t")
    for ending in (b"</x:xmpmeta>", b"</rdf:RDF>"):
        end = block.rfind(ending)
        if end > 0:
            block = block[: end + len(ending)]
            break
    if not block or len(block) > MAX_PACKET:
        return packet
    try:
        root = fromstring(block, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        log.debug("XMP ignored: %s", error)
        return packet
    for description in root.iter(_RDF + "Description"):
        packet.values.update({name: text for name, text in description.attrib.items() if text})
        for child in description:
            _property(child, packet)
    return packet


def _property(child: Element, packet: Packet) -> None:
    if child.tag == _DC + "subject":
        packet.keywords += _items(child)
    elif child.tag in _HIERARCHIES:
        for line in _items(child):
            packet.keywords += line.split(_HIERARCHIES[child.tag])
    elif child.tag == _DC + "description":
        packet.captions = _items(child) + packet.captions
    elif child.tag == _DC + "title":
        packet.captions += _items(child)
    elif child.text and child.text.strip():
        packet.values.setdefault(str(child.tag), child.text.strip())
    else:
        first = _items(child)
        if first:
            packet.values.setdefault(str(child.tag), first[0])


def _items(child: Element) -> list[str]:
    """The texts of a bag, sequence or choice of languages; the default language first."""
    items = [item for item in child.iter(_RDF + "li") if item.text and item.text.strip()]
    items.sort(key=lambda item: item.get(_LANGUAGE, "x-default") != "x-default")
    texts = [item.text.strip() for item in items if item.text]
    if not texts and child.text and child.text.strip():
        texts = [child.text.strip()]
    return texts
