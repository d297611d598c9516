"""What requests and answers are made of: strict input, and words in both languages."""

import datetime as dt
import re
from typing import Annotated, Generic, Self, TypeVar

from django.db.models import Model, QuerySet
from ninja import Field, Schema
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Strict,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from coretech.kit.clock import TAIPEI
from coretech.kit.sentence import Sentence

T = TypeVar("T")
M = TypeVar("M", bound=Model)

LARGEST_ID = 2**63 - 1
LARGEST_COUNT = 2**31 - 1
FIRST_DAY, LAST_DAY = dt.date(1900, 1, 1), dt.date(2999, 12, 31)
NO_NUL = r"^[^\x00]*$"
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
DIGITS = re.compile(r"[0-9]{1,19}", re.ASCII)


class Given(Schema):
    """Input: a field that is not known is refused, and nothing is converted from one type to another."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Shown(BaseModel):
    """Output: exactly the fields told in the schema."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Words(Shown):
    """The same words in Traditional Chinese and in English."""

    zh: str
    en: str

    @classmethod
    def of(cls, sentence: Sentence) -> Self:
        """From a sentence."""
        return cls(zh=sentence.zh, en=sentence.en)


class Named(Words):
    """Something with a code that stays and a name in both languages."""

    code: str

    @classmethod
    def under(cls, code: str, name: Sentence) -> Self:
        """A code with its name."""
        return cls(code=code, zh=name.zh, en=name.en)


def _day(value: object) -> dt.date:
    """A day as ISO 8601 writes it, in the years this system can be about."""
    if isinstance(value, str) and ISO_DAY.fullmatch(value):
        try:
            day = dt.date.fromisoformat(value)
        except ValueError:
            raise PydanticCustomError("no_such_day", "no such day in the calendar") from None
        if FIRST_DAY <= day <= LAST_DAY:
            return day
        raise PydanticCustomError("far_day", "the year is out of range")
    raise PydanticCustomError("day_form", "not a day")


def _number(value: object) -> object:
    """Digits of an address or a query, without the signs, points and spaces Python would also take."""
    if isinstance(value, str) and not DIGITS.fullmatch(value):
        raise PydanticCustomError("int_type", "not a whole number")
    return value


Moment = Annotated[dt.datetime, AfterValidator(lambda moment: moment.astimezone(TAIPEI))]
Day = Annotated[
    dt.date,
    BeforeValidator(_day),
    WithJsonSchema({"type": "string", "format": "date", "pattern": "^(19|2[0-9])[0-9]{2}-"}),
]
AddressNumber = Annotated[int, Field(ge=1, le=LARGEST_ID), BeforeValidator(_number)]
Id = Annotated[int, Strict(), Field(ge=1, le=LARGEST_ID)]
Count = Annotated[int, Strict(), Field(ge=0, le=LARGEST_COUNT)]
Flag = Annotated[bool, Strict()]
Line = Annotated[str, StringConstraints(strict=True, max_length=200, pattern=NO_NUL)]
Paragraphs = Annotated[str, StringConstraints(strict=True, max_length=20_000, pattern=NO_NUL)]
Code = Annotated[str, StringConstraints(strict=True, max_length=24, pattern=r"^[a-z0-9_-]*$")]
Reference = Annotated[str, StringConstraints(strict=True, max_length=24, pattern=r"^[0-9]{4}-[0-9]{4,}$")]
DocumentNumber = Annotated[str, StringConstraints(strict=True, max_length=80, pattern=NO_NUL)]
References = Annotated[list[Reference], Field(min_length=1, max_length=100)]


class Paging(Given):
    """Which part of a long list is wanted."""

    limit: Annotated[int, Field(ge=1, le=200, description="How many, at most."), BeforeValidator(_number)] = (
        50
    )
    offset: Annotated[
        int, Field(ge=0, le=LARGEST_COUNT, description="How many to pass over."), BeforeValidator(_number)
    ] = 0


class Page(Shown, Generic[T]):
    """A part of a list, and how long the whole list is."""

    total: int
    items: list[T]


def cut(rows: QuerySet[M], paging: Paging) -> tuple[int, list[M]]:
    """How many rows there are, and those of the part that was asked for."""
    return rows.count(), list(rows[paging.offset : paging.offset + paging.limit])
