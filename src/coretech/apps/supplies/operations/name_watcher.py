"""Naming who is written to about a commodity's alerts, or no longer is."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.bodies.standing import acting_for
from coretech.apps.people.models import Person
from coretech.apps.supplies.access import allow_keeping, reads_within
from coretech.apps.supplies.models import Commodity, Watcher
from coretech.apps.supplies.queries import locked_commodity
from coretech.kit.refusal import bad_input


def check(by: Acting, commodity: Commodity) -> None:
    """Whether this person keeps the commodity."""
    allow_keeping(by, commodity)


@operation
def name_watcher(by: Acting, slug: str, person: int, *, watching: bool = True) -> Act:
    """Let somebody be told of the commodity's alerts, or no longer."""
    commodity = locked_commodity(slug)
    check(by, commodity)
    found = Person.objects.select_related("account").filter(pk=person).first()
    watched = Watcher.objects.filter(commodity=commodity, person=person).exists()
    if found is None or watched is watching:
        raise bad_input("person", "請由名單選擇。", "Choose one of the list.")
    if watching:
        _require_reader(by, found)
        Watcher.objects.create(commodity=commodity, person=found)
    else:
        Watcher.objects.filter(commodity=commodity, person=found).delete()
    public = {"watching": watching}
    return record(
        by, "supply.watcher_named", commodity.subject, public=public, confidential={"person": person}
    )


def _require_reader(by: Acting, person: Person) -> None:
    """Whoever is told must be somebody who may look: an alert's letter leads to the internal view."""
    if person.account is None or not reads_within(acting_for(person.account, by.at)):
        raise bad_input(
            "person",
            "這個人沒有帳號，或不能查看物資的內部資料。",
            "This person has no account, or may not see the internal view of supplies.",
        )
