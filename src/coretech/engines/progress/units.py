"""Units of plans: physical ones and money convert within their sort; what is counted never converts.

Pint reckons; the words are those of Taiwan's plans. A day and a week convert, a month and a year do, a day and a month
do not, since months differ; no currency converts, since a rate is no unit.
"""

import re
import unicodedata
from decimal import Decimal
from fractions import Fraction
from functools import cache

from pint import UnitRegistry

from coretech.engines.progress.refusals import UnitError
from coretech.kit.sentence import Sentence

__all__ = ["UnitError", "converted"]

_DEFINITIONS = """
gram = [mass]; kilogram = 1000 * gram; tonne = 1000000 * gram
litre = [volume]; kilolitre = 1000 * litre; cubic_metre = 1000 * litre
metre = [length]; nanometre = 1e-9 * metre; micrometre = 1e-6 * metre; millimetre = 1e-3 * metre
centimetre = 1e-2 * metre; kilometre = 1000 * metre
square_metre = [area]; hectare = 10000 * square_metre; square_kilometre = 1000000 * square_metre
watt_hour = [energy]; kilowatt_hour = 1000 * watt_hour
watt = [power]; kilowatt = 1000 * watt
hertz = [frequency]; bit_per_second = [rate]
second = [time]; minute = 60 * second; hour = 3600 * second; day = 86400 * second; week = 7 * day
month = [calendar]; season = 3 * month; calendar_year = 12 * month
ntd = [ntd]; usd = [usd]
permille = [ratio]; percent = 10 * permille
"""
_WORDS = """
g 公克 gram|kg 公斤 kilogram|t 噸 公噸 tonne|L 公升 litre|kL 公秉 kilolitre|m3 立方公尺 cubic_metre
m 公尺 metre|nm 奈米 nanometre|μm um 微米 micrometre|mm 毫米 millimetre|cm 公分 centimetre|km 公里 kilometre
m2 平方公尺 square_metre|ha 公頃 hectare|km2 平方公里 square_kilometre
Wh 瓦時 watt_hour|kWh 度 瓩時 kilowatt_hour|W 瓦 watt|kW 瓩 kilowatt|Hz 赫 hertz|bps bit_per_second
秒 second|分鐘 minute|小時 hour|天 日 day|週 周 星期 week|月 個月 month|季 season|年 calendar_year
元 新臺幣 新臺幣元 NTD TWD ntd|美元 USD usd|% 百分比 percent|‰ permille
"""
_COUNTED = """
件 家 家次 人 人次 名 位 案 案次 案場 案例 案件 項 項次 件次 場 場次 場域 處 個 份 套 組 座 所 式 種 艘 架 輛
台 臺 棟 間 條 款 類 筆 篇 冊 本 期 戶 戶次 支 隻 顆 枚 片 張 區 國 國家 縣市 校 班 門 站 點 梯次 團 隊 社 院 批 次
百分點 倍 坪 箱 包
"""
_SI_SCALES = {"k": 3, "M": 6, "G": 9, "T": 12}
_HAN_SCALES = {"十": 1, "百": 2, "千": 3, "萬": 4, "億": 8, "兆": 12}
_PREFIXED = frozenset({"W", "Wh", "Hz", "bps"})
_NAMES = {
    word: names.split()[-1] for names in re.split(r"[|\n]", _WORDS.strip()) for word in names.split()[:-1]
}
_COUNTING = frozenset(_COUNTED.split())
_SAME = {"臺": "台"}


def converted(value: Decimal, given: str, wanted: str) -> Decimal:
    """A figure in another unit, exact wherever its decimal fraction ends within 28 digits.

    Raises:
        UnitError: where either unit is missing, or they are of different sorts.
    """
    _both_there(given, wanted)
    from_factor, from_sort = _read(given)
    to_factor, to_sort = _read(wanted)
    if from_sort != to_sort:
        raise UnitError(
            Sentence(
                f"「{given}」不能換算為「{wanted}」：兩者不是同一類單位。請以「{wanted}」填報，或改用另一個指標。",
                f"“{given}” does not convert into “{wanted}”: they are units of different sorts. Report in"
                f" “{wanted}”, or use another indicator.",
            )
        )
    exact = Fraction(value) * from_factor / to_factor
    return value if exact == Fraction(value) else Decimal(exact.numerator) / Decimal(exact.denominator)


def _both_there(given: str, wanted: str) -> None:
    if not wanted.strip():
        raise UnitError(
            Sentence(
                "目標沒有單位，實績無從比較；請先為指標訂定單位。",
                "The target has no unit, so no actual can be held against it; give the indicator its unit first.",
            )
        )
    if not given.strip():
        raise UnitError(
            Sentence(
                f"實績沒有單位；目標以「{wanted}」計，請填明單位。",
                f"The actual has no unit; the target is in “{wanted}”. Say which unit it is.",
            )
        )


def _read(written: str) -> tuple[Fraction, str]:
    """A unit as a factor to the base of its sort, and the sort; a word we do not know is a sort of its own."""
    unit = "".join(unicodedata.normalize("NFKC", written).split())
    factor, rest = Fraction(1), unit
    while (known := _known(rest)) is None:
        scale = rest[:1]
        if not (scale in _HAN_SCALES or (scale in _SI_SCALES and rest[1:] in _PREFIXED)):
            return Fraction(1), unit
        factor, rest = factor * 10 ** (_HAN_SCALES | _SI_SCALES)[scale], rest[1:]
    return factor * known[0], known[1]


def _known(unit: str) -> tuple[Fraction, str] | None:
    """The factor and sort of a unit without a scale before it; nothing at all is a bare number."""
    if not unit:
        return Fraction(1), "number"
    if unit in _COUNTING:
        return Fraction(1), _SAME.get(unit, unit)
    return (_factor(_NAMES[unit]), _sort(_NAMES[unit])) if unit in _NAMES else None


@cache
def _registry() -> UnitRegistry[Decimal]:
    """Our own units alone: none of pint's many names is taken for a word of a plan."""
    registry: UnitRegistry[Decimal] = UnitRegistry(None, non_int_type=Decimal)
    for definition in re.split(r"[;\n]", _DEFINITIONS.strip()):
        registry.define(definition.strip())
    return registry


@cache
def _factor(name: str) -> Fraction:
    quantity = _registry().Quantity(Decimal(1), name).to_base_units()
    return Fraction(quantity.magnitude)


@cache
def _sort(name: str) -> str:
    return str(_registry().get_dimensionality(name))
