"""Saying which classes of patents and which goods stand for a technology, in a new version."""

from collections.abc import Sequence
from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.watch.access import allow_defining
from coretech.apps.watch.counts.codes import codes_of, sound_classes, sound_goods
from coretech.apps.watch.models import TechnologyCodes
from coretech.apps.watch.operations.define_technology import LONGEST_WHY
from coretech.apps.watch.queries import find_technology
from coretech.kit.refusal import bad_input, wrong_state


@dataclass(frozen=True, slots=True)
class Named:
    """Subclasses of patents and HS codes; ``seen`` is the version that was looked at, 0 for the bundled one."""

    classes: Sequence[str]
    goods: Sequence[str]
    why: str
    seen: int


def check(by: Acting) -> None:
    """Whether this person says what belongs to a technology."""
    allow_defining(by)


@operation
def name_codes(by: Acting, code: str, named: Named) -> Act:
    """Write the next version; tables that are not of the technology alone are counted by it from now on."""
    check(by)
    hold("watch")
    technology = find_technology(code)
    before = codes_of(technology)
    if named.seen != before.number:
        raise wrong_state(
            "您開啟後代碼已有新版，請重新開啟再改。", "The codes were changed meanwhile; open them again."
        )
    classes, goods = sound_classes(named.classes), sound_goods(named.goods)
    if (classes, goods) == (sorted(before.classes), sorted(before.goods)):
        raise bad_input("why", "和現行版本相同，沒有更動。", "It is the same as the version that counts.")
    if not 0 < len(named.why.strip()) <= LONGEST_WHY:
        raise bad_input(
            "why", f"請說明更動的理由（{LONGEST_WHY}字以內）。", f"Say why, in {LONGEST_WHY} characters."
        )
    row = TechnologyCodes.objects.create(
        technology=technology,
        number=before.number + 1,
        classes=classes,
        goods=goods,
        why=named.why.strip(),
        by_id=by.person_id,
        at=by.at,
    )
    public = {"code": code, "number": row.number}
    return record(by, "watch.codes_named", technology.subject, public=public, rows=[row], why=row.why)
