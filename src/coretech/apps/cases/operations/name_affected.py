"""Naming what a case starts from and what would come out of it, while its dossier is being written."""

from collections.abc import Sequence

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.cases.affected import (
    Entry,
    as_told,
    entry_of,
    require_fit,
    results_of,
    sources_of,
    take_up,
    write_rows,
)
from coretech.apps.cases.listed import listed
from coretech.apps.cases.models import Affected, Case
from coretech.apps.cases.moving import check_step, lock_case, move
from coretech.apps.cases.naming import Named, read
from coretech.apps.cases.states import Step
from coretech.apps.inventory.models import Candidate
from coretech.apps.technologies.models import Technology
from coretech.kit.folding import fold
from coretech.kit.refusal import bad_input, wrong_state

_NEW = frozenset({Candidate.Aspect.SPLIT, Candidate.Aspect.MERGE})


def check(by: Acting, case: Case) -> None:
    """Whether this person may name the technologies now; a removal has none to name but its own."""
    check_step(by, case, Step.NAME_AFFECTED)
    if case.aspect == Candidate.Aspect.REMOVAL:
        raise wrong_state(
            "廢止案只涉及原項目，無須另行指明。",
            "A removal touches its own item alone; there is nothing to name.",
        )


@operation
def name_affected(
    by: Acting,
    reference: str,
    results: Sequence[Named],
    sources: Sequence[int] = (),
    *,
    seen: int | None = None,
) -> Act:
    """Name the results, and for a merger the technologies that go into it beside the first.

    ``sources`` are technologies by id; the technology the candidate named stays a source whatever is sent. Sources
    are kept as the list has them now.
    """
    case = lock_case(reference, seen)
    check(by, case)
    going_in = [] if case.kind == Candidate.Kind.IDENTIFY else _sources(case, sources)
    coming_out = _results(case, results)
    write_rows(case, Affected.Role.SOURCE, going_in)
    write_rows(case, Affected.Role.RESULT, coming_out)
    require_fit(case)
    if len(coming_out) == 1:
        take_up(case, coming_out[0])
    move(case, Step.NAME_AFFECTED)
    return record(
        by,
        "case.affected_named",
        case.subject,
        public={"sources": len(going_in), "results": len(coming_out)},
        confidential={
            "sources": [as_told(row) for row in sources_of(case)],
            "results": [as_told(row) for row in results_of(case)],
        },
    )


def _sources(case: Case, ids: Sequence[int]) -> list[Entry]:
    wanted = list(dict.fromkeys([case.technology_id, *ids]))
    found = Technology.objects.in_bulk(wanted)
    entries = [_source(found.get(pk)) for pk in wanted]
    if len(entries) > 1 and case.aspect != Candidate.Aspect.MERGE:
        raise bad_input("sources", "只有合併案有多個原項目。", "Only a merger starts from several items.")
    return entries


def _source(technology: Technology | None) -> Entry:
    item = None if technology is None else listed(technology)
    if technology is None or item is None:
        raise bad_input("sources", "原項目須為現列清單的項目。", "What goes in must be on the list now.")
    return entry_of(technology, item)


def _results(case: Case, results: Sequence[Named]) -> list[Entry]:
    """The results; those of a split and a merger are new, any other is the technology itself."""
    technology = None if case.aspect in _NEW else case.technology
    numbered = len(results) > 1
    entries = [
        read(named, technology, place if numbered else 0) for place, named in enumerate(results, start=1)
    ]
    if len({fold(entry.name_zh) for entry in entries}) < len(entries):
        raise bad_input("name_zh_2", "各項目的名稱不得相同。", "Give each item a name of its own.")
    return entries
