"""How long a term in a seat may be: by articles 3(3) and 4(3), or by what a panel's agency has set (art. 8(3))."""

import calendar
import datetime as dt

from coretech.apps.bodies.models import Body, PanelRules, Seat
from coretech.kit.refusal import bad_input
from coretech.kit.roc import said
from coretech.law.facts import BadFacts
from coretech.law.ruling import Ruling
from coretech.law.term import end as term_end
from coretech.law.term import length as term_length
from coretech.law.terms import Category, TermRole

_ROLES: dict[str, TermRole] = {
    Body.Kind.COUNCIL: TermRole.COUNCIL_MEMBER,
    Body.Kind.ADVISERS: TermRole.ADVISER,
}
_MONTHS = 12
_PANEL_MONTHS = 24


def role_in(seat: Seat) -> TermRole | None:
    """The office whose term the regulation sets; None on a panel and in the Office."""
    return _ROLES.get(seat.body.kind)


def category_of(seat: Seat) -> Category | None:
    """The category of article 3(1), where the seat has one."""
    return None if seat.category is None else Category(seat.category)


def usual_end(seat: Seat, start: dt.date) -> dt.date | None:
    """The last day of a full term that begins on a day; None where nothing sets the length.

    Raises:
        Refused: (HTTP 422) where the calendar does not reach that far.
    """
    role = role_in(seat)
    try:
        if role is not None:
            facts = term_end.Facts(role=role, start=start, category=category_of(seat))
            return dt.date.fromisoformat(str(term_end.rule(facts, start).values["end"]))
        if seat.body.kind == Body.Kind.PANEL:
            return _months_on(start, panel_months(seat.body, start))
    except (BadFacts, ValueError, OverflowError):
        raise bad_input(
            "start", "任期超出曆法所及的年份。", "The term runs past the last year of the calendar."
        ) from None
    return None


def panel_months(body: Body, day: dt.date) -> int:
    """The length of a term on a panel, as its agency has set it by a day; two years where it has set nothing."""
    rules = PanelRules.objects.filter(body=body, valid_from__lte=day).order_by("-valid_from", "-pk").first()
    return _PANEL_MONTHS if rules is None else rules.term_months


def length_ruling(seat: Seat, start: dt.date, end: dt.date) -> Ruling | None:
    """Whether a recorded term is as long as the law allows; None where the regulation sets no term."""
    role = role_in(seat)
    if role is None:
        return None
    facts = term_length.Facts(role=role, start=start, end=end, category=category_of(seat))
    return term_length.rule(facts, start)


def require_end(seat: Seat, start: dt.date, end: dt.date | None) -> dt.date:
    """The last day of a term: as given, or a full one.

    Raises:
        Refused: (HTTP 422) for an end before the start, none where nothing sets it, or past a panel's own term.
    """
    usual = usual_end(seat, start)
    end = end or usual
    if end is None:
        raise bad_input(
            "end",
            "認定辦法未定辦公室的任期，請填寫任期末日。",
            "The regulation sets no term for the Office; give the last day.",
        )
    if end < start:
        raise bad_input("end", "任期末日早於首日，請更正。", "The last day is before the first; correct it.")
    if seat.body.kind == Body.Kind.PANEL and usual is not None and end > usual:
        last = said(usual)
        raise bad_input(
            "end",
            f"機關所定的審查會任期至{last.zh}屆滿（第8條第3項），請改為該日以前。",
            f"By the agency's own rules the term ends on {last.en} (art. 8(3)); choose that day or one before.",
        )
    return end


def _months_on(start: dt.date, months: int) -> dt.date:
    """The last day of a period of months, as Civil Code article 121 counts them."""
    year, month = divmod(start.month - 1 + months, _MONTHS)
    year, month = start.year + year, month + 1
    in_month = calendar.monthrange(year, month)[1]
    if start.day > in_month:
        return dt.date(year, month, in_month)
    return dt.date(year, month, start.day) - dt.timedelta(days=1)
