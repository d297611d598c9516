"""What one reader may see of minutes: nothing of an item that reader is recused from (art. 12)."""

from dataclasses import dataclass, replace

from coretech.apps.audit.acting import Acting
from coretech.apps.meetings.minuting.content import Content, ItemRecord, from_json
from coretech.apps.meetings.minuting.finding import find_minutes, newest_version
from coretech.apps.meetings.models import Declaration, Meeting, Minutes, MinutesVersion
from coretech.kit.refusal import not_found
from coretech.kit.sentence import Sentence

WITHHELD = Sentence(
    "閱覽人就本案迴避，本案內容不予提供。", "The reader is recused from this item; nothing of it is shown."
)


@dataclass(frozen=True, slots=True)
class Copy:
    """One version as one reader may see it; ``withheld`` are the orders of the items that were left out of it."""

    version: MinutesVersion
    content: Content
    withheld: frozenset[int]

    @property
    def whole(self) -> bool:
        """Whether the reader sees all that was signed, so that the digest can be recomputed from it."""
        return not self.withheld


def copy_of(by: Acting, meeting_id: int, number: int | None = None) -> Copy:
    """A version of a meeting's minutes for a reader, the newest where none is named.

    Page, ODT, PDF, API and command all take what they show from here.

    Raises:
        Refused: (HTTP 404) where there is none, or none for this reader.
    """
    minutes = find_minutes(by, meeting_id)
    return for_reader(by, minutes, newest_version(minutes) if number is None else _version(minutes, number))


def for_reader(by: Acting, minutes: Minutes, version: MinutesVersion) -> Copy:
    """A version as this reader may see it."""
    content, withheld = from_json(version.content), withheld_from(by, minutes.meeting)
    items = tuple(_emptied(item) if item.order in withheld else item for item in content.items)
    return Copy(version, replace(content, items=items), withheld)


def withheld_from(by: Acting, meeting: Meeting) -> frozenset[int]:
    """The orders of the items this reader is recused from, by the newest word on each."""
    mine = Declaration.objects.standing().filter(item__meeting=meeting, person_id=by.person_id or 0)
    newest = mine.order_by("item_id", "-pk").distinct("item_id").select_related("item")
    return frozenset(word.item.order for word in newest if word.recused)


def _emptied(item: ItemRecord) -> ItemRecord:
    """The item's place on the agenda, which the notice told everybody, and nothing of what became of it."""
    return ItemRecord(
        order=item.order,
        kind=item.kind,
        reference="",
        title=item.title,
        title_en=item.title_en,
        outcome="",
        method="",
        chair="",
        chair_why="",
        attending=0,
        entitled=0,
        discussion=WITHHELD.zh,
    )


def _version(minutes: Minutes, number: int) -> MinutesVersion:
    version = minutes.versions.filter(number=number).first()
    if version is None:
        raise not_found("沒有這一版紀錄。", "There is no such version of the minutes.")
    return version
