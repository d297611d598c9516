"""Proposing again what was not approved or was withdrawn: a new case follows, the old one stays as it is."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.cases.affected import Entry, entry_of, results_of, sources_of, take_up, write_rows
from coretech.apps.cases.facts import newest_parts
from coretech.apps.cases.listed import listed
from coretech.apps.cases.models import Affected, Case, Part
from coretech.apps.cases.moving import check_step, lock_case
from coretech.apps.cases.opening import begin_case, require_listing
from coretech.apps.cases.states import Step
from coretech.apps.inventory.models import Candidate, Round
from coretech.kit.refusal import bad_input, wrong_state


def check(by: Acting, case: Case) -> None:
    """Whether this person may propose it again: it has ended, nothing follows it yet, and the list leaves room."""
    check_step(by, case, Step.REOPEN)
    later = case.followed_by.first()
    if later is not None:
        raise wrong_state(
            f"本案已另立新案（{later.reference}）。", f"Case {later.reference} follows this one already."
        )
    require_listing(case.kind, case.technology)


@operation
def reopen_case(by: Acting, reference: str, why: str, *, seen: int | None = None) -> Act:
    """Open a case that follows the ended one, on a candidate of its own in this year's inventory.

    The newest version of each part of the dossier is carried over as the new case's first; its origin is on the log.
    """
    old = lock_case(reference, seen)
    check(by, old)
    if not why.strip():
        raise bad_input("why", "請說明重新提案的理由。", "Say why it is proposed again.")
    case = begin_case(by, _candidate(by, old, why.strip()), follows=old)
    _carry_technologies(old, case)
    origins = _carry_parts(by, old, case)
    return record(
        by,
        "case.reopened",
        case.subject,
        public={
            "kind": case.kind,
            "submitter": case.submitter.code,
            "follows": old.reference,
            "parts": origins,
        },
        confidential={"name": case.name_zh, "candidate": case.candidate_id},
        rows=case.parts.all(),
        why=why.strip(),
    )


def _candidate(by: Acting, old: Case, why: str) -> Candidate:
    round_, _ = Round.objects.get_or_create(agency=old.submitter, year=by.today.year)
    return Candidate.objects.create(
        round=round_,
        kind=old.kind,
        aspect=old.candidate.aspect,
        technology=old.technology,
        sector=old.sector,
        authority=old.authority,
        name_zh=old.name_zh,
        name_en=old.name_en,
        ground=old.ground,
        found_at=by.at,
        why=why,
    )


def _carry_technologies(old: Case, case: Case) -> None:
    """What the old case named: its sources as the list has them now, its results as they were proposed."""
    sources = [_as_listed(row) for row in sources_of(old)]
    write_rows(case, Affected.Role.SOURCE, [entry for entry in sources if entry is not None])
    results = [_entry(row) for row in results_of(old)]
    write_rows(case, Affected.Role.RESULT, results)
    if len(results) == 1:
        take_up(case, results[0])
        case.save()


def _as_listed(row: Affected) -> Entry | None:
    item = None if row.technology is None else listed(row.technology)
    return None if row.technology is None or item is None else entry_of(row.technology, item)


def _entry(row: Affected) -> Entry:
    return Entry(
        row.name_zh, row.name_en, row.sector, row.authority, row.scope_zh, row.scope_en, row.technology
    )


def _carry_parts(by: Acting, old: Case, case: Case) -> dict[str, str]:
    """Copy the newest parts; which part came from where, by name."""
    parts = newest_parts(old)
    for name, part in parts.items():
        Part.objects.create(
            case=case,
            name=name,
            version=1,
            text=part.text,
            content=part.content,
            level=part.level,
            harms=part.harms,
            limbs=part.limbs,
            written_at=by.at,
            written_by_id=by.account_id,
        )
    return {name: f"{old.reference}/{name}/{part.version}" for name, part in sorted(parts.items())}
