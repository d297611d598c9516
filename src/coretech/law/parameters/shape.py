"""What a parameter file must look like; anything else is refused with the place and the remedy."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from fractions import Fraction

from coretech.kit.sentence import Sentence
from coretech.law.parameters.figures import Value

Since = tuple[tuple[date, Value], ...]


class ParameterError(ValueError):
    """A parameter file that cannot be used, with the place of the fault."""

    def __init__(self, place: str, sentence: Sentence) -> None:
        """Keep the place (a file or a parameter) apart from what is wrong with it."""
        super().__init__(f"{place}: {sentence.en}")
        self.place = place
        self.sentence = sentence


def checked(name: str, table: object) -> Mapping[str, object]:
    """A parameter's table with its parts checked: article, zh, en, and ``since``, pairs of day and value.

    Raises:
        ParameterError: when a part is missing or of the wrong kind.
    """
    if not isinstance(table, dict):
        raise ParameterError(name, Sentence("應為一個表", "should be a table"))
    for key in ("article", "zh", "en"):
        if not isinstance(table.get(key), str):
            raise ParameterError(name, Sentence(f"缺少文字欄位 {key}", f"lacks the text {key}"))
    values = table.get("values")
    if not isinstance(values, list) or not values:
        raise ParameterError(name, Sentence("缺少 [[values]]", "lacks [[values]]"))
    since = tuple(sorted((_dated(name, each) for each in values), key=lambda pair: pair[0]))
    if len({day for day, _ in since}) < len(since):
        raise ParameterError(name, Sentence("同一日有兩個值", "has two values from the same day"))
    return {**table, "since": since}


def _dated(name: str, entry: object) -> tuple[date, Value]:
    if not isinstance(entry, dict) or "value" not in entry:
        raise ParameterError(name, Sentence("每個值都要有 value", "needs a value in every entry"))
    day = entry.get("from", date.min)
    if not isinstance(day, date) or isinstance(day, datetime):
        raise ParameterError(name, Sentence("from 應為日期", "needs a date as from"))
    return day, _value(name, entry["value"])


def _value(name: str, value: object) -> Value:
    if isinstance(value, list):
        numbers = [each for each in value if type(each) is int]
        words = [each for each in value if isinstance(each, str)]
        if len(numbers) == len(value):
            return numbers
        if len(words) == len(value):
            return words
    if (type(value) is int and value >= 0) or isinstance(value, str):
        return value
    raise ParameterError(
        name,
        Sentence("值應為零或正整數、文字或其列表", "needs a whole number from 0, a word or a list of them"),
    )


def same_kind(name: str, model: Value | None, since: Since) -> None:
    """Refuse an amended parameter the law does not know, or whose values are of another kind.

    Raises:
        ParameterError: naming the parameter.
    """
    if model is None:
        raise ParameterError(name, Sentence("沒有這個參數", "is no parameter of the law"))
    if not all(_alike(model, value) for _, value in since):
        raise ParameterError(
            name, Sentence(f"值的型別應與 {model!r} 相同", f"needs values of the same kind as {model!r}")
        )


def _alike(model: Value, value: Value) -> bool:
    if isinstance(model, list) and isinstance(value, list):
        return _all_alike(model, value)
    if isinstance(model, str) and isinstance(value, str):
        return _is_share(model) == _is_share(value)
    return type(model) is type(value)


def _all_alike(model: Sequence[object], value: Sequence[object]) -> bool:
    return {type(each) for each in value} <= {type(each) for each in model}


def _is_share(word: str) -> bool:
    try:
        return 0 < Fraction(word) <= 1
    except (ValueError, ZeroDivisionError):
        return False
