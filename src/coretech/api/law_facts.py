"""What the law's operations are given, and its complaints as refusals."""

from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from typing import Annotated

from ninja import Body, Query
from pydantic import JsonValue

from coretech.api.schemas import Day
from coretech.kit.refusal import Refused
from coretech.law import BadFacts

LONGEST_NAME = 200

AsOf = Annotated[Day | None, Query(None, description="The day whose law applies; today by default.")]
Facts = Annotated[dict[str, JsonValue], Body(description="The facts, as the question lists them.")]


@contextmanager
def as_refused(status: HTTPStatus = HTTPStatus.UNPROCESSABLE_ENTITY) -> Iterator[None]:
    """Turn a complaint of the law into a refusal that names the field.

    Raises:
        Refused: with ``status``, in place of bad facts.
    """
    try:
        yield
    except BadFacts as bad:
        raise Refused(bad.sentence, status=status, field=bad.field[:LONGEST_NAME]) from bad
