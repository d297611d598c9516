"""Making one candidate of one accepted find, or of several of the same portfolio (art. 9)."""

from collections.abc import Sequence
from dataclasses import replace

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.inventory.finds.finding import lock_finds
from coretech.apps.inventory.finds.judgements import NOTHING, words_for
from coretech.apps.inventory.finds.portfolios import allow_screening
from coretech.apps.inventory.finds.screenings import require_newest
from coretech.apps.inventory.finds.using import used_among
from coretech.apps.inventory.models import Find, FindCandidate
from coretech.apps.inventory.operations.record_candidate import Found, record_candidate
from coretech.kit.refusal import wrong_state


def check(by: Acting, finds: Sequence[Find]) -> None:
    """Whether this person keeps the agency's inventory, and all are accepted and none a candidate yet.

    ``finds`` are of one portfolio, as `coretech.apps.inventory.finds.finding.find_finds` gives them.
    """
    allow_screening(by, finds[0].portfolio)
    require_newest(finds[0].portfolio)
    used, words = used_among(finds), words_for(finds)
    made = [find.pk for find in finds if find.pk in used]
    if made:
        raise wrong_state(
            f"已轉為候選項目：第{_zh(made)}筆。", f"A candidate was made already of {_en(made)}."
        )
    others = [find.pk for find in finds if not words.get(find.pk, NOTHING).accepted]
    if others:
        raise wrong_state(
            f"列入的計畫才轉為候選項目；尚未列入：第{_zh(others)}筆。",
            f"Only accepted finds become a candidate; not accepted: {_en(others)}.",
        )


@operation
def propose_find(by: Acting, find_ids: Sequence[int], found: Found) -> Act:
    """Record the candidate in the agency's round, and every find it is grounded on."""
    finds = lock_finds(by, find_ids)
    check(by, finds)
    own = replace(found, agency=finds[0].portfolio.round.agency.code)
    recorded = record_candidate(replace(by, once=""), own)
    candidate = int(recorded.subject.split("/")[1])
    links = [FindCandidate.objects.create(find=find, candidate_id=candidate, at=by.at) for find in finds]
    return record(
        by,
        "inventory.find_proposed",
        finds[0].subject,
        public={"agency": own.agency, "candidate": candidate, "finds": [find.pk for find in finds]},
        rows=links,
    )


def _zh(keys: Sequence[int]) -> str:
    return "、".join(map(str, keys))


def _en(keys: Sequence[int]) -> str:
    return ", ".join(map(str, keys))
