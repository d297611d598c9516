"""What kind of thing a text is about, of the kinds that controls are written for; several where it names several."""

import re
from collections.abc import Mapping

_WORDS: Mapping[str, str] = {
    "ai_chip": r"\bgpus?\b|\bnpus?\b|\bTOPS\b|TFLOPS|\bTPP\b|"
    r"ai ?(?:晶片|芯片|chip|accelerator|加速)|accelerator|加速器|[運运]算晶片",
    "dram": r"\bdram\b|[動动][態态][隨随]机?機?存取",
    "nand": r"\bnand\b|快[閃闪][記记][憶忆]|[闪閃]存",
    "image_sensor": r"image sensors?|影像感[測测]|[圖图]像[傳传]感|\bcis\b",
    "lithography": r"lithograph|曝光[機机設设]|微影|光刻[機机]|scanner|immersion|浸[沒没潤润]",
    "eda": r"\beda\b|[電电]路[設设][計计][軟软]|design (?:software|tool)",
    "crystal_growth": r"[單单]晶生[長长]|crystal growth|czochralski|[長长]晶",
    "baseband_modem": r"baseband|基[頻带][數数]?[據据]?|modem",
    "mobile_processor": r"application processor|行動.{0,4}[處处]理器|手機晶片|mobile soc",
    "display_driver": r"display driver|[顯显]示[驅驱][動动]|\bddi\b",
    "advanced_packaging": r"fo-?wlp|fo-?plp|fan-?out|[扇][出]型|先[進进]封[裝装]|advanced packaging|\bcowos\b",
    "heterogeneous_packaging": r"heterogeneous integration|[異异][質质][整集][合成]|晶[圓圆][級级]封[裝装]|"
    r"wafer[- ]level pack|silicon photonic|矽光子",
    "pellicle": r"pellicle|護膜|护膜",
    "mask_inspection": r"mask inspection|光罩檢測|掩模[檢检]",
    "mask_making": r"mask(?:[- ]making| writer)|光罩製造|光罩[寫写]",
    "coater_developer": r"coater|涂胶[顯显]影|塗[膠佈]顯影|track system",
    "high_aspect_etch": r"high[- ]aspect[- ]ratio etch|高深[寬宽]比",
    "wet_etch": r"wet etch|[濕湿]式?[蝕蚀]刻",
    "dry_etch": r"dry etch|plasma etch|[乾干]式?[蝕蚀]刻|[電电]?漿[蝕]刻",
    "anneal": r"anneal|退火",
    "deposition": r"film deposition|薄膜沉積|薄膜沉积|\bald\b|\bcvd\b",
    "foundry": r"foundry|代工",
    "logic": r"logic (?:process|chip|ic)|[邏逻][輯辑].{0,4}(?:[製制]程|晶片|芯片|電晶)|finfet|\bgaa(?:fet)?\b|"
    r"ic ?[製制]造|"
    r"(?:nm|奈米|纳米).{0,6}(?:[製制]程|process|node)",
}
_PATTERNS = {kind: re.compile(words, re.IGNORECASE | re.ASCII) for kind, words in _WORDS.items()}


def kinds_in(text: str) -> tuple[str, ...]:
    """The kinds a text names, the one it names first first."""
    hits = {kind: hit.start() for kind, pattern in _PATTERNS.items() if (hit := pattern.search(text))}
    return tuple(sorted(hits, key=lambda kind: hits[kind]))
