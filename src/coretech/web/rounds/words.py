"""How rounds, their keepers and what needs attention are named on pages."""

from coretech.apps.inventory.models import Keeper, Round
from coretech.apps.inventory.yearly.board import Mark
from coretech.apps.people.models import Agency
from coretech.kit.roc import said_year
from coretech.kit.sentence import Sentence
from coretech.law.duties import Status
from coretech.web.shell.parts import Tag

MARKS = {
    Mark.MISSED: Tag(Sentence("未履行", "Missed"), "red"),
    Mark.LATE: Tag(Sentence("逾期", "Late"), "red"),
    Mark.NO_KEEPER: Tag(Sentence("未指定專人", "No keeper"), "orange"),
    Mark.NOT_REVIEWED: Tag(Sentence("提報後另有發現", "Found since the report"), "orange"),
    Mark.TO_ACKNOWLEDGE: Tag(Sentence("待辦公室收悉", "To acknowledge"), "blue"),
    Mark.DUE_SOON: Tag(Sentence("30日內到期", "Due within 30 days"), "yellow"),
    Mark.NOT_OPENED: Tag(Sentence("尚未開始", "Not opened"), "yellow"),
    Mark.RUNNING: Tag(Sentence("辦理中", "Running"), "teal"),
    Mark.DONE: Tag(Sentence("完成", "Done"), "green"),
}
STATES = {
    Round.State.OPEN: Tag(Sentence("盤點中", "Open"), "teal"),
    Round.State.REVIEWED: Tag(Sentence("專家審查完成", "Reviewed by the panel"), "blue"),
    Round.State.REPORTED: Tag(Sentence("已提報", "Reported"), "green"),
}
STATUSES = {
    Status.MET: Tag(Sentence("已履行", "Met"), "green"),
    Status.DUE: Tag(Sentence("待履行", "Due"), "yellow"),
    Status.MISSED: Tag(Sentence("未履行", "Missed"), "red"),
}
KEEPERS = {
    Keeper.Kind.UNIT: Sentence("專責單位", "Unit"),
    Keeper.Kind.PERSON: Sentence("專人", "Person"),
}
AGENCY_KINDS = {
    Agency.Kind.FUNDING_AGENCY: Sentence("補助、委託或出資機關", "Funding agency"),
    Agency.Kind.PUBLIC_INSTITUTE: Sentence("公立研究機關（構）", "Public institute"),
    Agency.Kind.OTHER: Sentence("其他機關（構）", "Other body"),
}


def state_tag(round_: Round) -> Tag:
    """Where a round stands; a nil report says so."""
    if round_.state == Round.State.REPORTED and round_.nil:
        return Tag(Sentence("已提報，盤點結果為無", "Reported, nothing found"), "green")
    return STATES[Round.State(round_.state)]


def title_of(round_: Round) -> Sentence:
    """The round by its year."""
    year = said_year(round_.year)
    return Sentence(f"{year.zh}盤點", f"Inventory of {year.en}")
