"""What an announced case does to the list: the next version of each item, and which items continue in which."""

import datetime as dt

from coretech.apps.audit.acting import Acting
from coretech.apps.cases.affected import (
    Entry,
    entry_of,
    outdated_sources,
    require_fit,
    results_of,
    sources_of,
)
from coretech.apps.cases.models import Affected, Case
from coretech.apps.inventory.models import Candidate
from coretech.apps.register.listed import listed_as, newest_version
from coretech.apps.register.models import Announcement, ItemVersion, Lineage, RegisterItem
from coretech.apps.register.standing import standing_rows
from coretech.apps.technologies.models import Technology
from coretech.kit.refusal import wrong_state

_Change = ItemVersion.Change
_ENDS = {
    Candidate.Aspect.SPLIT.value: _Change.SPLIT,
    Candidate.Aspect.MERGE.value: _Change.MERGED,
    Candidate.Aspect.REMOVAL.value: _Change.REMOVED,
}
_SAYS = {
    Candidate.Aspect.NAME.value: _Change.RENAMED,
    Candidate.Aspect.SCOPE.value: _Change.RESCOPED,
    Candidate.Aspect.AUTHORITY.value: _Change.MOVED,
}


def require_current(case: Case) -> None:
    """Refuse (HTTP 409) a case that the list has overtaken since it named what it starts from."""
    require_fit(case)
    gone = outdated_sources(case)
    if gone:
        raise wrong_state(
            f"清單上的「{gone[0].name_zh}」自本案提案後已有變更；請送回審議會，依現行清單再審。",
            f"“{gone[0].name_en}” has changed on the list since this case was proposed; bring the case back to the "
            "council, to decide it on the list as it is.",
        )
    if case.kind == Candidate.Kind.IDENTIFY and listed_as(case.technology) is not None:
        raise wrong_state(
            "此技術已在清單上，不能再新增。",
            "That technology is on the list already and cannot be added again.",
        )


def latest_day(case: Case) -> dt.date | None:
    """The newest day from which the list says anything of the case's technologies: nothing may take effect before."""
    rows = standing_rows().filter(
        item__technology__in=case.affected.exclude(technology=None).values("technology")
    )
    return rows.order_by("-valid_from").values_list("valid_from", flat=True).first()


def enter(by: Acting, case: Case, announcement: Announcement) -> list[ItemVersion]:
    """Write the versions of one case, sources first; each result of a split or merger continues its sources."""
    require_current(case)
    writer = _Writer(by, case, announcement)
    if case.aspect not in _ENDS:
        return [writer.goes_on(row) for row in results_of(case)]
    ended = [writer.ends(row) for row in sources_of(case)]
    began = [writer.begins(row) for row in results_of(case)]
    Lineage.objects.bulk_create(Lineage(ended=old, began=new) for old in ended for new in began)
    return [*ended, *began]


class _Writer:
    """Writes versions of one case under one announcement."""

    def __init__(self, by: Acting, case: Case, announcement: Announcement) -> None:
        self._by, self._case, self._announcement = by, case, announcement

    def ends(self, row: Affected) -> ItemVersion:
        """The version by which an item leaves the list, as it was last listed."""
        technology = _known(row)
        return self._version(technology, _as_listed(row, technology), _ENDS[self._case.aspect])

    def begins(self, row: Affected) -> ItemVersion:
        """The first version of what a split or a merger makes."""
        technology = Technology.objects.create(sector=row.sector, label_zh=row.name_zh, label_en=row.name_en)
        row.technology = technology
        row.save(update_fields=["technology"])
        return self._version(technology, _proposed(row), _Change.ADDED)

    def goes_on(self, row: Affected) -> ItemVersion:
        """The first version of a new item, or the next one of an item that stays on the list."""
        technology = _known(row)
        before = newest_version(technology)
        added = self._case.kind == Candidate.Kind.IDENTIFY or before is None
        change = _Change.ADDED if added or before is None else _change(self._case, before, row)
        return self._version(technology, _proposed(row), change)

    def _version(self, technology: Technology, says: Entry, change: ItemVersion.Change) -> ItemVersion:
        item = _item(technology)
        return ItemVersion.objects.create(
            item=item,
            version=item.versions.count() + 1,
            change=change,
            name_zh=says.name_zh,
            name_announced=says.name_zh,
            name_en=says.name_en,
            scope_zh=says.scope_zh,
            scope_en=says.scope_en,
            authority=says.authority,
            sector=says.sector,
            announcement=self._announcement,
            case=self._case,
            valid_from=self._announcement.effective_on,
            recorded_at=self._by.at,
        )


def _known(row: Affected) -> Technology:
    """The row's technology; only what a split or a merger makes has none before it is announced."""
    if row.technology is None:
        raise wrong_state("本案的項目未連結技術。", "A result of the case stands for no technology.")
    return row.technology


def _as_listed(row: Affected, technology: Technology) -> Entry:
    item = listed_as(technology)
    return _proposed(row) if item is None else entry_of(technology, item)


def _proposed(row: Affected) -> Entry:
    return Entry(
        row.name_zh, row.name_en, row.sector, row.authority, row.scope_zh, row.scope_en, row.technology
    )


def _change(case: Case, before: ItemVersion, row: Affected) -> ItemVersion.Change:
    """What the case set out to change, where it did; otherwise what did change, the name before all."""
    done = {
        _Change.RENAMED: before.name_zh != row.name_zh,
        _Change.RESCOPED: (before.scope_zh, before.scope_en) != (row.scope_zh, row.scope_en),
        _Change.MOVED: before.authority_id != row.authority_id,
    }
    meant = _SAYS.get(case.aspect, _Change.RENAMED)
    if done[meant]:
        return meant
    return next((change for change, happened in done.items() if happened), meant)


def _item(technology: Technology) -> RegisterItem:
    """The technology's item; a new one takes the next number."""
    item = RegisterItem.objects.filter(technology=technology).first()
    if item is not None:
        return item
    last = RegisterItem.objects.order_by("-number").first()
    return RegisterItem.objects.create(number=1 if last is None else last.number + 1, technology=technology)
