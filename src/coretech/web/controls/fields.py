"""A field for every fact of the controls, each left empty where it is not known."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django import forms

from coretech.engines.controls.parameters import Form, Parameter
from coretech.web.controls.words import WORDS, unit_words
from coretech.web.shell.words import both, say, tr, upfirst

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

LONGEST = 80
YES, NO, UNKNOWN = "yes", "no", ""
_EXAMPLES = {
    "die_area_mm2": "814 mm2",
    "io_bandwidth_gb_s": "600 GB/s",
    "dram_bandwidth_gb_s": "3.35 TB/s",
    "node_nm": "14 nm",
    "half_pitch_nm": "18 nm",
    "layers": "128",
    "wafer_mm": "300 mm",
    "pixel_um": "0.8 um",
    "wavelength_nm": "193 nm",
}
_MORE = {
    "die_area_mm2": (
        "以非平面電晶體製程製造的晶粒面積合計；同一封裝有幾個就加起來。",
        "The area of all dies made with non-planar transistors, added up over the package.",
    ),
    "wavelength_nm": ("EUV 為 13.5 nm，ArF 為 193 nm。", "EUV is 13.5 nm, ArF is 193 nm."),
}


def field_of(parameter: Parameter) -> forms.Field:
    """The field a fact is given in."""
    label = both(parameter.label.zh, upfirst(parameter.label.en))
    if parameter.form is Form.FLAG:
        return choice(label, lambda: [(YES, tr("是", "Yes")), (NO, tr("否", "No")), (UNKNOWN, _unknown())])
    if parameter.form is Form.WORD:
        words = parameter.words
        return choice(
            label, lambda: [*((each, upfirst(say(WORDS[each]))) for each in words), (UNKNOWN, _unknown())]
        )
    return measured(label, *_hint(parameter))


def measured(label: "Words", zh: str, en: str) -> forms.CharField:
    """A figure with its unit, as it is written down."""
    return forms.CharField(label=label, help_text=both(zh, en), required=False, max_length=LONGEST)


def choice(
    label: "Words", choices: Callable[[], list[tuple[str, str]]], help_text: "Words | str" = ""
) -> forms.ChoiceField:
    """One of a few, shown all at once."""
    return forms.ChoiceField(
        label=label,
        choices=choices,
        required=False,
        widget=forms.RadioSelect,
        initial=UNKNOWN,
        help_text=help_text,
    )


def _unknown() -> str:
    return tr("不知道", "Not known")


def _hint(parameter: Parameter) -> tuple[str, str]:
    unit = unit_words(parameter.unit)
    example = _EXAMPLES.get(parameter.name, "")
    zh, en = _MORE.get(parameter.name, ("", ""))
    if parameter.unit == "layer":
        return f"{zh}例如 {example}", f"{en} For example {example}".strip()
    return (
        f"{zh}例如 {example}；只寫數字時以 {unit.zh} 計。",
        f"{en} For example {example}; a bare figure is taken as {unit.en}.".strip(),
    )
