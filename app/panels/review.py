"""Which photos of groups are to go to the trash. Of every group at least one stays, whatever is asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.library.values import DuplicateGroup, PhotoInfo

KINDS = ("bytes", "resaved", "moment", "alike")
# Kinds that are sure enough for a proposal; of the others nothing goes unless the person says so.
PROPOSED = frozenset({"bytes", "resaved"})


class Review:
    """The person's decisions about one list of groups, begun with a proposal.

    ``before``: decisions about an earlier list; what was decided by hand stays decided.
    """

    def __init__(self, groups: Sequence[DuplicateGroup], before: Review | None = None) -> None:
        self.groups = tuple(groups)
        self.going: set[int] = set()
        self.freed = 0
        self._by_hand: dict[int, bool] = {}
        self._photos: dict[int, PhotoInfo] = {}
        self._of: dict[int, list[int]] = {}
        self._staying = [0] * len(self.groups)
        for number, group in enumerate(self.groups):
            for photo in group.photos:
                self._photos[photo.id] = photo
                self._of.setdefault(photo.id, []).append(number)
                self._staying[number] += not photo.offline
        self._propose({} if before is None else before._by_hand)

    def _propose(self, by_hand: dict[int, bool]) -> None:
        self._by_hand = {photo: goes for photo, goes in by_hand.items() if photo in self._photos}
        kept = {group.photos[0].id for group in self.groups if group.photos}
        for group in self.groups:
            for photo in group.photos:
                proposed = group.kind in PROPOSED and photo.id not in kept
                if self._by_hand.get(photo.id, proposed):
                    self._set(photo.id, goes=True)

    def goes(self, photo: int) -> bool:
        """True when the photo is to go."""
        return photo in self.going

    def decide(self, photo: int, *, goes: bool) -> bool:
        """Keep a photo or let it go; False, and nothing changes, when a group would lose its last one.

        A photo on a drive that is away can neither go nor be the one that stays.
        """
        if goes == (photo in self.going):
            return True
        if not self._set(photo, goes=goes):
            return False
        self._by_hand[photo] = goes
        return True

    def _set(self, photo: int, *, goes: bool) -> bool:
        if goes == (photo in self.going):
            return True
        row = self._photos[photo]
        groups = self._of[photo]
        if goes and (row.offline or any(self._staying[number] < 2 for number in groups)):
            return False
        for number in groups:
            self._staying[number] += -1 if goes else 1
        self.freed += row.size if goes else -row.size
        (self.going.add if goes else self.going.discard)(photo)
        return True

    def of_group(self, number: int) -> list[int]:
        """The photos of a group that are to go."""
        return [photo.id for photo in self.groups[number].photos if photo.id in self.going]

    def all_going(self) -> list[int]:
        """All photos that are to go, once each, in the order of the groups."""
        return list(
            dict.fromkeys(
                photo.id for group in self.groups for photo in group.photos if photo.id in self.going
            )
        )

    def without(self, photos: Iterable[int]) -> list[DuplicateGroup]:
        """The groups when these photos are no longer there; a group of one is none."""
        away = set(photos)
        left = []
        for group in self.groups:
            kept = tuple(photo for photo in group.photos if photo.id not in away)
            if len(kept) == len(group.photos):
                left.append(group)
            elif len(kept) > 1:
                freed = sum(photo.size for photo in kept[1:])
                reason = group.reason if kept[0] is group.photos[0] else "first"
                left.append(replace(group, photos=kept, reason=reason, freed=freed))
        return left
