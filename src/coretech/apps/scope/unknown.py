"""What no one can tell from a description: said plainly, and for the items it is like in particular."""

from collections.abc import Iterator

from coretech.apps.scope.checking import Checked
from coretech.apps.scope.checking_figures import OWN_REGIME
from coretech.engines.controls.loading import bundled
from coretech.kit.sentence import Sentence


def cannot_be_told(checked: Checked) -> Iterator[Sentence]:
    """What stays open whatever is described, the general first."""
    yield Sentence(
        "公告只列技術名稱；是否在範圍內，由技術主管機關釐清（第10條第1項），不是由文字的相似程度決定。",
        "The announcement lists names; whether something is within one is for the authority to clarify (art. 10(1)), "
        "not for how alike the words are.",
    )
    limitless = [number for number in checked.numbers if str(number) not in _with_limits()]
    if limitless:
        zh = "、".join(f"第{number}項" for number in limitless)
        en = ", ".join(str(number) for number in limitless)
        yield Sentence(
            f"{zh}的公告沒有數值門檻，任何數字都不能單獨決定。",
            f"The announcement sets no measured limit for item {en}, so no figure alone decides.",
        )
    untold = [each for each in checked.measured.outcomes if each.untold]
    if untold:
        zh = "、".join(each.item.label.zh for each in untold)
        en = "; ".join(each.item.label.en for each in untold)
        yield Sentence(
            f"所據資料沒有載明這些管制的條件：{zh}。",
            f"The sources at hand do not give the terms of these controls: {en}.",
        )


def _with_limits() -> frozenset[str]:
    """The items of the list for which a measured limit stands in the data."""
    return frozenset(
        item.id
        for regime in bundled()
        if regime.id == OWN_REGIME
        for item in regime.items
        if any(vintage.written != "true" for vintage in item.vintages)
    )
