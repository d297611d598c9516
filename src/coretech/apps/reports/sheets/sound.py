"""Whether what was typed for a measure can be kept: lengths, choices, figures, and units that convert."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from decimal import Decimal

from coretech.apps.reports.measured.numbers import figure, percent, typed
from coretech.apps.reports.measured.observing import TOLD_BY_YES_OR_NO
from coretech.apps.reports.sheets.content import LABELS, TEXTS, ActualSaid, PartContent, Said, WorkSaid
from coretech.apps.reports.sheets.parts import AskedIndicator, Part
from coretech.engines.progress.lights import Light
from coretech.engines.progress.refusals import UnitError
from coretech.engines.progress.units import converted
from coretech.kit.refusal import Refused, bad_input

LONGEST = 5000
LONGEST_NOTE = 1000
LONGEST_UNIT = 40
PLACES = 6
_CONTROL = frozenset(map(chr, range(32))) - {"\n", "\t"}


def sound(part: Part, content: PartContent) -> PartContent:
    """The content with its figures in one form.

    Raises:
        Refused: (HTTP 422) naming the field, for the first thing that cannot be kept.
    """
    texts = {name: _text(name, getattr(content, name), LONGEST) for name in TEXTS}
    if texts["own_light"] and texts["own_light"] not in set(Light):
        raise bad_input("own_light", "請由列出的燈號中選擇。", "Choose one of the lights listed.")
    known = {work.key for work in part.works}
    asked = {each.key: each for each in part.indicators}
    _refuse_strangers(content.works, known, "works")
    _refuse_strangers(content.actuals, asked.keys(), "actuals")
    works = {key: _work(key, said) for key, said in content.works.items()}
    actuals = {key: _actual(asked[key], said) for key, said in content.actuals.items()}
    return PartContent(
        progress=texts["progress"],
        highlights=texts["highlights"],
        next_work=texts["next_work"],
        risks=texts["risks"],
        own_light=texts["own_light"],
        own_reason=texts["own_reason"],
        works={key: said for key, said in works.items() if said != WorkSaid()},
        actuals={key: said for key, said in actuals.items() if _says_anything(said)},
        carried=content.carried,
        demonstration=content.demonstration,
    )


def in_unit_of(asked: AskedIndicator, value: str, unit: str, field: str) -> Decimal | None:
    """A typed figure in the indicator's own unit; None where there is no figure.

    Raises:
        Refused: (HTTP 422) with the units' own sentence where it does not convert.
    """
    given = figure(value, field)
    if given is None:
        return None
    try:
        return round(converted(given, unit, asked.definition.unit), PLACES)
    except UnitError as error:
        raise Refused(error.sentence, status=422, field=field) from error


def _work(key: str, said: WorkSaid) -> WorkSaid:
    if said.standing and said.standing not in set(Said):
        raise bad_input(f"work-{key}-standing", "請由列出的情形中選擇。", "Choose one of those listed.")
    share = typed(percent(said.share, f"work-{key}-share"))
    if said.standing != Said.UNDER_WAY:
        share = {Said.DONE.value: "100", Said.NOT_BEGUN.value: "0"}.get(said.standing, share)
    return WorkSaid(said.standing, share, _text(f"work-{key}-note", said.note, LONGEST_NOTE))


def _actual(asked: AskedIndicator, said: ActualSaid) -> ActualSaid:
    place = f"actual-{asked.key}"
    words = _text(f"{place}-words", said.words, LONGEST_NOTE)
    unit = _text(f"{place}-unit", said.unit, LONGEST_UNIT)
    if asked.definition.kind in TOLD_BY_YES_OR_NO:
        if said.done not in {"", "yes", "no"}:
            raise bad_input(f"{place}-done", "請選「已達成」或「尚未」。", "Say yes or no.")
        return ActualSaid(done=said.done, words=words)
    for name, value in (("value", said.value), ("forecast", said.forecast)):
        in_unit_of(asked, value, unit, f"{place}-{name}")
    return ActualSaid(
        value=typed(figure(said.value, f"{place}-value")),
        unit=unit,
        forecast=typed(figure(said.forecast, f"{place}-forecast")),
        words=words,
    )


def _says_anything(said: ActualSaid) -> bool:
    """A unit alone, which stands ready in the form, says nothing."""
    return replace(said, unit="") != ActualSaid()


def _refuse_strangers(given: Mapping[str, object], known: AbstractSet[str], field: str) -> None:
    strangers = sorted(given.keys() - known)
    if strangers:
        name = LABELS[field]
        raise bad_input(
            field,
            f"{name.zh}：這項措施沒有「{strangers[0][:80]}」。",
            f"{name.en}: the measure has no “{strangers[0][:80]}” that is asked of this agency.",
        )


def _text(field: str, text: str, longest: int) -> str:
    plain = text.replace("\r\n", "\n").strip()
    if len(plain) > longest:
        raise bad_input(
            field,
            f"文字請在{longest}字以內，目前{len(plain)}字。",
            f"At most {longest} characters; it has {len(plain)}.",
        )
    if _CONTROL & set(plain):
        raise bad_input(field, "含有控制字元，請刪除。", "It holds a control character; take it out.")
    return plain
