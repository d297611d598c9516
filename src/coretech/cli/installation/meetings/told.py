"""A meeting as a command tells it: its agenda for whoever may read it, its seats for whoever keeps the sheet."""

from collections.abc import Iterable

from coretech.apps.audit.acting import Acting
from coretech.apps.bodies.powers import who_may_on
from coretech.apps.meetings.models import Item, Meeting
from coretech.apps.meetings.queries import agenda_of
from coretech.apps.meetings.sheet import Place, counts_of, sheet_of
from coretech.cli.installation.told import Told, table
from coretech.kit.sentence import Sentence
from coretech.law.access import Action


def meeting_data(meeting: Meeting) -> dict[str, object]:
    """The notice and where the meeting stands."""
    return {
        "id": meeting.pk,
        "year": meeting.year,
        "session": meeting.session,
        "kind": meeting.kind,
        "held_on": meeting.held_on.isoformat(),
        "place": meeting.place,
        "state": meeting.state,
    }


def meeting_row(meeting: Meeting, language: str) -> tuple[str, ...]:
    """The meeting on one line."""
    session = Sentence(f"{meeting.year}年第{meeting.session}次", f"{meeting.year}, no. {meeting.session}")
    state = _word(Meeting.State(meeting.state).label, language)
    return str(meeting.pk), session.say(language), meeting.held_on.isoformat(), state, meeting.place


def meeting_told(by: Acting, meeting: Meeting) -> Told:
    """The meeting with its agenda and counts, and the seats for whoever records attendance."""
    items = list(agenda_of(meeting))
    counts = counts_of(meeting)
    keeps = who_may_on(by, meeting.body, Action.RECORD_ATTENDANCE).is_yes
    places = sheet_of(meeting) if keeps else []
    data = {
        **meeting_data(meeting),
        "attendance": counts,
        "items": [_item_data(item) for item in items],
        "seats": [_place_data(place) for place in places],
    }

    def lines(language: str) -> Iterable[str]:
        yield "  ".join(meeting_row(meeting, language))
        yield "  ".join(f"{status} {count}" for status, count in counts.items())
        yield from ["", *table([_item_row(item, language) for item in items])] if items else []
        yield from ["", *table([_place_row(place, language) for place in places])] if places else []

    return Told(data, lines)


def _item_data(item: Item) -> dict[str, object]:
    return {
        "id": item.pk,
        "order": item.order,
        "case": None if item.case is None else item.case.reference,
        "name": item.title.as_dict(),
        "state": item.state,
        "outcome": item.outcome or None,
        "quorum": item.quorum,
        "resolution": item.resolution,
    }


def _item_row(item: Item, language: str) -> tuple[str, ...]:
    state = Item.Outcome(item.outcome).label if item.outcome else Item.State(item.state).label
    return str(item.pk), str(item.case or "—"), _word(state, language), item.title.say(language)


def _place_data(place: Place) -> dict[str, object]:
    return {
        "seat": place.seat.seat.number,
        "name": place.seat.person.name.as_dict(),
        "status": None if place.mark is None else place.mark.status,
        "admitted": place.admission.outcome.value,
        "stand_ins": [{"person": person.pk, "name": person.name.as_dict()} for person in place.stand_ins],
    }


def _place_row(place: Place, language: str) -> tuple[str, ...]:
    status = "－" if place.mark is None else place.mark.status
    why = "" if place.admission.is_yes else place.admission.reason.say(language)
    return str(place.seat.seat.number), place.seat.person.name.say(language), status, why


def _word(label: object, language: str) -> str:
    """One language of a choice's label, which is written ``中文 / English``."""
    zh, _, en = str(label).partition(" / ")
    return en if language == "en" else zh
