"""The two proposals of the real change: the renaming of item 12, and an addition; both by the NSTC.

Names of the pre-announcement of 2025-11-24; the dossiers' words are the demonstration's own.
"""

from dataclasses import dataclass

from coretech.law.terms import Harm, Limb


@dataclass(frozen=True, slots=True)
class Proposal:
    """One proposal as the agency writes it; ``changes`` is the item of the list that would change."""

    name_zh: str
    name_en: str
    why: str
    changes: int | None
    parts: dict[str, str]


AGENCY = "nstc"
SECTOR = "space"
GROUND = "environment_changed"
HARMS = (Harm.NATIONAL_SECURITY.value, Harm.ECONOMIC_DEVELOPMENT.value)
LIMBS = (Limb.CONTROL.value,)

RENAMING = Proposal(
    name_zh="具主動式相位陣列天線之高影像解析度合成孔徑雷達（SAR）系統技術",
    name_en="High-resolution synthetic-aperture-radar (SAR) system with active phased-array antenna",
    why="該項技術已由天線發展為整套雷達系統，清單名稱不足以涵蓋。",
    changes=12,
    parts={
        "description": "以主動式相位陣列天線組成、供衛星使用的合成孔徑雷達系統，可全天候取得高解析度影像。",
        "characteristics": "波束以電子方式指向；天線、收發模組與訊號處理須整體設計並通過太空環境驗證。",
        "functions": "對地觀測、災害評估與海域監看，日夜與雲層下均可取像。",
        "definition": "外流將使他國掌握取像能力與限制，損及國家安全；系統整合之知識須予管制。",
        "stakeholder_views": "研製單位與供應業者贊同以系統名稱列管，並請說明零組件出口之認定方式。",
        "other_references": "參考主要國家對太空雷達系統之出口管制清單。",
    },
)

ADDITION = Proposal(
    name_zh="高精度衛星姿態控制與指向技術",
    name_en="High-precision satellite attitude control and pointing technology",
    why="自主衛星之取像與通訊品質取決於姿態控制，現行清單未涵蓋。",
    changes=None,
    parts={
        "description": "使衛星本體或酬載對準目標並維持穩定之感測、控制與致動技術。",
        "characteristics": "以星象追蹤、慣性感測與飛輪協同控制，指向誤差小且能抑制微振動。",
        "functions": "支援高解析度取像、雷射通訊及編隊飛行。",
        "definition": "外流將使他國得以提升對我觀測能力並削弱產業發展；控制律與參數須予管制。",
        "stakeholder_views": "衛星業者支持列入，並建議區分一般商用等級。",
        "other_references": "參考主要國家對太空載具導引與控制技術之管制項目。",
    },
)

PROPOSALS = (RENAMING, ADDITION)
