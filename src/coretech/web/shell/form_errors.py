"""What a form says about bad input: what, where, and what to do, in both languages."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.forms import BaseForm, BooleanField, BoundField, ChoiceField, Field, FileField

from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.web.shell.words import say

BY_CODE = {
    "required": Sentence("請填寫「{label}」。", "Fill in “{label}”."),
    "missing_choice": Sentence("請選擇「{label}」。", "Choose “{label}”."),
    "missing_tick": Sentence("請勾選「{label}」。", "Tick “{label}”."),
    "missing_file": Sentence("請選擇「{label}」的檔案。", "Choose the file for “{label}”."),
    "invalid_choice": Sentence(
        "「{label}」請由列出的選項中選擇。", "Choose “{label}” from the options listed."
    ),
    "not_a_day": Sentence(
        "「{label}」不是日期，請寫成114.11.24或2025-11-24。",
        "“{label}” is not a date. Write it as 2025-11-24, or 114.11.24 in the ROC calendar.",
    ),
    "no_such_day": Sentence(
        "「{label}」填的{text}在曆法上沒有這一天，請更正。",
        "There is no such day as {text}. Correct “{label}”.",
    ),
    "max_length": Sentence(
        "「{label}」最多{limit_value}個字，目前有{show_value}個字，請縮短。",
        "“{label}” may have {limit_value} characters at most and has {show_value}. Shorten it.",
    ),
    "min_length": Sentence(
        "「{label}」至少{limit_value}個字，目前有{show_value}個字，請補充。",
        "“{label}” needs at least {limit_value} characters and has {show_value}. Add more.",
    ),
    "password_too_short": Sentence(
        "密碼過短，至少要{min_length}個字元。",
        "The password is too short. Use at least {min_length} characters.",
    ),
    "password_too_common": Sentence(
        "這個密碼太常見，請另選一個。", "This password is too common. Choose another."
    ),
    "password_entirely_numeric": Sentence("密碼不能只有數字。", "The password may not be digits only."),
    "password_too_similar": Sentence(
        "密碼與帳號資料太相似，請另選一個。",
        "The password is too close to the account's own data. Choose another.",
    ),
}


@dataclass(frozen=True, slots=True)
class FormError:
    """One thing to correct, and the field it is about, in the names the error summary uses."""

    text: str
    href: str | None


def errors_of(form: BaseForm) -> list[FormError]:
    """Everything to correct, the form's own first, then field by field as drawn."""
    data = form.errors.as_data()
    whole = [FormError(_words(error, ""), None) for error in data.get(NON_FIELD_ERRORS, [])]
    return whole + [
        FormError(text, f"#{bound.auto_id}")
        for bound in form
        if bound.name in data
        for text in field_errors(bound)
    ]


def field_errors(bound: BoundField) -> Iterator[str]:
    """What is wrong with one field."""
    for error in bound.form.errors.as_data().get(bound.name, []):
        yield _words(error, str(bound.label), missing=_missing(bound.field))


def add_refusal(form: BaseForm, refusal: Refused) -> None:
    """Show a refusal of an operation at its field, or over the whole form where it names none of the form's."""
    field = refusal.field if refusal.field in form.fields else None
    form.add_error(field, say(refusal.sentence))


def _missing(field: Field) -> str:
    """Which words ask for this kind of field to be filled in."""
    if isinstance(field, BooleanField):
        return "missing_tick"
    if isinstance(field, FileField):
        return "missing_file"
    return "missing_choice" if isinstance(field, ChoiceField) else "required"


def _words(error: ValidationError, label: str, *, missing: str = "required") -> str:
    template = BY_CODE.get(missing if error.code == "required" else error.code or "")
    if template is None:
        return str(error.messages[0])
    return say(template).format(label=label, **(error.params or {}))
