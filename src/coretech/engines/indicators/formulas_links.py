"""What the columns of trends, networks, flows and coverage are, in words: printed beside the tables."""

from collections.abc import Mapping

from coretech.engines.indicators.formulas import FORMULAS
from coretech.kit.sentence import Sentence

_SHARED = ("works", "works_fractional", "top10_share")
_LED = ("leader", "runner_up", "lead_ratio", "hhi", "growth")

MISSING: Mapping[str, Sentence] = {
    "threshold": Sentence(
        "重算時該年高被引著作的最低被引次數；0 表示未被引者也算",
        "the fewest citations of a top paper of the year, where ranked anew; 0 lets in works that nobody cited",
    ),
    "incomplete": Sentence(
        "最新年份的著作少於前一年的八成，仍在收錄",
        "the newest year has less than 80 % of the works of the year before; they are still coming in",
    ),
    "languages.share": Sentence(
        "該語言的篇數÷快照全部篇數；空白為語言不明",
        "works in the language ÷ all works of the snapshot; empty where the language is not known",
    ),
}
"""By column of ``coverage`` and ``languages``."""

TRENDS: Mapping[str, Sentence] = {
    **{name: FORMULAS[name] for name in (*_SHARED, *_LED)},
    "share": Sentence(
        "該國的分數計數÷該技術該年至少有一個國家的篇數",
        "the country's fractional count ÷ works of the technology and year that name at least one country",
    ),
    "specialisation": Sentence(
        "（該國在此技術的篇數÷該國全部篇數）÷（此技術有國別的篇數÷全部有國別的篇數）；95% 區間取對數常態",
        "(the country's works in the technology ÷ all its works) ÷ (works in the technology that name a country ÷ "
        "all that name one); interval of 95 %, log-normal",
    ),
    **MISSING,
}
"""By column of what ``coretech watch trends`` writes."""

NETWORK: Mapping[str, Sentence] = {
    "works": Sentence(
        "同時有兩國作者的篇數；countries 表為該國篇數",
        "works that name both countries; in the table of countries those that name the one",
    ),
    "salton": Sentence(
        "共同篇數÷√（甲國篇數×乙國篇數），0 至 1",
        "shared works ÷ √(works of the one × works of the other), from 0 to 1",
    ),
    "abroad": Sentence("該國著作中另有他國作者的篇數", "works of the country that name another one as well"),
    "abroad_share": Sentence("abroad÷該國篇數", "abroad ÷ works of the country"),
    "partners": Sentence("曾合著的國家數", "how many countries it shares works with"),
}
"""By column of what ``coretech watch network`` writes."""

FLOW: Mapping[str, Sentence] = {
    "origin": Sentence(
        "作者在此技術最早一年的國家（該年著作最多者）",
        "the author's country in the first year in the technology (of most works of that year)",
    ),
    "destination": Sentence(
        "作者在此技術最晚一年的國家（同上）",
        "the author's country in the last year in the technology (likewise)",
    ),
    "authors": Sentence(
        "由此國到彼國的作者數；followed 表為有編號的作者數",
        "authors who went so; in the table followed all authors that have a number",
    ),
    "share": Sentence("占最早一年在 origin 的作者之比例", "part of the authors who were in origin first"),
    "without_author": Sentence(
        "沒有任何作者編號的篇數，無從追蹤",
        "works in which no author has a number; nobody can be followed there",
    ),
    "one_year": Sentence("只在一個年份有著作的作者", "authors with works in one year only"),
    "unclear": Sentence(
        "首年或末年兩國篇數相同，國家不明的作者",
        "authors with as many works in two countries in the first or the last year",
    ),
    "stayed": Sentence("首末兩年同一國的作者", "authors in the same country first and last"),
    "moved": Sentence("首末兩年不同國的作者", "authors in another country last"),
}
"""By column of what ``coretech watch flow`` writes."""
