"""The half of ``Library`` that answers: queries, photos, thumbnails, tags. It changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from core.images.decode import Picture
from core.jobs import Turn
from core.library.answering import Answering
from core.library.finding import typed_turn
from core.library.labelling import Labelling
from core.library.narrowing import Narrowing
from core.library.pictures import file_thumbnail, picture
from core.library.shared import Shared
from core.library.showing import Showing
from core.library.values import Arrangement, Facets, PhotoInfo, Tag, Theme
from core.search.hits import Hits


class Answers:
    """What may be asked of the photos of an open library."""

    _shared: Shared
    _answering: Answering
    _narrowing: Narrowing
    _showing: Showing
    labels: Labelling

    def all_photos(self, arrangement: Arrangement = Arrangement()) -> Hits:
        """Every photo that is not hidden, newest first unless asked for otherwise."""
        return self._answering.all_photos(arrangement)

    def search(self, text: str, turn: Turn | None = None, arrangement: Arrangement = Arrangement()) -> Hits:
        """Photos for a typed query. Raises ``query.*``, ``model.*``, ``photo.*`` for a named photo."""
        return self._answering.search(text, typed_turn(turn), arrangement)

    def facets(self, text: str, turn: Turn | None = None) -> Facets:
        """What the answer to a query (empty: all photos) can be narrowed by. Raises as ``search``."""
        return self._narrowing.facets(text, typed_turn(turn), self._answering.matches)

    def similar(
        self,
        photo: int | bytes | str | Path,
        turn: Turn | None = None,
        arrangement: Arrangement = Arrangement(),
    ) -> Hits:
        """Photos like a photo (id or path) or any picture file. Raises ``photo.*``."""
        return self._answering.similar(photo, typed_turn(turn), arrangement)

    def similar_picture(
        self, data: bytes, turn: Turn | None = None, arrangement: Arrangement = Arrangement()
    ) -> Hits:
        """Photos like a picture's bytes. Raises ``photo.*``."""
        return self._answering.similar_picture(data, typed_turn(turn), arrangement)

    def stack(self, photo_ids: Sequence[int], text: str = "") -> list[int]:
        """These photos with all that the answer to a query shows as one with them."""
        return self._answering.stack(photo_ids, text)

    def rows(self, photo_ids: Sequence[int]) -> list[PhotoInfo]:
        """What is shown of photos, in their order."""
        return self._showing.rows(photo_ids)

    def copies(self, photo_id: int) -> list[PhotoInfo]:
        """The other photos with the same bytes."""
        return self._showing.copies(photo_id)

    def photo_path(self, photo_id: int) -> bytes:
        """The exact path of a photo. Raises ``photo.not_found``."""
        return self._showing.path(photo_id)

    def thumbnail(self, photo_id: int) -> bytes | None:
        """A photo's thumbnail as JPEG bytes, up to 512 px; None when there is none. Any thread."""
        return self._showing.thumbnail(photo_id)

    def picture(self, photo_id: int, long_side: int = 0) -> Picture:
        """A photo's pixels at the size asked for (0: all of it). Any thread. Raises ``photo.*``."""
        return picture(self._shared, photo_id, long_side)

    def file_thumbnail(self, path: bytes) -> bytes | None:
        """A thumbnail of any picture file as JPEG bytes; None when there is none. Any thread."""
        return file_thumbnail(self._shared, path)

    def tags(self, photo_id: int, language: str = "en", turn: Turn | None = None) -> list[Tag]:
        """Labels the encoder proposes for a photo. Raises ``model.*``, ``labels.*``."""
        return self.labels.tags(photo_id, typed_turn(turn), language)

    def themes(self, language: str = "en") -> list[Theme]:
        """What the library is rich in, as last found after indexing."""
        return self.labels.themes(language)
