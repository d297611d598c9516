"""Making a candidate of an accepted find (art. 9)."""

from dataclasses import replace

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.inventory.finds.finding import lock_find
from coretech.apps.inventory.finds.judgements import word_of
from coretech.apps.inventory.finds.portfolios import allow_screening
from coretech.apps.inventory.finds.screenings import require_newest
from coretech.apps.inventory.finds.using import candidate_of
from coretech.apps.inventory.models import Find, FindCandidate
from coretech.apps.inventory.operations.record_candidate import Found, record_candidate
from coretech.kit.refusal import wrong_state


def check(by: Acting, find: Find) -> None:
    """Whether this person keeps the agency's inventory, and it is accepted and no candidate yet."""
    allow_screening(by, find.portfolio)
    require_newest(find.portfolio)
    if candidate_of(find) is not None:
        raise wrong_state("這筆已轉為候選項目。", "A candidate was made of it already.")
    if not word_of(find).accepted:
        raise wrong_state("列入的計畫才轉為候選項目。", "Only an accepted find becomes a candidate.")


@operation
def propose_find(by: Acting, find_id: int, found: Found) -> Act:
    """Record the candidate in the agency's round, and which find it came from."""
    find = lock_find(by, find_id)
    check(by, find)
    own = replace(found, agency=find.portfolio.round.agency.code)
    recorded = record_candidate(replace(by, once=""), own)
    link = FindCandidate.objects.create(find=find, candidate_id=int(recorded.subject.split("/")[1]), at=by.at)
    return record(
        by,
        "inventory.find_proposed",
        find.subject,
        public={"agency": own.agency, "candidate": link.candidate_id},
        rows=[link],
    )
