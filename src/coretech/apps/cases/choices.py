"""What may be chosen in the forms of the dossier; each value in words."""

from collections.abc import Mapping

from coretech.kit.sentence import Sentence
from coretech.law.access import Secrecy
from coretech.law.terms import Harm, Limb

LEVELS = {
    Secrecy.OPEN.value: Sentence("公開", "Open"),
    Secrecy.INTERNAL.value: Sentence("內部", "Internal"),
    Secrecy.CONFIDENTIAL.value: Sentence("保密", "Confidential"),
    Secrecy.SECRET.value: Sentence("機密（逐人核准）", "Secret (by leave, person by person)"),
}

COMPARATORS = {
    "eq": Sentence("＝", "="),
    "ge": Sentence("≥", "≥"),
    "gt": Sentence("＞", ">"),
    "le": Sentence("≤", "≤"),
    "lt": Sentence("＜", "<"),
    "about": Sentence("約", "about"),
}

READINESS = {
    "1": Sentence("1：觀察到基本原理", "1: basic principles observed"),
    "2": Sentence("2：提出技術概念", "2: technology concept formulated"),
    "3": Sentence("3：以實驗證明概念", "3: concept proved by experiment"),
    "4": Sentence("4：在實驗室驗證", "4: validated in the laboratory"),
    "5": Sentence("5：在相關環境驗證", "5: validated in a relevant environment"),
    "6": Sentence("6：在相關環境展示", "6: demonstrated in a relevant environment"),
    "7": Sentence("7：原型在實際環境展示", "7: prototype demonstrated in operation"),
    "8": Sentence("8：系統完成並通過認證", "8: system complete and qualified"),
    "9": Sentence("9：系統經實際運作證明", "9: system proven in operation"),
}
"""The nine levels in use since NASA's scale; the words are our own."""

GROUNDS = {
    Harm.NATIONAL_SECURITY.value: Sentence("損害國家安全", "Harm to national security"),
    Harm.INDUSTRIAL_COMPETITIVENESS.value: Sentence("損害產業競爭力", "Harm to industrial competitiveness"),
    Harm.ECONOMIC_DEVELOPMENT.value: Sentence("損害經濟發展", "Harm to economic development"),
    "convention": Sentence("第1款：國際公約", "Limb 1: international conventions"),
    "defence": Sentence("第1款：國防需要", "Limb 1: national defence"),
    "critical_infrastructure": Sentence("第1款：關鍵基礎設施防護", "Limb 1: critical infrastructure"),
    "leading_technology": Sentence("第2款：領導型技術", "Limb 2: leading technology"),
    "competitiveness": Sentence("第2款：重要產業競爭力", "Limb 2: competitiveness of an important industry"),
}
"""The grounds of the statutory test (National Security Act art. 3(3)): three harms, then those of the two limbs."""

GROUND_HINTS = {
    Harm.NATIONAL_SECURITY.value: Sentence(
        "外國等取得後，防衛或重要設施的安全會嚴重受損。",
        "In foreign hands it would gravely weaken defence or vital facilities.",
    ),
    Harm.INDUSTRIAL_COMPETITIVENESS.value: Sentence(
        "國內產業會失去重要的領先優勢。", "Industry at home would lose a vital lead."
    ),
    Harm.ECONOMIC_DEVELOPMENT.value: Sentence(
        "整體經濟會遭受重大不利。", "The economy as a whole would suffer gravely."
    ),
    "convention": Sentence("我國應遵守或比照的公約要求管制。", "A convention to be kept calls for control."),
    "defence": Sentence("國防上有管制的需要。", "National defence calls for control."),
    "critical_infrastructure": Sentence(
        "保護關鍵基礎設施而應管制。", "The protection of critical infrastructure calls for control."
    ),
    "leading_technology": Sentence("可促成我國領先的技術。", "It makes for technology that leads."),
    "competitiveness": Sentence("可大幅提升重要產業。", "It greatly strengthens an important industry."),
}
"""What each ground means, in plain words."""

HARMS: Mapping[str, Harm] = {harm.value: harm for harm in Harm}
LIMBS: Mapping[str, Limb] = {
    "convention": Limb.CONTROL,
    "defence": Limb.CONTROL,
    "critical_infrastructure": Limb.CONTROL,
    "leading_technology": Limb.LEADERSHIP,
    "competitiveness": Limb.LEADERSHIP,
}
"""Which limb a ground belongs to."""

GROUPS = {
    "industry": Sentence("產業", "Industry"),
    "government": Sentence("政府", "Government"),
    "academia": Sentence("學術", "Academia"),
    "research": Sentence("研究", "Research"),
}

REFERENCES = {
    "market": Sentence("市場規模", "Market size"),
    "competitiveness": Sentence("競爭力", "Competitiveness"),
    "intellectual_property": Sentence("智慧財產", "Intellectual property"),
    "foreign_list": Sentence("他國清單", "Foreign list"),
    "indicator": Sentence("指標", "Indicator"),
    "programme": Sentence("計畫", "Programme"),
    "register": Sentence("清單項目", "Register item"),
    "case": Sentence("先前案件", "Earlier case"),
    "assessment": Sentence("觀測評估", "Assessment of the watch"),
    "other": Sentence("其他", "Other"),
}
