"""Correcting a clerical error of an entry: a version that stands in another's place (art. 6)."""

import datetime as dt

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.people.models import Agency
from coretech.apps.register.correcting import (
    Corrected,
    Correction,
    Said,
    corrections,
    require_as_announced,
    require_in_order,
)
from coretech.apps.register.models import ItemVersion
from coretech.apps.register.official import as_public
from coretech.apps.register.queries import find_version
from coretech.apps.register.standing import standing
from coretech.apps.technologies.models import Sector
from coretech.kit.refusal import bad_input, wrong_state
from coretech.law.access import Action

LONGEST_REASON, LONGEST_SOURCE = 2000, 300


def check(by: Acting, version: ItemVersion) -> None:
    """Whether this person may correct this version: it stands, and no other has taken its place."""
    allow(by, Action.CORRECT_ENTRY)
    if version not in standing(version.item.versions.all()):
        raise wrong_state(
            f"第{version.version}版已經更正過；請更正現在所列的版本。",
            f"Version {version.version} has been corrected already; correct the one that stands in its place.",
        )


def foresee(by: Acting, version: ItemVersion, given: Correction) -> list[Corrected]:
    """What the correction would change, where it would be taken.

    Raises:
        Refused: as `correct_entry`.
    """
    check(by, version)
    newest = version.item.versions.count()
    if given.seen is not None and given.seen != newest:
        raise wrong_state(
            f"這一項剛有新的版本（第{newest}版）；請先看過，再決定是否更正。",
            f"The item has a newer version ({newest}); read it before you correct anything.",
        )
    _refuse_bad(given)
    found = corrections(version, given)
    if not found:
        raise bad_input(
            "name_zh",
            "內容與現在所列相同，沒有要更正的地方。",
            "It says what the entry says already; there is nothing to correct.",
        )
    after = {each.field: each.after for each in found}
    require_as_announced(version, after)
    day = after.get("valid_from", version.valid_from)
    require_in_order(version, day if isinstance(day, dt.date) else version.valid_from, newest + 1)
    return found


@operation
def correct_entry(by: Acting, number: int, version: int, given: Correction) -> Act:
    """Write the version that stands in the other's place from now on; the other stays readable."""
    hold("register")
    wrong = find_version(number, version)
    check(by, wrong)
    found = foresee(by, wrong, given)
    right = _written(by, wrong, found, given)
    return record(
        by,
        "register.entry_corrected",
        f"register-item/{number}",
        public={
            "items": [as_public(right)],
            "before": {each.field: _told(each.before) for each in found},
            "after": {each.field: _told(each.after) for each in found},
            "reason": right.corrected_because,
            "source": right.correction_source,
        },
        rows=[right],
    )


def _refuse_bad(given: Correction) -> None:
    if not given.reason.strip():
        raise bad_input("reason", "請寫明為什麼要更正。", "Say why it is corrected.")
    if not given.source.strip():
        raise bad_input("source", "請填寫更正的依據。", "Say by what it is corrected.")
    for name, longest in (("reason", LONGEST_REASON), ("source", LONGEST_SOURCE)):
        if len(getattr(given, name)) > longest:
            raise bad_input(name, f"請在{longest}字以內。", f"Write {longest} characters at most.")


def _written(by: Acting, wrong: ItemVersion, found: list[Corrected], given: Correction) -> ItemVersion:
    kept = ("change", "announcement", "case", "damaged", "sector", "authority", "valid_from")
    texts = ("name_zh", "name_announced", "name_en", "name_source", "scope_zh", "scope_en")
    says = {name: getattr(wrong, name) for name in (*kept, *texts)}
    return ItemVersion.objects.create(
        item=wrong.item,
        version=wrong.item.versions.count() + 1,
        corrects=wrong,
        corrected_because=given.reason.strip(),
        correction_source=given.source.strip(),
        recorded_at=by.at,
        **{**says, **{each.field: each.after for each in found}},
    )


def _told(said: Said) -> str | bool:
    if isinstance(said, Sector | Agency):
        return said.code
    return said.isoformat() if isinstance(said, dt.date) else said
