"""What each column is, in words, with its formula and denominator: printed beside every table and chart."""

from coretech.kit.sentence import Sentence

FORMULAS: dict[str, Sentence] = {
    "works": Sentence(
        "至少一位作者屬該國的著作篇數（整數計數）",
        "papers with at least one author in the country (full counting)",
    ),
    "works_fractional": Sentence(
        "Σ 1÷（該篇的相異國家數），就該國參與的著作加總",
        "Σ 1 ÷ (distinct countries of the paper), over papers that name the country",
    ),
    "top10_share": Sentence(
        "該國在前 10% 高被引著作中的分數計數÷前 10% 著作中至少有一個國家的篇數",
        "the country's fractional count of the 10 % most cited papers ÷ those papers that name at least one country",
    ),
    "h_index": Sentence(
        "最大的 h，使該國在此技術有 h 篇著作各被引至少 h 次",
        "the largest h such that h of the country's papers in the technology are cited at least h times each",
    ),
    "rank": Sentence(
        "1＋top10_share 較大的國家數；相同者同名次",
        "1 + countries with a larger top10_share; equals share the rank",
    ),
    "leader": Sentence(
        "top10_share 最大的國家；相同時取著作較多者，再依代碼",
        "the country with the largest top10_share; of equals the one with more works, then by letters",
    ),
    "runner_up": Sentence(
        "次大的國家；沒有其他國家則空白", "the next one; empty where no other country has a share"
    ),
    "lead_ratio": Sentence(
        "領先國占比÷次位國占比；沒有次位國時為 inf",
        "the leader's share ÷ the runner-up's; inf where there is none",
    ),
    "hhi": Sentence("Σ top10_share²，0 至 1", "Σ top10_share², from 0 to 1"),
    "institutions_in_leader": Sentence(
        "前 10% 著作最多的十個機構中，屬領先國者的個數；同篇數時取 OpenAlex 編號較小者",
        "of the ten institutions with most top-10 % papers, those in the leading country; of equals the smaller number",
    ),
    "monopoly_risk": Sentence(
        "high：十個機構中至少 8 個且領先 3 倍；medium：至少 5 個且 2 倍；其餘 low",
        "high: at least 8 of 10 and a lead of 3; medium: at least 5 of 10 and a lead of 2; else low",
    ),
    "growth": Sentence(
        "（末三分之一年數的篇數÷首三分之一年數的篇數）^（1÷兩段中點相距年數）－1；95% 區間以 Poisson 計",
        "(works in the last third of the years ÷ in the first)^(1 ÷ years between their middles) − 1; "
        "interval of 95 %, Poisson",
    ),
    "coverage": Sentence(
        "缺國別、缺被引次數、不知是否高被引、缺年份、不屬任何技術的篇數",
        "works without a country, a citation count, a percentile, a year, and works of the snapshot in no technology",
    ),
}
"""By column."""

PERCENTILES: dict[str, Sentence] = {
    "openalex": Sentence(
        "前 10% 依 OpenAlex 的 is_in_top_10_percent；未標示者不計入，列於 coverage",
        "top 10 % as OpenAlex's is_in_top_10_percent says; works without it are left out and counted in coverage",
    ),
    "recompute": Sentence(
        "前 10% 於同一技術、同一出版年內重算：第 ⌈n÷10⌉ 篇的被引次數為門檻，同次數者皆計入",
        "top 10 % ranked anew within technology and year: as many citations as place ⌈n ÷ 10⌉ has, ties all in",
    ),
}
"""By who says which works are among the most cited."""
