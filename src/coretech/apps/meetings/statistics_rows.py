"""A body's statistics as rows of a CSV: one figure a line, so that any program reads it."""

from collections.abc import Iterator, Mapping

from coretech.apps.meetings.models import Attendance, Declaration
from coretech.apps.meetings.statistics import Statistics
from coretech.kit.sentence import Sentence

GROUNDS: Mapping[str, Sentence] = {
    Declaration.Ground.SELF: Sentence("本人", "Oneself"),
    Declaration.Ground.SPOUSE: Sentence("配偶", "Spouse"),
    Declaration.Ground.RELATIVE: Sentence("二親等以內親屬", "Relative within the second degree"),
    Declaration.Ground.HOUSEHOLD: Sentence("共同生活家屬", "Household"),
    Declaration.Ground.UNASKED: Sentence("自請迴避", "Stepped aside unasked"),
}
HEADINGS = ("measure", "seat", "name", "class", "method", "value")

Row = tuple[str | int | float, ...]


def rows_of(found: Statistics) -> Iterator[Row]:
    """The headings, then the figures of the body, of each seat, of recusals by class and of decisions."""
    yield HEADINGS
    yield "from", "", "", "", "", found.first.isoformat()
    yield "to", "", "", "", "", found.last.isoformat()
    yield "meetings", "", "", "held", "", found.held
    yield "meetings", "", "", "cancelled", "", found.cancelled
    yield "average_attendance", "", "", "", "", "" if found.average is None else round(found.average, 2)
    yield "minutes_in_session", "", "", "", "", int(found.in_session.total_seconds()) // 60
    yield "disputed_items", "", "", "", "", found.disputed
    for row in found.seats:
        for way in Attendance.Status.values:
            yield "attendance", row.seat, row.appointment.person.name_zh, way, "", row.counts.get(way, 0)
    for ground in GROUNDS:
        yield "recusals", "", "", ground, "", found.recusals.get(ground, 0)
    for (outcome, method), count in sorted(found.decisions.items()):
        yield "decisions", "", "", outcome, method, count
