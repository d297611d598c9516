"""How portfolios, finds and judgements are named on pages."""

from coretech.apps.inventory.finds.queue import Queue, Why
from coretech.apps.inventory.models import FindJudgement, Portfolio
from coretech.kit.sentence import Sentence
from coretech.web.shell.parts import Tag

STATES = {
    Portfolio.State.UPLOADED: Tag(Sentence("待指定欄位", "Columns to be named"), "yellow"),
    Portfolio.State.SCREENING: Tag(Sentence("比對中", "Being screened"), "blue"),
    Portfolio.State.HELD: Tag(Sentence("暫停", "Held"), "orange"),
    Portfolio.State.SCREENED: Tag(Sentence("比對完成", "Screened"), "green"),
}
QUEUES = {
    Queue.FIRST: Sentence("門檻以上，逐筆判斷", "Above the threshold, one by one"),
    Queue.SAMPLE: Sentence("門檻以下，隨機抽樣", "Below the threshold, a random sample"),
    Queue.SECOND: Sentence("複審樣本", "Second looks"),
}
WHY = {
    Why.NEAR: Sentence(
        "先問這筆，因為分數接近門檻，而且各項技術輪流出題：這樣的判斷最能說明門檻訂得對不對。",
        "This one is asked first because its score is near the threshold, and the items take turns: "
        "such judgements tell most about whether the threshold is right.",
    ),
    Why.BEST: Sentence(
        "接近門檻的已經問完，現在依分數由高而低。",
        "Those near the threshold are done; now the best that are left, the highest score first.",
    ),
    Why.SAMPLE: Sentence(
        "這筆由隨機抽樣選出，用來估計門檻以下還漏掉多少。",
        "This one was drawn at random, to estimate how many relevant ones lie below the threshold.",
    ),
    Why.SECOND: Sentence(
        "這筆抽中複審；您判斷之前看不到第一位的判斷。",
        "This one was drawn for a second look; the first judgement is not shown before yours.",
    ),
}
VERDICTS = {
    FindJudgement.Verdict.ACCEPTED: Tag(Sentence("列入", "Accepted"), "green"),
    FindJudgement.Verdict.SET_ASIDE: Tag(Sentence("不列入", "Set aside"), "grey"),
    FindJudgement.Verdict.UNSURE: Tag(Sentence("不確定", "Unsure"), "yellow"),
    FindJudgement.Verdict.UNDONE: Tag(Sentence("取消判斷", "Taken back"), "grey"),
}
REASONS = {
    FindJudgement.Reason.OTHER_FIELD: Sentence("不屬這項技術", "Not this technology"),
    FindJudgement.Reason.GENERIC: Sentence("屬一般技術，非核心關鍵", "Generic, not a core key technology"),
    FindJudgement.Reason.NOT_RESEARCH: Sentence(
        "非技術研發（推廣、補助、人才等）", "No research and development (promotion, grants, training …)"
    ),
    FindJudgement.Reason.PUBLIC: Sentence("成果已全部公開", "Its results are all public"),
    FindJudgement.Reason.SAME: Sentence("與另一計畫重複", "The same as another project"),
    FindJudgement.Reason.ELSE: Sentence("其他（請在說明欄寫明）", "Something else (say what in the note)"),
}
NONE = Sentence("清單內沒有相近的項目", "Nothing on the lists is like it")
LEVELS = {
    1: Sentence("觀察到基本原理", "basic principles observed"),
    2: Sentence("提出技術概念", "technology concept formulated"),
    3: Sentence("概念經實驗驗證", "experimental proof of concept"),
    4: Sentence("在實驗室驗證", "validated in the laboratory"),
    5: Sentence("在相關環境驗證", "validated in a relevant environment"),
    6: Sentence("在相關環境展示", "demonstrated in a relevant environment"),
    7: Sentence("原型在實際環境展示", "prototype demonstrated in operation"),
    8: Sentence("系統完成並通過驗證", "system complete and qualified"),
    9: Sentence("在實際環境運作證實", "proven in operation"),
}
"""The nine levels (ISO 16290, and Horizon 2020 annex G), in our own short words."""
