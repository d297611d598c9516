"""The figures of a yearly target: value, unit, range, and whether they count up from the start."""

import re
from collections.abc import Iterator
from dataclasses import replace

from coretech.kit.numerals import numeral
from coretech.readers.programme.records import Metric

_COUNTED = """
家次 人次 案次 場次 項次 件次 戶次 船次 架次 車次 次 案場 案例 案件 場域 縣市 國家
個月 億度 萬度 億美元 萬美元 千美元 美元 公頃 公噸 公斤 公里 公尺 億元 萬元 千元 元 億 萬 案 項 件 個 家 處 份 套 場
人 名 位 組 座 所 式 種 艘 架 輛 台 臺 棟 間 條 款 類 筆 篇 冊 本 期
坪 噸 天 日 週 小時 月 年 % ％ ‰ 倍 隻 支 顆 枚 片 張 戶 區 國 校 班 門 站 點 梯次 團 隊 社 院 批
"""
_PHYSICAL = "eV fA/cm2 MW GW kW MWh kWh nm mm cm km kg MHz GHz bps Gbps V A K 吋 奈米 微米 毫米"
_UNITS = sorted(_COUNTED.split(), key=len, reverse=True)
_NUMBER = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
_HAN_NUMBER = r"[一二三四五六七八九十]{1,3}(?=個|家|項|案|件|處|座|套|場)"
_FIGURE = re.compile(
    rf"(?P<more>至少|超過|不少於|不低於|≥|>|達)?\s*"
    rf"(?<![0-9A-Za-z.,\-~第/])(?P<value>{_NUMBER}|{_HAN_NUMBER})"
    rf"(?:\s*[~〜～–\-至]\s*(?P<upper>{_NUMBER}))?\s*(?P<above>[(（]\s*含\s*[)）](?:\s*以上)?|以上|餘|多)?\s*"
    rf"(?P<scale>[億萬千百](?=\s*(?:{'|'.join(map(re.escape, _UNITS))})))?\s*"
    rf"(?P<unit>{'|'.join(map(re.escape, _UNITS))})(?P<after>\s*(?:[(（]\s*含\s*[)）])?\s*以上)?"
)
_COMPARED = re.compile(
    rf"(?P<more>≥|≤|>|<|至少|達|逾)\s*(?P<value>{_NUMBER})\s*"
    rf"(?P<unit>{'|'.join(map(re.escape, _PHYSICAL.split()))})(?![A-Za-z])"
)
_TEX = (
    (re.compile(r"\\geq?\b"), "≥"),
    (re.compile(r"\\leq?\b"), "≤"),
    (re.compile(r"\\text\{([^{}]*)\}"), r"\1"),
    (re.compile(r"[\^_]\{?([0-9])\}?"), r"\1"),
    (re.compile(r"[$\\]"), ""),
)
_DATES = re.compile(r"[0-9]{2,4}\s*年(?:\s*[0-9]{1,2}\s*月(?:\s*[0-9]{1,2}\s*日)?)?\s*(?:底前|底|前|度)?")
_LISTED = re.compile(r"(?:^|(?<=[\s。；]))[0-9]{1,2}\.(?=\s|[^0-9])|[(（][0-9]{1,2}[)）]")
_FROM_THE_START = re.compile(r"累[計積]")
_NAMES = {"點": "零", "次": "世", "台": "北中南東灣", "臺": "北中南東灣"}
_NOUNS = re.compile(r"個\s*(場域|案場|縣市|國家|月)")


def metrics(text: str) -> tuple[Metric, ...]:
    """The figures of a cell in order, each once; dates, ordinals and the numbers of a list are none.

    A physical unit counts where the figure is compared (≥ 1.6 eV); elsewhere it names a kind of thing (9~14 MW).
    """
    clean = _clean(text)
    marks = [mark.start() for mark in _FROM_THE_START.finditer(clean)]
    found: list[Metric] = []
    counted: set[tuple[float, str]] = set()
    for place, metric in sorted(_figures(clean), key=lambda each: each[0]):
        cumulative = any(mark < place and "。" not in clean[mark:place] for mark in marks)
        said = (metric.value, metric.unit)
        if cumulative and said in counted and not _is_marked(clean, marks, place):
            continue
        found.append(replace(metric, cumulative=cumulative))
        counted |= {said} if cumulative else set()
    return tuple(found)


def _is_marked(text: str, marks: list[int], place: int) -> bool:
    """Whether a mark of counting from the start stands in the figure's own clause."""
    clause = max(text.rfind(sign, 0, place) for sign in "，。；,;")
    return any(clause < mark < place for mark in marks)


def _clean(text: str) -> str:
    """The text with formulas as plain signs, and blanks of the same length where no figure is meant."""
    for pattern, sign in _TEX:
        text = pattern.sub(sign, text)
    text = _DATES.sub(lambda match: " " * len(match.group()), text)
    text = _LISTED.sub(lambda match: "；" + " " * (len(match.group()) - 1), text)
    return text.replace("％", "%")


def _figures(text: str) -> Iterator[tuple[int, Metric]]:
    taken = [match.span() for match in _COMPARED.finditer(text)]
    for match in _COMPARED.finditer(text):
        yield match.start(), Metric(_value(match.group("value")), match.group("unit"), cumulative=False)
    for match in _FIGURE.finditer(text):
        if any(start < match.end() and match.start() < end for start, end in taken) or _is_a_name(
            match, text
        ):
            continue
        more = any(match.group(name) for name in ("more", "above", "after"))
        upper = match.group("upper")
        yield (
            match.start("value"),
            Metric(
                _value(match.group("value")),
                _unit(match, text),
                cumulative=False,
                upper=_value(upper) if upper else None,
                at_least=more,
            ),
        )


def _is_a_name(match: re.Match[str], text: str) -> bool:
    """Whether the number belongs to a name: 3 大核心, 5G, 第 1 期, 110 年."""
    unit, after = match.group("unit"), text[match.end() : match.end() + 1]
    return unit in {"年", "月", "日", "期"} or (after != "" and after in _NAMES.get(unit, ""))


def _unit(match: re.Match[str], text: str) -> str:
    scale, unit = match.group("scale") or "", match.group("unit")
    noun = _NOUNS.match(text, match.start("unit"))
    if noun is not None:
        return noun.group(1) if noun.group(1) != "月" else "個月"
    if unit.endswith("次") and text[match.end() : match.end() + 1] == "世":
        unit = unit[:-1]
    return scale + unit


def _value(written: str) -> float:
    plain = written.replace(",", "")
    return float(plain) if re.fullmatch(r"[0-9.]+", plain) else float(numeral(plain))
