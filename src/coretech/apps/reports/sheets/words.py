"""The words of choices in the offline file, in both languages, and a target as a cell shows it."""

from collections.abc import Mapping

from coretech.apps.reports.sheets.content import Said
from coretech.apps.reports.sheets.parts import AskedIndicator
from coretech.engines.progress.said import plain
from coretech.kit.sentence import Sentence

LIGHTS = {
    "green": Sentence("綠", "green"),
    "amber": Sentence("黃", "amber"),
    "red": Sentence("紅", "red"),
    "grey": Sentence("灰", "grey"),
}
STANDINGS: dict[str, Sentence] = {each.value: each.words for each in Said}
YES = Sentence("是", "yes")
DONE = {"yes": YES, "no": Sentence("否", "no")}


def code_of_word(given: str, words: Mapping[str, Sentence]) -> str:
    """The code of a word in either language, or of the code itself; empty for any other."""
    plain_word = given.strip().lower().removesuffix("燈")
    return next((code for code, each in words.items() if plain_word in {code, each.zh, each.en}), "")


def target_in_words(asked: AskedIndicator, year: int) -> Sentence:
    """What the indicator wants in a ROC year."""
    target = next((each for each in asked.definition.targets.all() if each.year == year), None)
    if target is None:
        return Sentence("本年沒有目標", "no target this year")
    if target.value is None:
        return (
            Sentence(target.words, target.words) if target.words else Sentence("以文字訂定", "set in words")
        )
    upper = "" if target.upper is None else f"–{plain(target.upper)}"
    text = f"{plain(target.value)}{upper} {asked.definition.unit}".strip()
    return Sentence(text, text)
