"""Notes on how far items reach, by their authorities: what counts today, and what was noted before."""

import datetime as dt
from dataclasses import dataclass
from itertools import groupby

from coretech.apps.register.models import ScopeNote
from coretech.apps.register.standing import end_of


@dataclass(frozen=True, slots=True)
class Topic:
    """What was noted of an item on one topic, oldest first; the newest counts."""

    name: str
    notes: tuple[ScopeNote, ...]

    @property
    def newest(self) -> ScopeNote:
        """The note that counts."""
        return self.notes[-1]

    @property
    def withdrawn(self) -> bool:
        """Whether the newest note took the topic back."""
        return not self.newest.zh


def topics_of(item_id: int, known_at: dt.date | None = None) -> list[Topic]:
    """The topics noted of an item as known on a day, those that stand first; each by its name."""
    rows = ScopeNote.objects.filter(item=item_id).select_related("authority").order_by("topic", "pk")
    if known_at is not None:
        rows = rows.filter(noted_at__lte=end_of(known_at))
    notes = rows.prefetch_related("authority__names")
    found = [Topic(name, tuple(group)) for name, group in groupby(notes, key=lambda note: note.topic)]
    return sorted(found, key=lambda topic: topic.withdrawn)


def newest_note(item_id: int) -> int:
    """The id of the item's newest note, 0 where there is none: what a form brings back as seen."""
    return ScopeNote.objects.filter(item=item_id).order_by("-pk").values_list("pk", flat=True).first() or 0
