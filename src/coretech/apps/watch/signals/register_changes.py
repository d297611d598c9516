"""Signals of our own list: every version of an item. All of it is public."""

from collections.abc import Iterator

from coretech.apps.audit.acting import Acting
from coretech.apps.register.models import ItemVersion
from coretech.apps.watch.signals.signal import Kind, Signal
from coretech.apps.watch.signals.topics import Topics
from coretech.kit.sentence import Sentence

_Change = ItemVersion.Change
_WORDS = {
    _Change.ADDED: Sentence("列入清單", "Added to the list"),
    _Change.RENAMED: Sentence("變更名稱", "Renamed"),
    _Change.MOVED: Sentence("移轉主管機關", "Moved to another authority"),
    _Change.RESCOPED: Sentence("變更範疇", "Its scope changed"),
    _Change.SPLIT: Sentence("分拆", "Split"),
    _Change.MERGED: Sentence("合併", "Merged"),
    _Change.REMOVED: Sentence("廢止", "Removed from the list"),
}
_CORRECTED = Sentence("登載文字更正", "A clerical error was put right")


def register_changes(by: Acting, topics: Topics) -> Iterator[Signal]:  # noqa: ARG001 - every kind is told who asks
    """What the list said of each item, version by version."""
    rows = ItemVersion.objects.filter(item__number__in=topics.by_number).select_related(
        "item", "announcement"
    )
    for row in rows:
        words = _WORDS[_Change(row.change)] if row.corrects_id is None else _CORRECTED
        edition = row.announcement.edition
        yield Signal(
            topic=topics.by_number[row.item.number].key,
            kind=Kind.REGISTER,
            at=row.recorded_at,
            what=Sentence(f"{words.zh}：{row.name_zh}", f"{words.en}: {row.name_en}"),
            source=Sentence(f"清單第{edition}版公告", f"Announcement of edition {edition}"),
            href=f"/register/{row.item.number}/versions/{row.version}/",
            dated=row.valid_from.isoformat(),
        )
