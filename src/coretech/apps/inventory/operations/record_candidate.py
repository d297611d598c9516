"""Recording a candidate that an inventory found (art. 9)."""

from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.inventory.models import Candidate, Round
from coretech.apps.people.models import Agency
from coretech.apps.technologies.models import Sector, Technology
from coretech.kit.refusal import bad_input
from coretech.law.access import Action, Matter

_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Found:
    """What the inventory found, as the form gives it.

    A change names the ``technology`` it would change, its ``ground``, and the ``aspect`` (its name where none is
    given). An identification names a ``technology`` only where it was on the list before and should come back.
    """

    agency: str
    kind: str
    name_zh: str
    name_en: str
    sector: str
    authority: str
    why: str
    technology: int | None = None
    ground: str = ""
    aspect: str = ""


def check(by: Acting, agency: str) -> None:
    """Whether this person may record a candidate for this agency."""
    allow(by, Action.RECORD_CANDIDATE, Matter(agencies=frozenset({agency})))


@operation
def record_candidate(by: Acting, found: Found) -> Act:
    """Write the candidate into the agency's round of the year."""
    check(by, found.agency)
    _refuse_bad(found)
    agency = _agency("agency", found.agency)
    round_, _ = Round.objects.get_or_create(agency=agency, year=by.today.year)
    candidate = Candidate.objects.create(
        round=round_,
        kind=found.kind,
        aspect=_aspect(found),
        technology=_technology(found),
        sector=_sector(found.sector),
        authority=_agency("authority", found.authority),
        name_zh=found.name_zh.strip(),
        name_en=found.name_en.strip(),
        ground=found.ground if found.kind == Candidate.Kind.CHANGE else "",
        found_at=by.at,
        why=found.why.strip(),
    )
    return record(
        by,
        "inventory.candidate_recorded",
        f"candidate/{candidate.pk}",
        public={"agency": agency.code, "year": round_.year},
        confidential={"name": candidate.name_zh, "kind": candidate.kind, "aspect": candidate.aspect},
        why=candidate.why,
    )


def _refuse_bad(found: Found) -> None:
    if found.kind not in Candidate.Kind.values:
        raise bad_input("kind", "請選擇認定或變更。", "Choose identification or change.")
    if not found.name_zh.strip() or len(found.name_zh) > _LONGEST_NAME:
        raise bad_input(
            "name_zh",
            f"請填寫中文名稱（{_LONGEST_NAME}字以內）。",
            "Give the Chinese name, 200 characters at most.",
        )
    if not found.name_en.strip():
        raise bad_input("name_en", "請填寫英文名稱。", "Give the English name.")
    if not found.why.strip():
        raise bad_input("why", "請說明盤點所見及理由。", "Say what the inventory found and why it matters.")
    if found.kind == Candidate.Kind.CHANGE and found.ground not in Candidate.Ground.values:
        raise bad_input(
            "ground",
            "變更須具備第10條第2項的事由之一。",
            "A change needs one of the grounds of article 10(2).",
        )
    if found.aspect not in ("", *Candidate.Aspect.values):
        raise bad_input("aspect", "請選擇要變更什麼。", "Choose what of the item would change.")


def _aspect(found: Found) -> str:
    """What would change; an identification changes nothing, and a change that does not say so is one of name."""
    if found.kind == Candidate.Kind.IDENTIFY:
        return ""
    return found.aspect or Candidate.Aspect.NAME


def _agency(field: str, code: str) -> Agency:
    agency = Agency.objects.filter(code=code).first()
    if agency is None:
        raise bad_input(field, f"沒有代碼為「{code}」的機關。", f"There is no agency with the code “{code}”.")
    return agency


def _sector(code: str) -> Sector:
    sector = Sector.objects.filter(code=code).first()
    if sector is None:
        raise bad_input(
            "sector", f"沒有代碼為「{code}」的領域。", f"There is no sector with the code “{code}”."
        )
    return sector


def _technology(found: Found) -> Technology | None:
    if found.kind == Candidate.Kind.IDENTIFY and found.technology is None:
        return None
    technology = Technology.objects.filter(pk=found.technology or 0).first()
    if technology is None:
        raise bad_input(
            "technology",
            "沒有這項技術；請指定擬變更的技術。",
            "There is no such technology; name the one that would change.",
        )
    return technology
