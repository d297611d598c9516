"""How cases, the parts of a dossier and the acts on a case are named on pages."""

from coretech.apps.cases.models import Case
from coretech.apps.cases.states import STATE_NAMES, State
from coretech.apps.inventory.models import Candidate
from coretech.kit.sentence import Sentence
from coretech.law.terms import Ground, Part
from coretech.law.wording import named
from coretech.web.shell.parts import Tag

_COLOURS = {
    State.DRAFT: "grey",
    State.RETURNED: "orange",
    State.APPROVED: "green",
    State.REJECTED: "red",
    State.DEFERRED: "yellow",
    State.PRE_ANNOUNCED: "purple",
    State.ANNOUNCED: "green",
    State.WITHDRAWN: "grey",
}

KINDS = {
    Candidate.Kind.IDENTIFY: Sentence("認定新技術", "Identify a new technology"),
    Candidate.Kind.CHANGE: Sentence("變更清單項目", "Change a listed item"),
}

PART_HINTS = {
    Part.DESCRIPTION: Sentence(
        "這是什麼技術、用在哪裡、國內由誰發展。",
        "What the technology is, what it is used for, and who develops it at home.",
    ),
    Part.CHARACTERISTICS: Sentence(
        "與既有或他國技術相比，有哪些特徵；例如規格、關鍵參數、門檻。",
        "What sets it apart from what exists here or abroad: specifications, key figures, thresholds.",
    ),
    Part.FUNCTIONS: Sentence(
        "它能做到什麼、支援哪些系統或產業。", "What it can do, and which systems or industries rest on it."
    ),
    Part.DEFINITION: Sentence(
        "說明流出會造成哪些重大損害，以及符合哪一款條件；兩者都至少選一項，並寫出理由。",
        "Say which grave harm its outflow would do and which limb it meets; choose at least one of each and say why.",
    ),
    Part.STAKEHOLDER_VIEWS: Sentence(
        "徵詢過哪些產官學研單位、各自的意見，以及如何回應。",
        "Which companies, agencies, universities and institutes were asked, what they said, and your answer.",
    ),
    Part.OTHER_REFERENCES: Sentence(
        "他國清單、出口管制項目、文獻等；沒有時請寫「無」。",
        "Foreign lists, export controls, literature; where there are none, write “none”.",
    ),
}

ACTS = {
    "case.opened": Sentence("成案", "Case opened"),
    "case.part_written": Sentence("寫入提報資料", "Dossier written"),
    "case.authority_invited": Sentence("邀請擬任主管機關參與研議", "The other authority invited"),
    "case.put_on_panel_agenda": Sentence("排入專家審查會議程", "Put on the panel's agenda"),
    "case.reviewed_by_panel": Sentence("專家審查會通過", "The panel was in favour"),
    "case.not_favoured_by_panel": Sentence("專家審查會未通過", "The panel was not in favour"),
    "case.deferred_by_panel": Sentence("專家審查會保留續審", "Deferred by the panel"),
    "case.submitted": Sentence("提報關鍵技術辦公室", "Submitted to the Office"),
    "case.check_passed": Sentence("辦公室查核完成", "Passed the Office's check"),
    "case.returned": Sentence("辦公室退回補正", "Returned by the Office"),
    "case.put_on_agenda": Sentence("排入審議會議程", "Put on the council's agenda"),
    "case.approved": Sentence("審議會通過", "Approved by the council"),
    "case.rejected": Sentence("審議會未通過", "Not approved by the council"),
    "case.deferred": Sentence("審議會保留續審", "Deferred by the council"),
    "case.pre_announced": Sentence("預告並徵求意見", "Pre-announced for comments"),
    "case.withdrawn": Sentence("撤回提報", "Withdrawn"),
    "register.announced": Sentence("行政院公告", "Announced by the Executive Yuan"),
}


def state_tag(case: Case) -> Tag:
    """Where the case stands."""
    return Tag(STATE_NAMES[case.stands_at], _COLOURS.get(case.stands_at, "blue"))


def part_name(name: str) -> Sentence:
    """A part of the dossier as a heading."""
    words = named(Part(name))
    return Sentence(words.zh, words.en.removeprefix("the ").capitalize())


def ground_name(ground: str) -> Sentence:
    """Why a listed item should change."""
    words = named(Ground(ground))
    return Sentence(words.zh, words.en.capitalize())
