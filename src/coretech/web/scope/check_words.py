"""The figures of a self-check in words: what was used, what the controls say, what stands in the way."""

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from coretech.apps.scope.checking_figures import Measured, Outcome, Used
from coretech.engines.controls.parameters import parameters
from coretech.engines.controls.truth import Answer
from coretech.engines.scoping.figures import Figure
from coretech.kit.sentence import Sentence
from coretech.web.controls.words import WORDS
from coretech.web.shell.parts import Column, Tag
from coretech.web.shell.words import say, tr, upfirst

FIGURE_COLUMNS = (
    Column(Sentence("參數", "Parameter")),
    Column(Sentence("數值", "Value")),
    Column(Sentence("來自", "From")),
)
CONTROL_COLUMNS = (
    Column(Sentence("管制項目", "Control")),
    Column(Sentence("結果", "Outcome")),
    Column(Sentence("理由", "Why")),
    Column(Sentence("依據", "Source")),
)
_OUTCOMES: Mapping[Answer, Tag] = {
    Answer.YES: Tag(Sentence("符合條件", "Meets it"), "red"),
    Answer.NO: Tag(Sentence("不符合條件", "Does not meet it"), "green"),
    Answer.UNDETERMINED: Tag(Sentence("還不能判斷", "Cannot be told yet"), "yellow"),
}
_ORDER = (Answer.YES, Answer.UNDETERMINED, Answer.NO)
_TAG = Markup('<strong class="govuk-tag govuk-tag--{}">{}</strong>')


def figure_rows(measured: Measured) -> list[list[object]]:
    """The figures that were held against the controls, each with where it came from."""
    return [[upfirst(say(each.parameter.label)), shown(each), _origin(each)] for each in measured.used]


def control_rows(measured: Measured) -> list[list[object]]:
    """What each control says, those that are met first."""
    ordered = sorted(measured.outcomes, key=lambda each: _ORDER.index(each.result.outcome))
    return [_row(each) for each in ordered]


def remarks(measured: Measured) -> Iterator[Sentence]:
    """What was done with figures that are not plain: left out, taken in a unit, or contradicted."""
    for problem in measured.problems:
        label = _label(problem.field)
        yield Sentence(
            f"{label.zh}：{problem.sentence.zh}；沒有採用。", f"{label.en}: {problem.sentence.en}; not used."
        )
    for name, figures in measured.unsettled.items():
        label, said = _label(name), _quoted(figures)
        yield Sentence(
            f"文字中的{label.zh}互相矛盾：{said.zh}；沒有採用，請在下面填一個。",
            f"The text contradicts itself on {label.en}: {said.en}; none was used, give one below.",
        )
    for each in measured.overruled:
        label = _label(each.parameter)
        yield Sentence(
            f"{label.zh}：文字寫「{each.written}」，以您填的數字為準。",
            f"{upfirst(label.en)}: the text says “{each.written}”; the figure you gave was used.",
        )
    yield from _unplaced(measured)
    for used in measured.used:
        if used.bare:
            label, unit = used.parameter.label, used.parameter.unit
            yield Sentence(
                f"{label.zh}沒有單位，以{unit}計。",
                f"{upfirst(label.en)} has no unit and was taken in {unit}.",
            )
    yield from () if measured.notes is None else measured.notes.notes


def _unplaced(measured: Measured) -> Iterator[Sentence]:
    bare = [each for each in measured.unplaced if each.unitless]
    if bare:
        said = _quoted(bare)
        yield Sentence(
            f"這些數字沒有單位，沒有採用：{said.zh}。",
            f"These figures have no unit and were not used: {said.en}.",
        )
    unknown = [each for each in measured.unplaced if not each.unitless]
    if unknown:
        said = _quoted(unknown)
        yield Sentence(
            f"看不出這些數字量的是什麼，沒有採用：{said.zh}。",
            f"What these figures measure cannot be made out, so they were not used: {said.en}.",
        )


def shown(used: Used) -> str:
    """A figure as it was told."""
    value = used.value
    if isinstance(value, bool):
        return tr("是", "yes") if value else tr("否", "no")
    if isinstance(value, list):
        return tr("；", "; ").join(_entry(each) for each in value)
    if value in WORDS:
        return upfirst(say(WORDS[value]))
    unit = f" {used.parameter.unit}" if used.bare else ""
    return f"{value}{unit}"


def _entry(entry: Mapping[str, object]) -> str:
    bits = entry.get("bit_length")
    precision = tr(f"{bits}位元", f"{bits}-bit") if bits else tr("位元長度不明", "bit length not told")
    sparse = tr("，稀疏", ", sparse") if entry.get("sparse") else ""
    return f"{entry['tops']}{tr('，', ', ')}{precision}{sparse}"


def _origin(used: Used) -> str:
    return tr("讀自您的描述", "Read in your description") if used.from_text else tr("您填的", "Given by you")


def _row(each: Outcome) -> list[object]:
    tag = _OUTCOMES[each.result.outcome]
    name = Markup("{}<br>{}").format(say(each.regime.label), say(each.item.label))
    return [name, _TAG.format(tag.colour, say(tag.words)), say(each.result.reason), each.result.citation]


def _label(name: str) -> Sentence:
    known = parameters().get(name.partition("[")[0])
    return Sentence(name, name) if known is None else known.label


def _quoted(figures: Iterator[Figure] | tuple[Figure, ...] | list[Figure]) -> Sentence:
    written = list(dict.fromkeys(each.written for each in figures))
    return Sentence("、".join(f"「{each}」" for each in written), ", ".join(f"“{each}”" for each in written))
