"""The duties every calendar year brings: meetings, inventories, reviews (arts. 5.1, 8.3, 9.1, 10.1)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from coretech.law.duties.books import COUNCIL, Body, Books, Inventory, Item
from coretech.law.duties.duty import Duty, stands
from coretech.law.duty import annual_meeting, annual_review, inventory_interval, inventory_report
from coretech.law.parameters import Parameters
from coretech.law.ruling import Ruling
from coretech.law.terms import BodyKind, Forum


@dataclass(frozen=True, slots=True)
class Year:
    """A year's duties told from the books on a day."""

    books: Books
    year: int
    today: date
    parameters: Parameters

    @property
    def last_day(self) -> date:
        """The last day to meet a duty of the year."""
        return date(self.year, 12, 31)

    def duties(self) -> Iterator[Duty]:
        """The council's meeting, then each body's duties, then the reviews of each authority."""
        yield self._duty("council-meeting", COUNCIL, self._met(Forum.COUNCIL, COUNCIL))
        for body in self.books.bodies:
            if body.panel or body.kind is not BodyKind.OTHER:
                yield self._duty("panel-meeting", body.id, self._met(Forum.PANEL, body.id))
            if body.kind is not BodyKind.OTHER:
                yield from self._inventory(body)
        for authority, items in self._items().items():
            yield self._duty("annual-review", authority, self._review(items))

    def _duty(self, name: str, holder: str, ruling: Ruling) -> Duty:
        return Duty(name, holder, self.last_day, stands(ruling, self.last_day, self.today), ruling)

    def _met(self, forum: Forum, body: str) -> Ruling:
        held = [
            meeting for meeting in self.books.meetings if meeting.body == body and meeting.on <= self.today
        ]
        facts = annual_meeting.Facts(
            body=forum,
            year=self.year,
            regular=tuple(meeting.on for meeting in held if not meeting.extraordinary),
            extraordinary=tuple(meeting.on for meeting in held if meeting.extraordinary),
        )
        return annual_meeting.rule(facts, self.last_day, self.parameters)

    def _inventory(self, body: Body) -> Iterator[Duty]:
        """To take an inventory; and to report it, once one was taken."""
        own = [each for each in self.books.inventories if each.body == body.id]
        asked = inventory_interval.Facts(
            body_kind=body.kind, year=self.year, inventory_years=tuple(each.year for each in own)
        )
        ruling = inventory_interval.rule(asked, self.last_day, self.parameters)
        yield self._duty("inventory", body.id, ruling)
        taken = [each for each in own if each.year == self.year]
        if taken:
            yield self._duty("inventory-report", body.id, self._report(body, taken))

    def _report(self, body: Body, taken: list[Inventory]) -> Ruling:
        facts = inventory_report.Facts(
            body_kind=body.kind,
            candidates=sum(each.candidates for each in taken),
            panel_review=all(each.panel_review for each in taken),
            reported_via_office=all(each.reported_via_office for each in taken),
        )
        return inventory_report.rule(facts, self.last_day, self.parameters)

    def _items(self) -> dict[str, list[Item]]:
        """The items each authority must review: those in force since before the year began."""
        first = date(self.year, 1, 1)
        owed: dict[str, list[Item]] = {}
        for item in self.books.items:
            if item.in_force_since < first and (item.removed_on is None or item.removed_on > self.last_day):
                owed.setdefault(item.authority, []).append(item)
        return owed

    def _review(self, items: list[Item]) -> Ruling:
        facts = annual_review.Facts(
            items=tuple(item.id for item in items),
            reviewed=tuple(item.id for item in items if self._reviewed(item)),
        )
        return annual_review.rule(facts, self.last_day, self.parameters)

    def _reviewed(self, item: Item) -> bool:
        return any(day.year == self.year and day <= self.today for day in item.reviewed_on)
