"""How consultations, their levels and what becomes of an answer are named on pages."""

from collections.abc import Mapping

from coretech.apps.cases.consulting import Stage
from coretech.apps.cases.models import Consultation, ConsultationAnswer
from coretech.kit.sentence import Sentence
from coretech.law.access import Secrecy
from coretech.web.shell.parts import Tag

GROUPS: Mapping[str, Sentence] = {
    Consultation.Group.INDUSTRY: Sentence("產業", "Industry"),
    Consultation.Group.GOVERNMENT: Sentence("政府", "Government"),
    Consultation.Group.ACADEMIA: Sentence("學術", "Academia"),
    Consultation.Group.RESEARCH: Sentence("研究", "Research"),
}

LEVELS: Mapping[str, Sentence] = {
    Secrecy.OPEN: Sentence("公開：可以轉述", "Open: it may be passed on"),
    Secrecy.INTERNAL: Sentence("限受徵詢者：請勿轉述", "For those asked alone: do not pass it on"),
}

CONSENTS: Mapping[str, Sentence] = {
    ConsultationAnswer.Consent.NAMED: Sentence(
        "可具名引用（姓名與機構）", "It may be told of by name, with my organisation"
    ),
    ConsultationAnswer.Consent.GROUP: Sentence(
        "僅標示類別（例如「產業」），不具名", "Only my group may be told, such as “industry”, not my name"
    ),
    ConsultationAnswer.Consent.NONE: Sentence(
        "不公開，只供審議本案的人參考", "It is not published; only those who decide the case read it"
    ),
}

CONFIDENTIAL: Mapping[str, Sentence] = {
    "no": Sentence("沒有機密內容", "Nothing in it is confidential"),
    "yes": Sentence(
        "有機密內容，例如營業秘密：只供簽署保密協議並申報無利益關係者閱覽",
        "It holds something confidential, such as a trade secret: only those read it who have signed the "
        "non-disclosure agreement and declared no interest",
    ),
}

STAGES = {
    Stage.ASKED: Tag(Sentence("待回復", "Waiting"), "blue"),
    Stage.ANSWERED: Tag(Sentence("已回復", "Answered"), "green"),
    Stage.DUE: Tag(Sentence("已逾期", "Past the last day"), "orange"),
    Stage.NIL: Tag(Sentence("逾期無意見", "No view by the last day"), "grey"),
    Stage.WITHDRAWN: Tag(Sentence("已撤回", "Withdrawn"), "grey"),
}
