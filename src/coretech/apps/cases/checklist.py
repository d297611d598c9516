"""What the Office looks for in a submission, beside the law's rulings: form, other authority, stakeholders (art. 7)."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.cases.consulting import Stage, asked_in
from coretech.apps.cases.meter import Meter, PartState, Progress
from coretech.apps.cases.models import Case
from coretech.kit.sentence import Sentence
from coretech.law.terms import Part
from coretech.law.wording import named

_FORM = Sentence("各項寫得完整嗎？", "Is each part written out?")
_AUTHORITY = Sentence("其他主管機關受邀參與了嗎？", "Has the other authority been invited?")
_STAKEHOLDERS = Sentence("利害關係人都聽取了嗎？", "Have the stakeholders been heard?")
_WRITTEN = Sentence("沒有待補充之處。", "Nothing is left to add.")
_HEARD = Sentence("產、官、學、研的意見都在提報資料中。", "The dossier holds the views of all four groups.")


@dataclass(frozen=True, slots=True)
class Checked:
    """One question of the check, and what there is to say; ``fine`` where nothing of it needs looking at."""

    question: Sentence
    fine: bool
    said: tuple[Sentence, ...]


def checklist(by: Acting, case: Case, meter: Meter) -> tuple[Checked, ...]:
    """The Office's questions with what the record answers; none of them closes the check, which is the Office's.

    ``meter`` is the dossier's, as this reader sees it: of a part that is closed it tells that alone.
    """
    views = [state for state in meter.parts if state.name == Part.STAKEHOLDER_VIEWS.value]
    others = [state for state in meter.parts if state not in views]
    return (
        _checked(_FORM, _asked_for(others), _WRITTEN),
        _authority(by, case),
        _checked(_STAKEHOLDERS, (*_asked_for(views), *_waiting(by, case)), _HEARD),
    )


def _checked(question: Sentence, found: tuple[Sentence, ...], fine: Sentence) -> Checked:
    return Checked(question, fine=not found, said=found or (fine,))


def _asked_for(states: list[PartState]) -> tuple[Sentence, ...]:
    return tuple(said for state in states for said in _of(state))


def _of(state: PartState) -> Iterator[Sentence]:
    words = named(Part(state.name))
    name = Sentence(words.zh, words.en.removeprefix("the ").capitalize())
    if state.progress is Progress.CLOSED:
        yield Sentence(
            f"「{name.zh}」未對您開放，請由得閱覽者查核。",
            f"“{name.en}” is closed to you; somebody it opens to has to look.",
        )
    for warning in state.warnings:
        yield Sentence(f"{name.zh}：{warning.zh}", f"{name.en}: {warning.en}")
    if state.remarks:
        yield Sentence(
            f"{name.zh}：{state.remarks}則審閱意見尚未回覆。",
            f"{name.en}: {state.remarks} remarks wait for an answer.",
        )


def _authority(by: Acting, case: Case) -> Checked:
    name = case.authority.name_on(by.today)
    if case.authority_id == case.submitter_id:
        own = Sentence(f"不需邀請：{name.zh}自行提報。", f"None to invite: the {name.en} submits it itself.")
        return Checked(_AUTHORITY, fine=True, said=(own,))
    if case.other_authority_invited:
        invited = Sentence(f"{name.zh}已受邀參與研議。", f"The {name.en} has been invited to take part.")
        return Checked(_AUTHORITY, fine=True, said=(invited,))
    missing = Sentence(f"{name.zh}尚未受邀。", f"The {name.en} has not been invited.")
    return Checked(_AUTHORITY, fine=False, said=(missing,))


def _waiting(by: Acting, case: Case) -> tuple[Sentence, ...]:
    stages = Counter(each.stage for each in asked_in(by, case))
    waiting = stages[Stage.ASKED] + stages[Stage.DUE]
    if not waiting:
        return ()
    return (
        Sentence(
            f"徵詢的對象尚有{waiting}位未回復。", f"Of those who were asked, {waiting} have not answered."
        ),
    )
