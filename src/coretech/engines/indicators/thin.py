"""Warnings that belong beside a technology's figures: what is too little, or too one-sided, to lean on."""

from enum import StrEnum

from coretech.engines.indicators.coverage import Coverage
from coretech.engines.indicators.growth import Growth
from coretech.kit.sentence import Sentence

FEW_WORKS, FEW_TOP, MUCH = 50, 10, 0.2
"""Fewer works or top papers than these, or a larger part of works without something, is warned of."""


class Warned(StrEnum):
    """What is warned of."""

    NOTHING = "nothing_found"
    FEW_WORKS = "few_works"
    FEW_TOP = "few_top10"
    NO_COUNTRY = "many_without_country"
    NO_CITATIONS = "many_without_citations"
    NO_PERCENTILE = "many_without_percentile"
    ONE_LANGUAGE = "one_language"
    SMALL_BASE = "small_base"
    INCOMPLETE_YEAR = "incomplete_year"
    UNCITED_TOP = "uncited_top10"

    @property
    def said(self) -> Sentence:
        """The warning in words."""
        return _SAID[self]


_SAID = {
    Warned.NOTHING: Sentence("沒有任何著作符合", "no work matches"),
    Warned.FEW_WORKS: Sentence(f"著作少於 {FEW_WORKS} 篇", f"fewer than {FEW_WORKS} works"),
    Warned.FEW_TOP: Sentence(f"高被引著作少於 {FEW_TOP} 篇", f"fewer than {FEW_TOP} top papers"),
    Warned.NO_COUNTRY: Sentence("兩成以上著作沒有國別", "a fifth or more of the works name no country"),
    Warned.NO_CITATIONS: Sentence(
        "兩成以上著作沒有被引次數", "a fifth or more of the works have no citation count"
    ),
    Warned.NO_PERCENTILE: Sentence(
        "兩成以上著作不知是否高被引", "of a fifth or more it is not known whether they are top"
    ),
    Warned.ONE_LANGUAGE: Sentence(
        "來源九成五以上為同一語言", "95 % or more of the snapshot is in one language"
    ),
    Warned.SMALL_BASE: Sentence("成長率的基數太小", "the growth rests on a small base"),
    Warned.INCOMPLETE_YEAR: Sentence(
        "最新年份的著作仍在陸續收錄，成長率偏低",
        "works of the newest year are still coming in, so growth is too low",
    ),
    Warned.UNCITED_TOP: Sentence(
        "有年份被引著作不到一成，門檻為 0，未被引者皆算高被引",
        "in some year fewer than a tenth are cited: the threshold is 0 and works that nobody cited are top",
    ),
}


def warnings(
    coverage: Coverage,
    growth: Growth,
    *,
    one_language: bool,
    incomplete: bool = False,
    uncited_top: bool = False,
) -> tuple[Warned, ...]:
    """What to warn of, for one technology."""
    if not coverage.works:
        return (Warned.NOTHING,)
    return tuple(
        warned
        for warned, so in {
            Warned.FEW_WORKS: coverage.works < FEW_WORKS,
            Warned.FEW_TOP: coverage.top10 - coverage.top10_without_country < FEW_TOP,
            Warned.NO_COUNTRY: coverage.without_country >= MUCH * coverage.works,
            Warned.NO_CITATIONS: coverage.without_citations >= MUCH * coverage.works,
            Warned.NO_PERCENTILE: coverage.without_percentile >= MUCH * coverage.works,
            Warned.ONE_LANGUAGE: one_language,
            Warned.SMALL_BASE: growth.small_base,
            Warned.INCOMPLETE_YEAR: incomplete,
            Warned.UNCITED_TOP: uncited_top,
        }.items()
        if so
    )
