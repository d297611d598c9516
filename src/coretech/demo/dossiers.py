"""What the dossiers of the play say, part by part, in the forms an agency fills in; the words are the play's own."""

from coretech.apps.cases.content import (
    Characteristics,
    Claim,
    Content,
    Definition,
    Description,
    Evidence,
    Functions,
    OtherReferences,
    Parameter,
    Reference,
    StakeholderViews,
    View,
)
from coretech.law.access import Secrecy
from coretech.law.terms import Part

_INSIDE = Secrecy.INTERNAL.value
_MADE_UP = "示範資料"
_ASKED_ON = "2025-04-11"


def _evidence(what: str) -> tuple[Evidence, ...]:
    return (Evidence(what=what, source=_MADE_UP, date="2025-03-31"),)


def _view(group: str, who: str, view: str) -> View:
    return View(
        group=group, who=who, view=view, level=_INSIDE, source=f"書面徵詢（{_MADE_UP}）", date=_ASKED_ON
    )


RENAMING: dict[str, Content] = {
    Part.DESCRIPTION: Description(
        what="以主動式相位陣列天線組成、供衛星使用的合成孔徑雷達系統，可全天候取得高解析度影像。",
        state_of_the_art="少數國家能自製整套系統；國內已完成天線，正進行系統整合。",
        readiness="6",
    ),
    Part.CHARACTERISTICS: Characteristics(
        distinctive="波束以電子方式指向；天線、收發模組與訊號處理須整體設計並通過太空環境驗證。",
        equipment="收發模組、近場量測設備、熱真空試驗設備。",
        parameters=(
            Parameter("影像解析度", "le", "1", "公尺"),
            Parameter("波束切換時間", "lt", "1", "毫秒"),
        ),
    ),
    Part.FUNCTIONS: Functions(
        does="對地觀測、災害評估與海域監看，日夜與雲層下均可取像。", used_in="遙測衛星、防救災、海巡與國防。"
    ),
    Part.DEFINITION: Definition(
        national_security=Claim(
            claimed=True,
            argument="外流將使他國掌握取像能力與限制。",
            evidence=_evidence("取像能力外洩之影響評估"),
        ),
        economic_development=Claim(
            claimed=True,
            argument="衛星產業鏈將失去自主整合的能力。",
            evidence=_evidence("產業鏈產值與就業之估計"),
        ),
        defence=Claim(
            claimed=True,
            argument="系統整合之知識為國防所需，須予管制。",
            evidence=_evidence("系統整合關鍵知識清查"),
        ),
    ),
    Part.STAKEHOLDER_VIEWS: StakeholderViews(
        views=(
            _view("government", "防救災機關", "需要自主影像來源，支持以系統名稱列管。"),
            _view("academia", "雷達學者", "系統與天線應分別說明範圍。"),
            _view("research", "研製單位", "贊同以系統名稱列管。"),
        ),
        answer="範圍說明將隨公告一併公布。",
    ),
    Part.OTHER_REFERENCES: OtherReferences(
        references=(
            Reference(
                kind="foreign_list",
                what="主要國家對太空雷達系統之出口管制清單",
                source=_MADE_UP,
                date="2025-03-31",
            ),
        )
    ),
}

ADDITION: dict[str, Content] = {
    Part.DESCRIPTION: Description(
        what="使衛星本體或酬載對準目標並維持穩定之感測、控制與致動技術。",
        state_of_the_art="國內已在自製衛星上使用，高精度等級仍由少數國家掌握。",
        readiness="7",
    ),
    Part.CHARACTERISTICS: Characteristics(
        distinctive="以星象追蹤、慣性感測與飛輪協同控制，指向誤差小且能抑制微振動。",
        equipment="星象追蹤儀、飛輪、微振動量測設備。",
        parameters=(Parameter("指向誤差", "le", "0.01", "度"),),
    ),
    Part.FUNCTIONS: Functions(does="支援高解析度取像、雷射通訊及編隊飛行。", used_in="遙測衛星與通訊衛星。"),
    Part.DEFINITION: Definition(
        national_security=Claim(
            claimed=True,
            argument="外流將使他國得以提升對我觀測能力。",
            evidence=_evidence("指向精度與觀測能力之關係"),
        ),
        economic_development=Claim(
            claimed=True,
            argument="將削弱衛星次系統產業的發展。",
            evidence=_evidence("衛星次系統產值之估計"),
        ),
        defence=Claim(
            claimed=True, argument="控制律與參數須予管制。", evidence=_evidence("控制律與參數清查")
        ),
    ),
    Part.STAKEHOLDER_VIEWS: StakeholderViews(
        views=(
            _view("industry", "衛星業者", "支持列入，建議區分一般商用等級。"),
            _view("government", "太空主管機關", "支持列入。"),
            _view("academia", "控制領域學者", "建議以指向誤差訂出界線。"),
            _view("research", "衛星研製單位", "支持列入。"),
        ),
        answer="以關鍵參數訂出界線，一般商用等級不在範圍內。",
    ),
    Part.OTHER_REFERENCES: OtherReferences(
        references=(
            Reference(
                kind="foreign_list",
                what="主要國家對太空載具導引與控制技術之管制項目",
                source=_MADE_UP,
                date="2025-03-31",
            ),
        )
    ),
}

ASKED_FOR: dict[str, Content] = {
    Part.DESCRIPTION: Description(
        what="供衛星遙測使用的影像感測器之設計、製程與抗輻射驗證；一般商用感測器不在範圍內。",
        state_of_the_art="國內已自製並隨衛星運作。",
        readiness="9",
    ),
    Part.CHARACTERISTICS: Characteristics(
        distinctive="在輻射環境下仍維持低雜訊；以時間延遲積分提高訊號。",
        parameters=(Parameter("抗輻射總劑量", "ge", "100", "千雷得"),),
    ),
}
"""The dossier that is still being written when the play is over."""
