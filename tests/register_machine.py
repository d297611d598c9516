"""A machine that lets announcements and corrections come in any order, and reads the list on every pair of days."""

import datetime as dt
from typing import ClassVar

from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from coretech.apps.people.models import Agency
from coretech.apps.register.models import Announcement, ItemVersion, RegisterItem
from coretech.apps.register.queries import (
    ENDING,
    difference,
    first_valid_from,
    history,
    in_effect_versions,
    in_force,
)
from coretech.apps.technologies.models import Sector, Technology
from coretech.kit.clock import TAIPEI
from coretech.kit.refusal import Refused
from tests import factories
from tests.factories import register_factories as register
from tests.register_reference import Row, Told, differ, listed, row_of

Change = ItemVersion.Change
START = factories.DAY
GOES_ON = (Change.RENAMED, Change.MOVED, Change.RESCOPED)
ENDS = (Change.SPLIT, Change.MERGED, Change.REMOVED)


class AnyRegister(RuleBasedStateMachine):
    """Items that come, change, end, return and are corrected; ``reached`` collects what happened in all runs."""

    reached: ClassVar[set[str]] = set()

    def __init__(self) -> None:
        """Begin with the first list, in a transaction that is taken back."""
        super().__init__()
        self.outer = transaction.atomic()
        self.outer.__enter__()
        self.day = START
        versions = ItemVersion.objects.select_related("item", "authority", "sector", "corrects")
        self.rows: list[Row] = [row_of(version) for version in versions]
        self.numbers = [11, 12]

    def teardown(self) -> None:
        """Compare, and take everything back."""
        try:
            self.compare()
        finally:
            transaction.set_rollback(True)
            self.outer.__exit__(None, None, None)

    @rule(days=st.integers(1, 40), ahead=st.integers(0, 60))
    def add(self, days: int, ahead: int) -> None:
        """A new item."""
        self._pass(days)
        number = RegisterItem.objects.latest("number").number + 1
        technology = Technology.objects.create(
            sector=Sector.objects.earliest("order"), label_zh="新", label_en="new"
        )
        RegisterItem.objects.create(number=number, technology=technology)
        self.numbers.append(number)
        self._write(number, Change.ADDED, ahead)

    @rule(
        data=st.data(),
        change=st.sampled_from((*GOES_ON, *ENDS)),
        days=st.integers(0, 40),
        ahead=st.integers(0, 60),
    )
    def change(self, data: st.DataObject, change: Change, days: int, ahead: int) -> None:
        """The next version of an item that is on the list: it goes on, or it ends."""
        number = data.draw(st.sampled_from(self.numbers), label="item")
        if self._newest(number).change not in ENDING:
            self._pass(days)
            self._write(number, change, ahead)

    @rule(data=st.data(), days=st.integers(1, 40))
    def come_back(self, data: st.DataObject, days: int) -> None:
        """An item that ended is put on the list again."""
        number = data.draw(st.sampled_from(self.numbers), label="item")
        if self._newest(number).change in ENDING:
            self._pass(days)
            self._write(number, Change.ADDED, 0)
            self.reached.add("returned")

    @rule(
        data=st.data(),
        what=st.sampled_from(("name", "authority", "sector", "valid_from")),
        days=st.integers(0, 40),
        later=st.integers(-40, 40),
    )
    @precondition(lambda self: self.rows)
    def correct(self, data: st.DataObject, what: str, days: int, later: int) -> None:
        """A correction through the operation itself, of any version, those that end an item among them."""
        number = data.draw(st.sampled_from(self.numbers), label="item")
        version = data.draw(st.sampled_from(history(number)), label="version")
        self._pass(days)
        name = f"更正{len(self.rows)}"
        says: dict[str, dict[str, str | dt.date]] = {
            "name": {"name_zh": name, "name_announced": name},
            "authority": {"authority": "moea"},
            "sector": {"sector": "semiconductor"},
            "valid_from": {"valid_from": version.valid_from + dt.timedelta(days=later)},
        }
        self._scan(version.announcement)
        try:
            register.corrected(number, version.version, self.day, damaged=False, **says[what])
        except Refused as refused:
            self.reached.add(f"refused {refused.field}")
            return
        self._keep(ItemVersion.objects.latest("pk"))
        self.reached.update(
            {f"corrected {what}", *(["corrected an end"] if version.change in ENDING else [])}
        )

    def compare(self) -> None:
        """Every day something begins, and the day before, as known on every day something was written, and before."""
        days = self._days("valid_from")
        for known_at in self._days("recorded_on"):
            for as_of in days:
                found = in_force(as_of, known_at)
                assert [_told(version) for version in found] == listed(self.rows, as_of, known_at)
            first, last = days[0], days[-1]
            told = {
                each.number: (each.before is not None, each.after is not None)
                for each in difference(first, last, known_at)
            }
            assert told == differ(self.rows, first, last, known_at)
        self._compare_items(days)

    def _compare_items(self, days: list[dt.date]) -> None:
        """The same of each item by its versions alone, as known on the last days."""
        for number in self.numbers:
            for known_at in self._days("recorded_on")[-3:]:
                known = [row for row in self.rows if row["no"] == number and row["recorded_on"] <= known_at]
                versions = history(number, known_at) if known else []
                assert [version.version for version in versions] == [row["version"] for row in known]
                for as_of in days:
                    version = in_effect_versions(versions, as_of)
                    expected = listed(known, as_of, known_at)
                    assert ([] if version is None else [_told(version)]) == expected

    def _days(self, which: str) -> list[dt.date]:
        touched = {
            row["valid_from"] if which == "valid_from" else row["recorded_on"]
            for row in self.rows
            if row["no"] in self.numbers
        }
        return sorted(touched | {day - dt.timedelta(days=1) for day in touched})

    def _pass(self, days: int) -> None:
        self.day += dt.timedelta(days=days)

    def _newest(self, number: int) -> ItemVersion:
        return max(
            (each for each in history(number) if not each.corrected_by.exists()),
            key=lambda each: (each.valid_from, each.version),
        )

    def _write(self, number: int, change: Change, ahead: int) -> None:
        """What an announcement writes; its day is not before the one the item's last change counts from."""
        item = RegisterItem.objects.get(number=number)
        versions = list(item.versions.all())
        newest = self._newest(number).valid_from if versions else START
        effective = max(self.day + dt.timedelta(days=ahead), newest)
        edition = Announcement.objects.latest("edition").edition + 1
        at = dt.datetime.combine(self.day, dt.time(9), TAIPEI)
        announcement = Announcement.objects.create(
            edition=edition,
            document_number=f"No. {edition}",
            decided_on=self.day,
            announced_on=self.day,
            effective_on=effective,
            recorded_at=at,
        )
        self.reached.add(change.value)
        self._keep(
            ItemVersion.objects.create(
                item=item,
                version=len(versions) + 1,
                change=change,
                name_zh=f"名稱{edition}",
                name_announced=f"名稱{edition}",
                name_en=f"Name {edition}",
                authority=Agency.objects.get(code="mnd" if change == Change.MOVED else "nstc"),
                sector=Sector.objects.get(code="space"),
                announcement=announcement,
                valid_from=effective,
                recorded_at=at,
            )
        )

    def _scan(self, announcement: Announcement) -> None:
        if not announcement.scans.exists():
            register.filed(edition=announcement.edition, day=self.day)

    def _keep(self, version: ItemVersion) -> None:
        self.rows.append(row_of(version))


def _told(version: ItemVersion) -> Told:
    return Told(
        no=version.item.number,
        version=version.version,
        name=version.name_zh,
        authority=version.authority.code,
        sector=version.sector.code,
        since=first_valid_from(version),
    )
