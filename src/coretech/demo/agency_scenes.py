"""The first scenes: the agency's inventory, dossier and panel, its submission, and the Office's check."""

from dataclasses import replace

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.bodies.facts import panel_facts
from coretech.apps.cases.content import Content, StakeholderViews
from coretech.apps.cases.facts import completeness_facts, definition_facts, newest_parts, panel_of
from coretech.apps.cases.models import Case
from coretech.apps.cases.offered_views import offered_views
from coretech.apps.cases.operations.check_submission import check_submission
from coretech.apps.cases.operations.open_case import open_case
from coretech.apps.cases.operations.review_by_panel import Review, review_by_panel
from coretech.apps.cases.operations.submit import rulings, submit
from coretech.apps.cases.operations.write_part import write_part
from coretech.apps.cases.states import State
from coretech.apps.inventory.models import Candidate
from coretech.apps.inventory.operations.record_candidate import Found, record_candidate
from coretech.apps.register.queries import history
from coretech.demo.cast import OFFICE
from coretech.demo.found import all_reached, candidate_of, case_of, short_of
from coretech.demo.proposals import AGENCY, GROUND, PROPOSALS, SECTOR, Proposal
from coretech.demo.scene import Came, Scene, on
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.law.dossier import completeness, definition
from coretech.law.panel import composition

_OFFICER = f"agency-{AGENCY}"
_OPINION = "資料完備，符合定義，建議提報審議。"
_NOTE = "資料齊備，程序符合，送請審議會審議。"


def _record(by: Acting) -> Came:
    missing = [proposal for proposal in PROPOSALS if candidate_of(proposal) is None]
    return Came([record_candidate(by, _found(proposal)) for proposal in missing])


def _found(proposal: Proposal) -> Found:
    listed = proposal.changes
    return Found(
        agency=AGENCY,
        kind=Candidate.Kind.IDENTIFY if listed is None else Candidate.Kind.CHANGE,
        name_zh=proposal.name_zh,
        name_en=proposal.name_en,
        sector=SECTOR,
        authority=AGENCY,
        why=proposal.why,
        technology=None if listed is None else history(listed)[-1].item.technology_id,
        ground="" if listed is None else GROUND,
    )


def _open(by: Acting) -> Came:
    waiting = [candidate_of(proposal) for proposal in PROPOSALS if case_of(proposal) is None]
    return Came([open_case(by, candidate.pk) for candidate in waiting if candidate is not None])


def _lacking() -> list[tuple[Case, str, Content]]:
    """Each part that a case short of its panel's review has not got: the case, the part's name, what it says."""
    drafts = {case.name_zh: case for case in short_of(State.REVIEWED)}
    return [
        (drafts[proposal.name_zh], name, content)
        for proposal in PROPOSALS
        if proposal.name_zh in drafts
        for name, content in proposal.parts.items()
        if name not in newest_parts(drafts[proposal.name_zh])
    ]


def _write(by: Acting) -> Came:
    acts = [_part(by, case, name, content) for case, name, content in _lacking()]
    dossiers = [newest_parts(case) for case in short_of(State.REVIEWED)]
    complete = [completeness.rule(completeness_facts(parts), by.today) for parts in dossiers]
    within = [definition.rule(definition_facts(parts.get("definition")), by.today) for parts in dossiers]
    return Came(acts, [*complete, *within])


def _part(by: Acting, case: Case, name: str, content: Content) -> Act:
    """Write the part; what those consulted have answered by then comes first among the stakeholders' views."""
    if isinstance(content, StakeholderViews):
        content = replace(content, views=(*offered_views(case, by.today), *content.views))
    return write_part(by, case.reference, name, content=content)


def _review(by: Acting) -> Came:
    waiting = short_of(State.REVIEWED)
    panels = [panel for panel in map(panel_of, waiting) if panel is not None]
    found = [composition.rule(panel_facts(panel, by.today), by.today) for panel in panels[:1]]
    review = Review(by.today, present=9, in_favour=8, opinion=_OPINION)
    return Came([review_by_panel(by, case.reference, review) for case in waiting], found)


def _submit(by: Acting) -> Came:
    waiting = short_of(State.SUBMITTED)
    found = [ruling for case in waiting for ruling in rulings(by, case)]
    return Came([submit(by, case.reference) for case in waiting], found)


def _check(by: Acting) -> Came:
    waiting = short_of(State.CHECKED)
    return Came([check_submission(by, case.reference, passed=True, note=_NOTE) for case in waiting])


FINDING = (
    Scene(
        Sentence("盤點：登錄變更與新增各一項", "Inventory: a change and an addition are recorded"),
        _OFFICER,
        Action.RECORD_CANDIDATE,
        on(2025, 3, 10),
        lambda: all(map(candidate_of, PROPOSALS)),
        _record,
    ),
    Scene(
        Sentence("兩項候選成案", "A case is opened on each"),
        _OFFICER,
        Action.OPEN_CASE,
        on(2025, 3, 17),
        lambda: all(map(case_of, PROPOSALS)),
        _open,
    ),
)

SCENES = (
    Scene(
        Sentence("填寫提報資料各項", "The dossier is written, part by part"),
        _OFFICER,
        Action.WRITE_DOSSIER,
        on(2025, 4, 21),
        lambda: not _lacking(),
        _write,
    ),
    Scene(
        Sentence(
            "機關專家審查會審查：9人出席，8人贊成", "The agency's panel reviews: 9 present, 8 in favour"
        ),
        _OFFICER,
        Action.REVIEW_BY_PANEL,
        on(2025, 5, 19),
        lambda: all_reached(State.REVIEWED),
        _review,
    ),
    Scene(
        Sentence("提報關鍵技術辦公室", "The cases are submitted to the Office"),
        _OFFICER,
        Action.SUBMIT,
        on(2025, 6, 2),
        lambda: all_reached(State.SUBMITTED),
        _submit,
    ),
    Scene(
        Sentence("辦公室查核完成", "The Office passes them on"),
        OFFICE,
        Action.CHECK,
        on(2025, 6, 16),
        lambda: all_reached(State.CHECKED),
        _check,
    ),
)
