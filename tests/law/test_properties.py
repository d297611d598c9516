"""Properties of quorum, majority, renewal and kinship that hold for all facts."""

from datetime import date

from hypothesis import assume, given
from hypothesis import strategies as st

from coretech.law import Outcome, Ruling
from coretech.law.kinship import describe, kinship
from coretech.law.meeting import quorum, resolution
from coretech.law.period import last_day
from coretech.law.recusal import required
from coretech.law.term import renewal
from coretech.law.terms import Category, Forum, Matter, Step, TermRole, Tie
from tests.law.given import BLOOD, PATHS

DAY = date(2025, 3, 3)
COUNTS = st.integers(0, 40)


@st.composite
def attendances(draw: st.DrawFn) -> quorum.Facts:
    in_office = draw(st.integers(1, 40))
    present = draw(st.integers(0, in_office))
    stand_ins = draw(st.integers(0, in_office - present))
    attending = present + stand_ins
    return quorum.Facts(
        members_in_office=in_office,
        present=present,
        stand_ins=stand_ins,
        recused_present=draw(st.integers(0, attending)),
        recused_absent=draw(st.integers(0, in_office - attending)),
    )


def number(ruling: Ruling, name: str) -> int:
    value = ruling.values[name]
    assert isinstance(value, int)
    return value


@given(in_office=st.integers(1, 60))
def test_one_member_fewer_than_needed_never_makes_a_quorum(in_office: int) -> None:
    needed = number(quorum.rule(quorum.Facts(members_in_office=in_office, present=0), DAY), "needed")
    fewer = quorum.Facts(members_in_office=in_office, present=needed - 1)
    enough = quorum.Facts(members_in_office=in_office, present=needed)
    assert quorum.rule(fewer, DAY).outcome is Outcome.NO
    assert quorum.rule(enough, DAY).outcome is Outcome.YES
    assert 2 * (needed - 1) < in_office <= 2 * needed


@given(facts=attendances())
def test_a_recused_member_never_raises_the_number_entitled(facts: quorum.Facts) -> None:
    without = quorum.Facts(
        members_in_office=facts.members_in_office, present=facts.present, stand_ins=facts.stand_ins
    )
    recused, free = quorum.rule(facts, DAY), quorum.rule(without, DAY)
    assert number(recused, "entitled_present") == number(free, "entitled_present") - facts.recused_present
    assert recused.outcome is free.outcome


@given(in_office=st.integers(0, 30).map(lambda half: 2 * half + 1), data=st.data())
def test_readings_agree_when_nobody_is_recused_and_the_number_is_odd(
    in_office: int, data: st.DataObject
) -> None:
    present = data.draw(st.integers(0, in_office))
    assert not quorum.rule(quorum.Facts(members_in_office=in_office, present=present), DAY).disputed


@given(facts=attendances())
def test_the_recused_only_ever_leave_a_quorum_short_when_taken_from_those_present(
    facts: quorum.Facts,
) -> None:
    outcomes = {reading.id: reading.outcome for reading in quorum.rule(facts, DAY).readings}
    if outcomes["recused-leave-present"] is Outcome.YES:
        assert outcomes["recused-leave-both"] is Outcome.YES
        assert outcomes["present-recused-leave-both"] is Outcome.YES


@given(entitled=COUNTS, votes_for=COUNTS, against=COUNTS)
def test_what_carries_by_the_entitled_carries_by_the_votes_cast(
    entitled: int, votes_for: int, against: int
) -> None:
    assume(votes_for + against <= entitled)
    facts = resolution.Facts(
        members_in_office=40, entitled_present=entitled, for_=votes_for, against=against, abstain=0
    )
    ruling = resolution.rule(facts, DAY)
    assert ruling.is_yes is (2 * votes_for > entitled)
    if ruling.is_yes:
        assert ruling.readings[0].outcome is Outcome.YES


@given(terms=COUNTS, gap=COUNTS, fill=st.integers(0, 24), category=st.sampled_from(Category))
def test_renewal_never_passes_the_cap_under_the_strictest_reading(
    terms: int, gap: int, fill: int, category: Category
) -> None:
    facts = renewal.Facts(
        role=TermRole.COUNCIL_MEMBER,
        category=category,
        consecutive_full_terms=terms,
        years_since_last_term=gap,
        vacancy_fill_months=fill,
    )
    ruling = renewal.rule(facts, DAY)
    outcomes = {ruling.outcome, *(reading.outcome for reading in ruling.readings)}
    if outcomes == {Outcome.YES}:
        assert gap > 0 or terms + bool(fill) < 2
        assert terms + bool(fill) < 2 or category <= Category.SECURITY_AND_JUSTICE


def back(path: list[Step]) -> list[Step]:
    """The same way walked from the other end."""
    turned = {Step.PARENT: Step.CHILD, Step.CHILD: Step.PARENT}
    return [turned.get(step, step) for step in reversed(path)]


@given(path=BLOOD | PATHS)
def test_kinship_is_the_same_from_both_ends(path: list[Step]) -> None:
    if kinship(path).tie is not Tie.NONE:
        assert kinship(path) == kinship(back(path))


@given(up=st.integers(0, 6), down=st.integers(0, 6), more=st.integers(0, 3))
def test_a_longer_blood_path_never_has_a_smaller_degree(up: int, down: int, more: int) -> None:
    short = kinship([Step.PARENT] * up + [Step.CHILD] * down)
    long = kinship([Step.PARENT] * (up + more) + [Step.CHILD] * down)
    assert short.degree == up + down
    assert long.degree is not None
    assert long.degree >= short.degree


@given(path=BLOOD)
def test_affinity_has_the_degree_of_the_blood_tie_it_rests_on(path: list[Step]) -> None:
    assume(path)
    degree = kinship(path).degree
    for by_marriage in ([Step.SPOUSE, *path], [*path, Step.SPOUSE], [Step.SPOUSE, *path, Step.SPOUSE]):
        assert (kinship(by_marriage).tie, kinship(by_marriage).degree) == (Tie.AFFINITY, degree)


@given(path=PATHS)
def test_a_divorce_or_an_unmarried_partner_makes_no_relatives(path: list[Step]) -> None:
    for stranger in (Step.FORMER_SPOUSE, Step.PARTNER):
        assert kinship([stranger, *path]).tie is Tie.NONE


@given(path=BLOOD)
def test_a_spouses_spouse_is_oneself(path: list[Step]) -> None:
    assert kinship([Step.SPOUSE, Step.SPOUSE, *path]) == kinship(path)


@given(path=PATHS)
def test_every_path_can_be_said_in_both_languages(path: list[Step]) -> None:
    words = describe(path)
    assert words.zh.count("的") == max(len(path) - 1, 0)
    assert words.en.count("'s ") == max(len(path) - 1, 0)


@given(path=PATHS, forum=st.sampled_from(Forum), matter=st.sampled_from(Matter), cohabiting=st.booleans())
def test_no_reading_asks_more_recusals_than_the_default(
    *, path: list[Step], forum: Forum, matter: Matter, cohabiting: bool
) -> None:
    facts = required.Facts(kinship=tuple(path), cohabiting=cohabiting, forum=forum, matter=matter)
    ruling = required.rule(facts, DAY)
    if ruling.outcome is Outcome.NO:
        assert all(reading.outcome is Outcome.NO for reading in ruling.readings)


@given(start=st.dates(date(1912, 1, 1), date(2900, 1, 1)), years=st.integers(1, 5))
def test_a_period_of_years_is_followed_by_the_same_day_of_the_year(start: date, years: int) -> None:
    after = date.fromordinal(last_day(start, years).toordinal() + 1)
    if (start.month, start.day) == (2, 29):
        assert (after.month, after.day) in {(2, 29), (3, 1)}
    else:
        assert (after.year - start.year, after.month, after.day) == (years, start.month, start.day)
