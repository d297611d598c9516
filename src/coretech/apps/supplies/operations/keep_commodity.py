"""Keeping what stands of a commodity itself: names, how often it is reported, by when, and who may see it."""

import hashlib
import re
from dataclasses import asdict, dataclass, fields

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.people.models import Agency
from coretech.apps.supplies.access import allow_keeping
from coretech.apps.supplies.models import Commodity, SupplyReturn
from coretech.engines.supplies.use import UseRule
from coretech.kit.refusal import bad_input, wrong_state
from coretech.law.access import Action, Matter

_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_LONGEST = {"zh": 80, "en": 120, "unit": 40, "source": 200}
_MOST_DAYS = 365


@dataclass(frozen=True, slots=True)
class KeptCommodity:
    """All that may be kept of a commodity; the unit and the rhythm are fixed once there are returns."""

    zh: str
    en: str
    unit: str
    frequency: str
    category: str
    use_rule: str
    days: int
    public: bool
    source: str = ""

    @property
    def digest(self) -> str:
        """The fingerprint of it, for telling that nobody changed it meanwhile."""
        return hashlib.sha256(repr(self).encode()).hexdigest()


def kept_of(commodity: Commodity) -> KeptCommodity:
    """What stands now."""
    return KeptCommodity(**{each.name: getattr(commodity, each.name) for each in fields(KeptCommodity)})


def check(by: Acting, commodity: Commodity) -> None:
    """Whether this person keeps the commodity."""
    allow_keeping(by, commodity)


@operation
def keep_commodity(by: Acting, slug: str, given: KeptCommodity, seen: str = "", authority: str = "") -> Act:
    """Write down what stands of a commodity anew, or a new one where ``authority`` names whose it is.

    ``seen`` is the digest of what was changed.
    """
    hold("supplies")
    commodity = Commodity.objects.select_related("authority").filter(slug=slug).first()
    if commodity is None:
        commodity = _new(by, slug, authority)
    else:
        check(by, commodity)
        _require_unchanged(commodity, given, seen)
    _require_sound(given)
    for name, value in asdict(given).items():
        setattr(commodity, name, value)
    commodity.save()
    return record(by, "supply.commodity_kept", commodity.subject, public=asdict(given))


def _new(by: Acting, slug: str, authority: str) -> Commodity:
    if not _SLUG.fullmatch(slug):
        raise bad_input(
            "slug",
            "代碼請用小寫英數字與連字號，最多40字。",
            "Lower-case letters, digits and hyphens, at most 40.",
        )
    allow(by, Action.KEEP_COMMODITY, Matter(agencies=frozenset({authority})))
    agency = Agency.objects.filter(code=authority).first()
    if agency is None:
        raise bad_input("authority", "沒有這個機關。", "There is no such agency.")
    order = Commodity.objects.order_by("-order").values_list("order", flat=True).first() or 0
    return Commodity(slug=slug, authority=agency, order=order + 1)


def _require_unchanged(commodity: Commodity, given: KeptCommodity, seen: str) -> None:
    stands = kept_of(commodity)
    if seen != stands.digest:
        raise wrong_state("您開啟後已有人修改，請重新開啟。", "Somebody changed it meanwhile; open it again.")
    fixed = [name for name in ("unit", "frequency") if getattr(given, name) != getattr(stands, name)]
    if fixed and SupplyReturn.objects.filter(commodity=commodity).exists():
        raise bad_input(
            fixed[0],
            "已有申報，單位與申報頻率不能再改；請另立一項物資。",
            "There are returns: its unit and rhythm stay. Make another commodity.",
        )


def _require_sound(given: KeptCommodity) -> None:
    for name, longest in _LONGEST.items():
        value = getattr(given, name)
        if len(value) > longest or (name != "source" and not value.strip()):
            raise bad_input(
                name, f"請填寫，最多{longest}字。", f"Fill this in, at most {longest} characters."
            )
    choices: dict[str, list[str]] = {
        "frequency": Commodity.Frequency.values,
        "category": Commodity.Category.values,
        "use_rule": list(UseRule),
    }
    for name, allowed in choices.items():
        if getattr(given, name) not in allowed:
            raise bad_input(name, "請由選項選擇。", "Choose one of the list.")
    if not 0 <= given.days <= _MOST_DAYS:
        raise bad_input("days", f"0到{_MOST_DAYS}天。", f"From 0 to {_MOST_DAYS} days.")
