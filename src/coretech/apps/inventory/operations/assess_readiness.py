"""Assessing how ready the technology of an accepted project is, from 1 to 9, with what shows it."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.inventory.finds.finding import lock_find
from coretech.apps.inventory.finds.judgements import word_of
from coretech.apps.inventory.finds.portfolios import allow_judging
from coretech.apps.inventory.finds.screenings import require_newest
from coretech.apps.inventory.models import Find, Readiness
from coretech.kit.refusal import bad_input, wrong_state

LEVELS = range(1, 10)
LONGEST_EVIDENCE = 2000


def check(by: Acting, find: Find) -> None:
    """Whether this person judges for its agency, and it is accepted."""
    allow_judging(by, find.portfolio)
    require_newest(find.portfolio)
    if not word_of(find).accepted:
        raise wrong_state("列入的計畫才評估技術成熟度。", "Only an accepted project's readiness is assessed.")


@operation
def assess_readiness(by: Acting, find_id: int, level: int, evidence: str) -> Act:
    """Write the level with its evidence; a new assessment follows the former, which stays."""
    find = lock_find(by, find_id)
    check(by, find)
    if level not in LEVELS:
        raise bad_input("level", "技術成熟度為1至9。", "The readiness level is from 1 to 9.")
    if not 0 < len(evidence.strip()) <= LONGEST_EVIDENCE:
        raise bad_input(
            "evidence",
            f"請寫明佐證（{LONGEST_EVIDENCE}字以內），例如原型測試報告。",
            f"Say what shows it, such as a prototype's test report, in {LONGEST_EVIDENCE} characters at most.",
        )
    row = Readiness.objects.create(
        find=find, level=level, evidence=evidence.strip(), by_id=by.person_id or 0, at=by.at
    )
    return record(
        by,
        "inventory.readiness_assessed",
        find.subject,
        public={"agency": find.portfolio.round.agency.code},
        confidential={"level": level},
        rows=[row],
    )
