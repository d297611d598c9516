"""From question to question: which page comes next, and what goes along with it.

Answers travel in the form itself, never in an address, where a log would keep them, and never in a session, which
would keep them on the server before anything is sent.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.http import QueryDict

from coretech.apps.audit.acting import Acting
from coretech.apps.people.models import Agency
from coretech.apps.people.queries import agencies_on
from coretech.apps.register.queries import in_force
from coretech.kit.sentence import Sentence
from coretech.web.requests.forms import (
    AuthorityForm,
    ItemForm,
    KindForm,
    SenderForm,
    TextForm,
    WishForm,
)
from coretech.web.requests.words import IDENTIFY
from coretech.web.shell.questions import ANSWERED, Answered, Question, Sent

QUESTION = "question"
"""The hidden field that names the scope question a request follows from."""
_NUMBER = re.compile(r"\d{2,3}-Q-\d{4,6}", re.ASCII)
_CONTROLS = frozenset({"csrfmiddlewaretoken", "once", "step", "change", ANSWERED})


@dataclass(frozen=True, slots=True)
class Page:
    """A question to draw: its name, its form, which one it is, and the other answers as hidden fields."""

    name: str
    form: Question
    place: int
    hidden: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Whole:
    """All questions answered: what was said, by field, and as the check page repeats it."""

    said: dict[str, str]
    rows: list[Answered]
    hidden: list[tuple[str, str]]
    last: Question


def question_in(data: QueryDict) -> str:
    """The number of the scope question that somebody comes from; empty where what is given is none."""
    given = data.get(QUESTION, "")
    return given if _NUMBER.fullmatch(given) else ""


def walk(by: Acting, data: QueryDict) -> Page | Whole:
    """The first question that is open, wrong or to be changed; everything where none is."""
    done = data.getlist(ANSWERED)
    said: dict[str, str] = {}
    rows: list[Answered] = []
    form: Question = KindForm(None)
    for place, (name, make) in enumerate(_questions(by, data), 1):
        form = make(data if name in done else None)
        if not form.is_valid() or data.get("change") == name:
            return Page(name, form, place, _along(data, name, form))
        said |= {field: str(value) for field, value in form.cleaned_data.items()}
        rows.append(Answered(name, form.short, form.answers()))
    return Whole(said, rows, _along(data), form)


def _questions(by: Acting, data: QueryDict) -> Sequence[tuple[str, Callable[[Sent], Question]]]:
    """The questions in their order; which agency is asked only where no item names it."""
    which: tuple[str, Callable[[Sent], Question]] = (
        ("authority", lambda sent: AuthorityForm(sent, agencies=_agencies(by)))
        if data.get("wish") == IDENTIFY
        else ("item", lambda sent: ItemForm(sent, listed=in_force(by.today)))
    )
    return (
        ("kind", KindForm),
        ("wish", WishForm),
        which,
        ("text", lambda sent: TextForm(sent, question=question_in(data))),
        ("sender", SenderForm),
    )


def _agencies(by: Acting) -> list[tuple[Agency, Sentence]]:
    return [(agency, agency.name_on(by.today)) for agency in agencies_on(by.today)]


def _along(data: QueryDict, asked: str = "", form: Question | None = None) -> list[tuple[str, str]]:
    """The answers that go along hidden: all but those of the question being asked."""
    own = _CONTROLS | (set() if form is None else form.fields.keys())
    answers = [(field, value) for field, value in data.items() if field not in own]
    done = [name for name in dict.fromkeys(data.getlist(ANSWERED)) if name != asked]
    return [*((field, str(value)) for field, value in answers), *((ANSWERED, name) for name in done)]
