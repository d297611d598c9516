"""Amending a proposal while the council has it before it, and not yet to the vote (arts. 2 and 4)."""

from collections.abc import Mapping, Sequence

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.cases.affected import (
    Entry,
    as_told,
    entry_of,
    outdated_sources,
    require_fit,
    results_of,
    sources_of,
    take_up,
    write_rows,
)
from coretech.apps.cases.listed import listed
from coretech.apps.cases.models import Affected, Amendment, Case
from coretech.apps.cases.moving import check_step, lock_case, move
from coretech.apps.cases.naming import Named, read
from coretech.apps.cases.states import Step
from coretech.kit.refusal import bad_input, wrong_state

Told = Mapping[str, list[dict[str, object]]]

_LISTED = "listed"


def check(by: Acting, case: Case) -> None:
    """Whether the Office may enter an amendment now: the item is before the council, and its vote has not opened."""
    check_step(by, case, Step.AMEND)
    if not case.items.filter(state=_LISTED).exists():
        raise wrong_state(
            "本案已開始表決，不能再修正；如需修正，請先廢止該次表決。",
            "The vote on the case has opened; it cannot be amended unless that vote is annulled.",
        )


@operation
def amend_case(
    by: Acting, reference: str, results: Sequence[Named], why: str, *, seen: int | None = None
) -> Act:
    """Let the proposal say what the council changed in it, name, scope, authority or sector, and why.

    What was proposed stays with the amendment. The sources are taken as the list has them now, so that a proposal the
    list has overtaken is decided on what the list says.
    """
    case = lock_case(reference, seen)
    check(by, case)
    if not why.strip():
        raise bad_input("why", "請寫明修正理由。", "Say why the proposal is amended.")
    before = _told(case)
    _rewrite(case, results)
    after = _told(case)
    if before == after:
        raise bad_input("results", "內容與原提案相同，沒有修正。", "That is what the proposal says already.")
    amendment = Amendment.objects.create(
        case=case, before=before, after=after, why=why.strip(), amended_at=by.at
    )
    move(case, Step.AMEND)
    return record(
        by,
        "case.amended",
        case.subject,
        public={"amendment": case.amendments.count()},
        confidential={"before": before, "after": after},
        rows=[amendment],
        why=why.strip(),
    )


def _told(case: Case) -> Told:
    return {
        "sources": [as_told(row) for row in sources_of(case)],
        "results": [as_told(row) for row in results_of(case)],
    }


def _rewrite(case: Case, results: Sequence[Named]) -> None:
    standing = results_of(case)
    if len(results) != len(standing):
        raise bad_input(
            "results",
            f"本案有{len(standing)}個結果項目，請逐一填寫。",
            f"The case has {len(standing)} results; give each of them.",
        )
    numbered = len(results) > 1
    entries = [
        read(named, row.technology, place if numbered else 0)
        for place, (named, row) in enumerate(zip(results, standing, strict=True), start=1)
    ]
    if outdated_sources(case):
        write_rows(case, Affected.Role.SOURCE, [_as_listed(row) for row in sources_of(case)])
    write_rows(case, Affected.Role.RESULT, entries)
    require_fit(case)
    if len(entries) == 1:
        take_up(case, entries[0])


def _as_listed(row: Affected) -> Entry:
    item = None if row.technology is None else listed(row.technology)
    if row.technology is None or item is None:
        raise wrong_state(
            f"「{row.name_zh}」已不在清單上，本案無從變更；請不予通過後另行提案。",
            f"“{row.name_en}” is no longer on the list, so the case cannot change it; reject it and propose anew.",
        )
    return entry_of(row.technology, item)
