"""From question to question: one page a technology, six at most, then where it goes and who asks.

Answers travel in the form itself, never in an address, where a log would keep them, and never in a session, which
would keep them on the server before anything is sent.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import QueryDict

from coretech.apps.audit.acting import Acting
from coretech.apps.people.queries import agencies_on
from coretech.apps.scope.asked import MOST_TECHNOLOGIES, AskedOf, authorities_of
from coretech.kit.sentence import Sentence
from coretech.web.scope.official.forms import AuthorityForm, SenderForm, TechnologyForm
from coretech.web.scope.official.words import listed_names
from coretech.web.shell.questions import ANSWERED, Answered, Question

_CONTROLS = frozenset({"csrfmiddlewaretoken", "once", "step", "change", "remove", ANSWERED})
_BROUGHT = ("name", "description", "figures", "item")
"""What the self-check may bring along for the first technology."""


@dataclass(frozen=True, slots=True)
class Page:
    """A question to draw: its name, its form, and the other answers as hidden fields."""

    name: str
    form: Question
    hidden: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Whole:
    """All questions answered: the technologies, the authority, who asks, and all that as the check page repeats it."""

    technologies: tuple[AskedOf, ...]
    authority: str
    sender: dict[str, str]
    rows: list[Answered]
    hidden: list[tuple[str, str]]
    last: Question

    @property
    def more(self) -> bool:
        """Whether another technology may be added."""
        return len(self.technologies) < MOST_TECHNOLOGIES


def walk(by: Acting, data: QueryDict) -> Page | Whole:
    """The first question that is open, wrong or to be changed; everything where none is."""
    done = [name for name in data.getlist(ANSWERED) if name != data.get("remove")]
    asked = _technologies(by, data, done)
    for form in asked:
        if page := _page(data, done, str(form.prefix), form):
            return page
    technologies = tuple(form.asked() for form in asked)
    which = _authority(by, data, done, technologies)
    if isinstance(which, AuthorityForm) and (page := _page(data, done, "authority", which)):
        return page
    sender = SenderForm(data if "sender" in done else None)
    if page := _page(data, done, "sender", sender):
        return page
    authority = which if isinstance(which, str) else str(which.cleaned_data["authority"])
    rows = [
        Answered(str(form.prefix), _numbered(place), form.answers(), removable=len(asked) > 1)
        for place, form in enumerate(asked, 1)
    ]
    rows += [Answered("authority", which.short, which.answers())] if isinstance(which, AuthorityForm) else []
    rows.append(Answered("sender", sender.short, sender.answers()))
    said = {field: str(value) for field, value in sender.cleaned_data.items()}
    return Whole(technologies, authority, said, rows, _along(data, done), sender)


def _technologies(by: Acting, data: QueryDict, done: list[str]) -> list[TechnologyForm]:
    """The technologies answered, in their order, and an empty one where one is to be added or none is there."""
    listed = listed_names(by.today)
    places = [place for place in range(1, MOST_TECHNOLOGIES + 1) if f"t{place}" in done]
    forms = [TechnologyForm(data, place=place, listed=listed) for place in places]
    if not places:
        brought = {field: str(data[field]) for field in _BROUGHT if field in data}
        return [TechnologyForm(None, place=1, listed=listed, initial=brought)]
    free = [place for place in range(1, MOST_TECHNOLOGIES + 1) if place not in places]
    if data.get("step") == "add" and free:
        forms.append(TechnologyForm(None, place=free[0], listed=listed))
    return forms


def _authority(
    by: Acting, data: QueryDict, done: list[str], technologies: tuple[AskedOf, ...]
) -> AuthorityForm | str:
    """The one authority the items name; a question where they name none, or several."""
    numbers = [number for each in technologies for number in each.items]
    named = authorities_of(numbers, by.today)
    if len(named) == 1:
        return named[0].code
    offered = named or agencies_on(by.today)
    agencies = [(agency, agency.name_on(by.today)) for agency in offered]
    return AuthorityForm(data if "authority" in done else None, agencies=agencies)


def _page(data: QueryDict, done: list[str], name: str, form: Question) -> Page | None:
    if form.is_valid() and data.get("change") != name:
        return None
    return Page(name, form, list(_along(data, done, name, form)))


def _along(
    data: QueryDict, done: list[str], asked: str = "", form: Question | None = None
) -> list[tuple[str, str]]:
    """The answers that go along hidden: all but those of the question being asked."""
    return [*_answers(data, done, form), *((ANSWERED, name) for name in dict.fromkeys(done) if name != asked)]


def _answers(data: QueryDict, done: list[str], form: Question | None) -> Iterator[tuple[str, str]]:
    own = set() if form is None else {form.add_prefix(field) for field in form.fields}
    for field, value in data.items():
        place = field.partition("-")[0] if "-" in field else ""
        gone = field in _BROUGHT or (bool(place) and place not in done)
        if field not in _CONTROLS | own and not gone:
            yield field, str(value)


def _numbered(place: int) -> Sentence:
    return Sentence(f"第{place}項技術", f"Technology {place}")
