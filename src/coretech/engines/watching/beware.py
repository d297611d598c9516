"""What to beware of when counts of patents, or sums of trade, are read."""

from collections.abc import Iterator

from coretech.engines.watching.patents import Patented
from coretech.engines.watching.trade import Flow, Traded
from coretech.kit.sentence import Sentence

FEW = 50
MOST_WITHOUT, ONE_OFFICE = 0.1, 0.8
FAMILIES = Sentence(
    "以申請或公開案計；同一發明向數個受理局申請就有數件（專利家族未合併），多局申請的國家因此偏高",
    "counted are applications or publications: an invention filed at several offices counts at each (families are "
    "not merged), which favours countries that file abroad",
)
COVER = Sentence(
    "各受理局資料的完整程度不同；申請後約18個月才公開，最近兩年必然偏少",
    "offices are covered to differing degrees; applications are published some 18 months after filing, so the last "
    "two years are always too low",
)
COARSE_CLASSES = Sentence(
    "以分類的次類代表這項技術，範圍比技術本身寬",
    "subclasses stand for the technology here, and hold more than it",
)
ONE_SIDED = Sentence(
    "只是申報國一方的數字；對手國申報的常有出入（運費與保險、轉口、估價時點）",
    "the figures are those of one side; the partner's own often differ (freight and insurance, transit, timing)",
)
COARSE_GOODS = Sentence(
    "以貨品號列代表這項技術，範圍比技術本身寬；金額為當期價格，未扣除物價變動",
    "codes of goods stand for the technology here, and hold more than it; values are at the prices of their time",
)


def of_patents(found: Patented, *, narrowed: bool) -> Iterator[Sentence]:
    """What holds for these patents; ``narrowed`` where classes stand for the technology."""
    if found.patents < FEW:
        yield Sentence(
            f"只有{found.patents}件，一兩件就會改變名次",
            f"there are {found.patents} only: one or two would change the ranks",
        )
    without = found.patents - found.with_country
    if without > MOST_WITHOUT * found.patents:
        share = round(100 * without / found.patents)
        yield Sentence(
            f"{share}%沒有申請人國別，不在各國占比之內",
            f"{share} % name no country of an applicant, and are not in the shares of countries",
        )
    first = found.offices[0] if found.offices else None
    if first is not None and first.patents > ONE_OFFICE * found.patents:
        share = round(100 * first.patents / found.patents)
        yield Sentence(
            f"{share}%出自單一受理局（{first.key}），不能代表全球",
            f"{share} % are of one office ({first.key}), which does not stand for the world",
        )
    yield FAMILIES
    yield COVER
    if narrowed:
        yield COARSE_CLASSES


def of_trade(found: Traded, *, narrowed: bool) -> Iterator[Sentence]:
    """What holds for this trade; ``narrowed`` where goods stand for the technology."""
    yield ONE_SIDED
    if Flow.OTHER in found.flows:
        yield Sentence(
            "有些列沒有載明進出口別，或另有再出口等流向，另計",
            "some rows do not say which way goods went, or name another flow such as re-export; they stand apart",
        )
    if found.years and len({len(code) for code in found.goods}) > 1:
        yield Sentence(
            "各貨品以表中最粗的號列加總，層級不一",
            "each of the goods is summed at the highest level the table has, which differs among them",
        )
    if narrowed:
        yield COARSE_GOODS
