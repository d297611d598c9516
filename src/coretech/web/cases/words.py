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
    State.REPORTED: "green",
    State.WITHDRAWN: "grey",
}

KINDS = {
    Candidate.Kind.IDENTIFY: Sentence("認定新技術", "Identify a new technology"),
    Candidate.Kind.CHANGE: Sentence("變更清單項目", "Change a listed item"),
}

ASPECTS = {
    Candidate.Aspect.NAME: Sentence("變更名稱", "Change its name"),
    Candidate.Aspect.SCOPE: Sentence("變更範疇", "Change its scope"),
    Candidate.Aspect.AUTHORITY: Sentence("變更主管機關", "Change its authority"),
    Candidate.Aspect.SPLIT: Sentence("分拆為數項", "Split it into several items"),
    Candidate.Aspect.MERGE: Sentence("與其他項目合併", "Merge it with other items"),
    Candidate.Aspect.REMOVAL: Sentence("廢止，自清單移除", "Take it off the list"),
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
        "市場規模、智慧財產、他國清單、指標、計畫等；沒有時請勾選「查無」。",
        "Market size, intellectual property, foreign lists, indicators, programmes; where there are none, tick so.",
    ),
}

ACTS = {
    "case.opened": Sentence("成案", "Case opened"),
    "case.part_written": Sentence("寫入提報資料", "Dossier written"),
    "case.part_restored": Sentence("還原提報資料的舊版本", "An old version of a part restored"),
    "case.remarked": Sentence("提出審閱意見", "A reviewer's remark"),
    "case.remark_resolved": Sentence("回覆審閱意見", "A remark answered"),
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
    "case.affected_named": Sentence("指明涉及的項目", "The technologies affected named"),
    "case.amended": Sentence("審議中修正提案", "Amended before the council"),
    "case.returned_to_council": Sentence("送回審議會再審", "Brought back to the council"),
    "case.reopened": Sentence("另立新案，重新提案", "Proposed again in a new case"),
    "register.reported_to_legislature": Sentence("送立法院備查", "Reported to the Legislative Yuan"),
    "case.files_attached": Sentence("加入附件", "Files attached"),
    "case.file_withdrawn": Sentence("撤下附件", "An attachment withdrawn"),
    "case.level_set": Sentence("調整保密等級", "A level of secrecy set"),
    "case.access_granted": Sentence("核准閱覽機密內容", "Leave given to read what is secret"),
    "case.access_revoked": Sentence("撤銷閱覽核准", "Leave to read revoked"),
    "register.announced": Sentence("行政院公告", "Announced by the Executive Yuan"),
}


def kind_name(kind: str, aspect: str) -> Sentence:
    """What a candidate or a case would do: identify, or change a listed item in one aspect."""
    return ASPECTS[Candidate.Aspect(aspect)] if aspect else KINDS[Candidate.Kind(kind)]


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
