"""The parts of photos: what they are called, where they are, and asking for more like them."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from core.catalogue import photos
from core.errors import RecollectError
from core.jobs import VIEWER, Turn
from core.labels import regions, vocabularies
from core.labels.regions import UNCLEAR, Named, Region
from core.labels.vocabularies import Term
from core.library.finding import Finding
from core.library.models import Models
from core.library.reasons import Reasons
from core.library.region_files import RegionFiles
from core.library.region_sight import Place, Sight, Which, clipped, place_at
from core.library.region_values import (
    Box,
    PhotoRegions,
    Point,
    RegionInfo,
    RegionLabel,
    RegionModelInfo,
    RegionOfHit,
    VocabularyInfo,
    Why,
)
from core.library.region_words import RegionWords
from core.library.segmenting import Segmenting
from core.library.shared import Shared
from core.models.groups import Groups
from core.query.fragments import Fragment, with_box, with_points
from core.query.render import render
from core.query.tree import LIKE, Part

log = logging.getLogger(__name__)

Floats = NDArray[np.float32]


class Regions:
    """Blocking; the viewer asks on its own lane. No answer delays a typed query by more than one pass of the
    network."""

    def __init__(
        self,
        shared: Shared,
        models: Models,
        segmenting: Segmenting,
        words: RegionWords,
        finding: Finding,
        thumbnail: Callable[[int], bytes | None],
    ) -> None:
        self._shared = shared
        self._models = models
        self._segmenting = segmenting
        self._sight = Sight(shared, segmenting, thumbnail)
        self._reasons = Reasons(models, finding, self._sight)
        self.words = words
        self.files = RegionFiles(shared, self)

    @contextmanager
    def _steady(self) -> Iterator[None]:
        """While it is held, what is seen and the words for it are of one model: a change of it waits."""
        with self._models.steady(), self._segmenting.steady():
            yield

    def state(self) -> RegionModelInfo:
        """Which region model there is, and how many photos it has looked into."""
        found = self._segmenting.state()
        if found.state != "ready":
            return found
        try:
            return replace(found, languages=self.words.space().languages)
        except RecollectError:
            return found  # the encoder that reads the names is gone: said when names are wanted

    def learn(self, turn: Turn) -> None:
        """Encode the names of things, so that the first click is quick; without a region model nothing.

        What is wrong with a model is said when it is used. Raises Cancelled.
        """
        try:
            if self.state().state == "ready":
                with self._steady():
                    self.words.learn(turn)
        except RecollectError as error:
            log.info("the names of parts were not encoded: %s", error)

    def measure(self) -> None:
        """Measure how the region model runs best here, if it is in use and nobody did: seconds, for the
        background lane. What is wrong with a model is said when it is used."""
        if not self._segmenting.loaded:
            return
        try:
            self._segmenting.measure()
        except (RecollectError, RuntimeError, MemoryError) as error:
            # For instance no memory for a second one beside it: the one there is answers as before.
            log.info("the region model was not measured: %s", error)

    # one photo

    def of(
        self,
        photo_id: int,
        turn: Turn | None = None,
        *,
        vocabulary: str = "",
        language: str = "en",
        terms: Sequence[str] | None = None,
    ) -> PhotoRegions:
        """The regions of a photo under a vocabulary ("": the one of the settings) or under these ``terms``.

        What was seen once is kept, so that a second question runs no network. Raises
        ``model.segmenter_missing``, ``model.*``, ``photo.*``, ``labels.*``, Cancelled.
        """
        return self.of_file(photo_id, turn, vocabulary=vocabulary, language=language, terms=terms)

    def finer(
        self,
        photo_id: int,
        turn: Turn | None = None,
        *,
        vocabulary: str = "",
        language: str = "en",
        terms: Sequence[str] | None = None,
    ) -> PhotoRegions:
        """The same with finer outlines, from windows that slide over the photo; not stored.

        Raises as ``of``.
        """
        return self.of_file(photo_id, turn, vocabulary=vocabulary, language=language, terms=terms, finer=True)

    def of_file(
        self,
        which: Which,
        turn: Turn | None = None,
        *,
        vocabulary: str = "",
        language: str = "en",
        terms: Sequence[str] | None = None,
        finer: bool = False,
    ) -> PhotoRegions:
        """The same of any picture file or photo. Raises as ``of``."""
        turn = turn or Turn(VIEWER)
        name, chosen = self._vocabulary(vocabulary, terms)
        place = self._sight.place(which)
        with self._steady():
            seen = self._sight.groups(place, turn)
            outlined = self._sight.finer(place, turn) if finer else seen
            found = self._named(outlined, name, chosen, turn)
            model = self._segmenting.card().name
        infos = [
            self._info(one, _stored_places(one, outlined, seen) if finer else one.groups, chosen, language)
            for one in found
        ]
        planes = regions.planes_of(outlined, found)
        return PhotoRegions(place.photo_id, tuple(infos), planes, name, model, finer)

    def box(
        self,
        which: Which,
        box: Box,
        turn: Turn | None = None,
        *,
        vocabulary: str = "",
        language: str = "en",
    ) -> RegionInfo:
        """What is inside a box somebody drew on a photo or file, as a region of its own. Raises as ``of``."""
        turn = turn or Turn(VIEWER)
        name, chosen = self._vocabulary(vocabulary, None)
        left, top, right, bottom = clipped(box)
        with self._steady():
            vector = self._sight.inside(self._sight.place(which), box, turn)
            vectors = self.words.vectors([term.text for term in chosen], turn)
            named = regions.label_vector(vector, vectors, self.words.scale(turn, name))
        wide, high = right - left, bottom - top
        region = Region(
            named.term,
            named.score,
            named.alternatives,
            wide * high,
            (left, top, wide, high),
            (left + wide / 2, top + high / 2),
        )
        return self._info(region, (), chosen, language)

    def _vocabulary(self, name: str, terms: Sequence[str] | None) -> tuple[str, list[Term]]:
        if terms is not None:
            return "", vocabularies.own("\n".join(terms))
        name = name or self._shared.settings.text("regions.vocabulary")
        return name, self.words.terms(name)

    def _named(self, seen: Groups, name: str, chosen: Sequence[Term], turn: Turn) -> list[Region]:
        vectors = self.words.vectors([term.text for term in chosen], turn)
        return regions.regions_of(seen, vectors, self.words.scale(turn, name))

    def _info(
        self, region: Region, groups: tuple[int, ...], chosen: Sequence[Term], language: str
    ) -> RegionInfo:
        label, shown = _name(region, chosen, language)
        alternatives = tuple(
            RegionLabel(chosen[term].text, vocabularies.shown(chosen[term], language).one, score)
            for term, score in region.alternatives
        )
        return RegionInfo(
            label,
            shown,
            region.score,
            region.sure,
            region.share,
            region.box,
            region.point,
            alternatives,
            groups,
        )

    # vocabularies

    def vocabularies(self, language: str = "en") -> list[VocabularyInfo]:
        """Which names the parts of photos may have."""
        return self.words.infos(language)

    def own_text(self) -> str:
        """A person's own list, one name a line. Raises ``labels.bad_vocabulary`` where it cannot be read."""
        return self.words.own_text()

    def set_own_text(self, text: str) -> None:
        """Keep a person's own list. Raises ``labels.bad_vocabulary``, ``disk.*``."""
        self.words.set_own_text(text)

    # more like it

    def asked(self, photo_id: int, chosen: Sequence[RegionInfo]) -> str:
        """The words of a query for photos with what these regions show. Raises ``photo.not_found``.

        Groups are named by a point inside each, boxes as they are.
        """
        place = self._sight.place(photo_id)
        path = os.fsdecode(place.path)
        points = self._points(place, chosen)
        asked = [with_points(path, points)] if points else []
        for one in chosen:
            if not one.groups:
                left, top, right, bottom = clipped(one.box)
                asked.append(with_box(path, (left, top, right - left, bottom - top)))
        return render([Part(LIKE, value) for value in asked])

    def _points(self, place: Place, chosen: Sequence[RegionInfo]) -> list[Point]:
        """A point in each group of these regions."""
        seen = None
        if place.content_id is not None:
            seen = self._segmenting.groups([place.content_id]).get(place.content_id)
        points: dict[int, Point] = {}
        for region in chosen:
            for group in region.groups:
                mask = seen.cells >> 5 == group if seen is not None else np.zeros((1, 1), np.bool_)
                points[group] = regions.inner_point(mask) if mask.any() else region.point
        return list(dict.fromkeys(points.values()))

    def region_vector(self, which: Which, aimed: Fragment, turn: Turn) -> tuple[Floats, str] | None:
        """The unit vector float32[d] of what a ``like:`` aims at, and its space; None where nothing was seen.

        Raises ``model.*``, ``photo.*``, Cancelled.
        """
        place = self._sight.place(which)
        with self._steady():
            space = self._segmenting.card().id
            if aimed.box is not None:
                return self._sight.inside(place, aimed.box, turn), space
            vector = self._sight.under(place, aimed.points, turn)
        return (vector, space) if vector is not None else None

    def crop(self, which: Which, aimed: Fragment, turn: Turn) -> NDArray[np.uint8]:
        """The pixels of what a ``like:`` aims at, for an encoder of whole photos: uint8[h, w, 3].

        Without a region model a point stands for the part around it. Raises ``photo.*``, Cancelled.
        """
        place = self._sight.place(which)
        box = aimed.box
        if box is None:
            try:
                box = self._around(self._sight.groups(place, turn), aimed.points)
            except RecollectError as error:
                if not error.code.startswith("model."):
                    raise
                xs, ys = zip(*aimed.points, strict=True)
                left, top = max(min(xs) - 0.2, 0.0), max(min(ys) - 0.2, 0.0)
                box = left, top, max(xs) + 0.2 - left, max(ys) + 0.2 - top
        return self._sight.crop(place, box)

    def _around(self, seen: Groups, points: Sequence[Point]) -> Box:
        wanted = [one for one in (place_at(seen, *point) for point in points) if one is not None]
        mask = np.isin(seen.cells >> 5, wanted)
        return regions.box_of(mask) if mask.any() else (0.0, 0.0, 1.0, 1.0)

    def why(self, photo_id: int, text: str, turn: Turn | None = None) -> Why:
        """Where a photo agrees with the words of a query, by the active encoder; an approximation.

        Raises ``query.*``, ``photo.*``, ``model.*``, Cancelled.
        """
        return self._reasons.why(photo_id, text, turn or Turn(VIEWER))

    # hits

    def hit(
        self, photo_id: int, group: int, text: str = "", language: str = "en", turn: Turn | None = None
    ) -> RegionOfHit | None:
        """The part of a photo that a query found, by its group's place; None while it is not known.

        ``text``: what was asked, which names the part where the vocabulary has no name for it.
        """
        return self.hits([photo_id], [group], text, language, turn or Turn(VIEWER)).get(int(photo_id))

    def hits(
        self,
        photo_ids: Sequence[int],
        groups: Sequence[int],
        text: str = "",
        language: str = "en",
        turn: Turn | None = None,
    ) -> dict[int, RegionOfHit]:
        """The same for many photos, by photo; those without a part are left out.

        Without ``turn`` no network runs: parts have their names once the vocabulary was encoded.
        """
        wanted = {int(one): int(group) for one, group in zip(photo_ids, groups, strict=True) if group >= 0}
        if not wanted:
            return {}
        with self._shared.catalogue.reading() as conn:
            content = {
                row.id: row.content_id
                for row in photos.rows(conn, list(wanted))
                if row.content_id is not None
            }
        try:
            with self._steady():
                seen = self._segmenting.groups(list(content.values()))
                namer = self._namer(language, turn)
        except RecollectError as error:
            if not error.code.startswith("model."):
                raise
            return {}  # what is wrong with the model is said where a photo is asked about
        known = {one: (seen[key], wanted[one]) for one, key in content.items() if key in seen}
        return _parts(known, namer, text)

    def _namer(self, language: str, turn: Turn | None) -> Callable[[Groups], list[tuple[Region, str]]]:
        """Names regions under the vocabulary of the settings; nothing while its words are not encoded."""
        try:
            name, chosen = self._vocabulary("", None)
        except RecollectError:
            return lambda seen: []  # an own list that is empty or damaged is said where it is edited
        if turn is None and not self.words.ready([term.text for term in chosen]):
            return lambda seen: []
        turn = turn or Turn(VIEWER)
        vectors = self.words.vectors([term.text for term in chosen], turn)
        scale = self.words.scale(turn, name)
        return lambda seen: [
            (one, _name(one, chosen, language)[1]) for one in regions.regions_of(seen, vectors, scale)
        ]


def _parts(
    wanted: Mapping[int, tuple[Groups, int]],
    namer: Callable[[Groups], list[tuple[Region, str]]],
    text: str,
) -> dict[int, RegionOfHit]:
    found = {}
    for photo_id, (seen, group) in wanted.items():
        if group >= len(seen.embeddings):
            continue
        label = text
        mask = seen.cells >> 5 == group
        plane = np.rint(seen.planes()[group] * 255).astype(np.uint8)
        for region, name in namer(seen):
            if name and group in region.groups:
                label, mask = name, np.isin(seen.cells >> 5, region.groups)
                plane = regions.planes_of(seen, [region])[0]
        found[photo_id] = RegionOfHit(label, regions.box_of(mask), plane)
    return found


def _name(found: Named, chosen: Sequence[Term], language: str) -> tuple[str, str]:
    """As it is embedded and as it is shown; both empty where no name fits."""
    if found.term == UNCLEAR:
        return "", ""
    term = chosen[found.term]
    return term.text, vocabularies.shown(term, language).one


def _stored_places(region: Region, outlined: Groups, seen: Groups) -> tuple[int, ...]:
    """Which of the stored groups a region with finer outlines is: those mostly inside it, and the one at its
    point."""
    inside = np.isin(outlined.cells >> 5, region.groups)
    high, wide = inside.shape
    rows, columns = seen.cells.shape
    covered = inside[np.arange(rows)[:, None] * high // rows, np.arange(columns)[None] * wide // columns]
    places = seen.cells >> 5
    mostly = {
        place
        for place in range(len(seen.embeddings))
        if 2 * np.count_nonzero(covered[places == place]) > np.count_nonzero(places == place)
    }
    at = place_at(seen, *region.point)
    return tuple(sorted(mostly | ({at} if at is not None else set())))
