"""A body as a command tells it: on one line, and its board of a day."""

import datetime as dt
from collections.abc import Iterable

from coretech.apps.bodies.board import Place, board_on
from coretech.apps.bodies.coming import KINDS, Due, due_after
from coretech.apps.bodies.models import Body
from coretech.apps.meetings.yearly import annual_meeting_ruling
from coretech.cli.installation.told import Told, table
from coretech.kit.sentence import Sentence
from coretech.law.citation import all_cited
from coretech.law.ruling import Ruling

_VACANT = Sentence("（出缺）", "(vacant)")


def body_data(body: Body) -> dict[str, object]:
    """A body as programs read it."""
    return {"id": body.pk, "kind": body.kind, "agency": body.agency.code, "name": body.name.as_dict()}


def body_row(body: Body, language: str) -> tuple[str, str, str, str]:
    """The body on one line."""
    return str(body.pk), body.kind, body.agency.code, body.name.say(language)


def board_told(body: Body, on: dt.date) -> Told:
    """The board of a day with the law's word on it, and what falls due."""
    board, yearly = board_on(body, on), annual_meeting_ruling(body, on)
    rulings = [*board.rulings, *([] if yearly is None else [yearly])]
    due = due_after(body, on)
    data = {
        **body_data(body),
        "on": on.isoformat(),
        "seats": [_seat_data(place) for place in board.places],
        "rulings": [ruling.as_dict() for ruling in rulings],
        "due": [_due_data(each) for each in due],
    }

    def lines(language: str) -> Iterable[str]:
        yield f"{body.name.say(language)}  {on.isoformat()}"
        yield from (_ruling_line(ruling, language) for ruling in rulings)
        yield ""
        yield from table([_seat_row(place, language) for place in board.places])
        if due:
            yield ""
            yield from table([_due_row(each, language) for each in due])

    return Told(data, lines)


def _seat_data(place: Place) -> dict[str, object]:
    held = place.held
    return {
        "seat": place.seat.number,
        "category": place.seat.category,
        "group": place.seat.group,
        "convener": place.seat.convener,
        "agency": None if place.agency is None else place.agency.as_dict(),
        "appointment": None if held is None else held.pk,
        "person": None if held is None else held.person_id,
        "name": None if held is None else held.person.name.as_dict(),
        "start": None if held is None else held.start.isoformat(),
        "until": None if place.until is None else place.until.isoformat(),
        "term": place.term,
        "vacated": None if place.vacated is None else place.vacated.pk,
    }


def _seat_row(place: Place, language: str) -> tuple[str, ...]:
    """The seat: its number, the appointment's, who, whom they represent, from, until, which term."""
    agency = "" if place.agency is None else place.agency.say(language)
    if place.held is None:
        since = "" if place.since is None else place.since.isoformat()
        vacated = "" if place.vacated is None else f"#{place.vacated.pk}"
        return str(place.seat.number), vacated, _VACANT.say(language), agency, since, "", ""
    held = place.held
    who = held.person.name.say(language)
    until = "" if place.until is None else place.until.isoformat()
    return str(place.seat.number), f"#{held.pk}", who, agency, held.start.isoformat(), until, str(place.term)


def _ruling_line(ruling: Ruling, language: str) -> str:
    cited = all_cited(article.number for article in ruling.articles)
    told = Sentence(f"{ruling.reason.zh}（{cited.zh}）", f"{ruling.reason.en} ({cited.en})")
    return f"{'✓' if ruling.is_yes else '✗'} {told.say(language)}"


def _due_data(due: Due) -> dict[str, object]:
    return {
        "on": due.on.isoformat(),
        "what": due.kind.value,
        "seat": None if due.seat is None else due.seat.number,
        "appointment": None if due.held is None else due.held.pk,
    }


def _due_row(due: Due, language: str) -> tuple[str, str, str]:
    what = KINDS[due.kind].say(language)
    if due.seat is None or due.held is None:
        return due.on.isoformat(), what, "" if due.ruling is None else due.ruling.reason.say(language)
    return due.on.isoformat(), what, f"{due.seat.number} {due.held.person.name.say(language)}"
