"""What is wrong with an input that does not fit its schema, field by field, in both languages."""

from collections.abc import Callable, Mapping

from ninja.errors import ValidationError

from coretech.api.problems import FieldProblem
from coretech.api.schemas import FIRST_DAY, LAST_DAY, Words
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence

Details = Mapping[str, object]

_TYPES = {
    "string_too_short": Sentence("不得空白", "cannot be empty"),
    "string_type": Sentence("應為文字", "should be text"),
    "string_unicode": Sentence("應為文字", "should be text"),
    "int_type": Sentence("應為整數", "should be a whole number"),
    "int_parsing": Sentence("應為整數", "should be a whole number"),
    "int_from_float": Sentence("應為整數", "should be a whole number"),
    "int_parsing_size": Sentence("數字過大", "is too large a number"),
    "bool_type": Sentence("應為 true 或 false", "should be true or false"),
    "list_type": Sentence("應為列表", "should be a list"),
    "dict_type": Sentence("應為物件", "should be an object"),
    "model_type": Sentence("應為物件", "should be an object"),
    "model_attributes_type": Sentence("應為物件", "should be an object"),
    "missing": Sentence("未填寫，請補上", "is missing; give it"),
    "extra_forbidden": Sentence("沒有這個欄位，請刪去", "is not known here; leave it out"),
    "string_pattern_mismatch": Sentence("含有不接受的字元，或格式不符", "has another form than is asked for"),
    "no_such_day": Sentence("曆法上沒有這一天", "is no day of the calendar"),
    "day_form": Sentence("應為日期，例如 2025-11-24", "should be a date such as 2025-11-24"),
    "far_day": Sentence(
        f"年份應在{FIRST_DAY.year}至{LAST_DAY.year}之間",
        f"should be a day between {FIRST_DAY.year} and {LAST_DAY.year}",
    ),
}

_FIGURES: dict[str, Callable[[Details], Sentence]] = {
    "greater_than_equal": lambda at: Sentence(f"不得小於{at['ge']}", f"cannot be less than {at['ge']}"),
    "less_than_equal": lambda at: Sentence(f"不得大於{at['le']}", f"cannot be more than {at['le']}"),
    "string_too_long": lambda at: Sentence(
        f"請在{at['max_length']}字以內", f"can be {at['max_length']} characters at most"
    ),
    "too_short": lambda at: Sentence(
        f"至少須有{at['min_length']}項", f"needs {at['min_length']} entries at least"
    ),
    "too_long": lambda at: Sentence(
        f"至多{at['max_length']}項", f"can have {at['max_length']} entries at most"
    ),
    "literal_error": lambda at: Sentence(
        f"應為下列之一：{_plain(at['expected'])}", f"should be one of: {_plain(at['expected'])}"
    ),
}

_OTHERWISE = Sentence("內容不正確", "is not right")


def told(error: ValidationError) -> tuple[Refused, list[FieldProblem]]:
    """The refusal that names the first field, and every field with what is wrong with it."""
    found = [(_field(each["loc"]), _sentence(each)) for each in error.errors]
    field, sentence = found[0]
    first = Sentence(f"「{field}」{sentence.zh}。", f"“{field}” {sentence.en}.")
    problems = [FieldProblem(field=name, sentence=Words.of(what)) for name, what in found]
    return Refused(first, status=422, field=field), problems


def _field(location: tuple[str | int, ...]) -> str:
    """The field as the client wrote it: without where it stood, and without our name for the whole body."""
    source, *inside = location
    if source == "body":
        inside = inside[1:]
    return ".".join(str(part) for part in inside)[:200] or str(source)


def _sentence(error: Details) -> Sentence:
    kind = str(error["type"])
    details = error.get("ctx")
    if kind in _FIGURES and isinstance(details, dict):
        return _FIGURES[kind](details)
    return _TYPES.get(kind, _OTHERWISE)


def _plain(expected: object) -> str:
    return str(expected).replace("'", "").replace(" or ", ", ")
