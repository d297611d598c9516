"""Who may see a commodity, and who files and keeps it; for pages, interface, commands and mail alike."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import NO_MATTER, allow
from coretech.apps.supplies.models import Commodity
from coretech.kit.refusal import not_found
from coretech.law.access import Action, Matter, who_may


def reads_within(by: Acting) -> bool:
    """Whether somebody sees the internal view: every commodity, each reporter's own figures, alerts."""
    return who_may(Action.READ_SUPPLIES, by.standing, NO_MATTER, by.today).is_yes


def require_shown(by: Acting, commodity: Commodity) -> None:
    """Require that somebody may know of a commodity: a public one anybody (HTTP 404 otherwise)."""
    if not commodity.public and not reads_within(by):
        raise no_such_commodity(commodity.slug)


def no_such_commodity(slug: str) -> Exception:
    """That there is no commodity at this address, or none for this reader."""
    return not_found(
        f"沒有「{slug[:40]}」這項物資；請由物資清單選擇。",
        f"There is no commodity “{slug[:40]}”; choose one from the list.",
    )


def matter_of(commodity: Commodity) -> Matter:
    """The commodity as the table of powers sees it: its authority's."""
    return Matter(agencies=frozenset({commodity.authority.code}))


def allow_filing(by: Acting, commodity: Commodity) -> None:
    """Require an officer of the commodity's authority (HTTP 403 otherwise)."""
    allow(by, Action.FILE_RETURN, matter_of(commodity))


def allow_keeping(by: Acting, commodity: Commodity) -> None:
    """The same for what stands around the figures: standards, reporters, watchers, alerts."""
    allow(by, Action.KEEP_COMMODITY, matter_of(commodity))


def files_any(by: Acting) -> bool:
    """Whether somebody files returns of any commodity."""
    return Commodity.objects.filter(authority__code__in=by.standing.agencies).exists()
