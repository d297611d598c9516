"""Who may do what: the powers of each role, the agency a power is bound to, and what opens confidential content."""

from datetime import date

import pytest

from coretech.law import Outcome, Ruling
from coretech.law.access import Action, Matter, Role, Secrecy, Standing, role_name, who_may
from tests.powers import BOUND, POWERS

DAY = date(2025, 3, 3)
MINE = frozenset({"moea"})


def asked(action: Action, role: Role, matter: Matter | None = None, *, signed: bool = False) -> Ruling:
    standing = Standing(
        roles=frozenset({role}),
        agencies=MINE,
        panels=MINE,
        controls=MINE,
        heads=MINE,
        agreement_signed=signed,
    )
    return who_may(action, standing, matter or Matter(agencies=MINE), DAY)


def secret(*, named: bool = True, declared: bool = True, recused: bool = False) -> Matter:
    return Matter(
        agencies=MINE, secrecy=Secrecy.CONFIDENTIAL, named=named, declared=declared, recused=recused
    )


@pytest.mark.parametrize("role", Role)
def test_a_role_holds_its_powers_and_no_others(role: Role) -> None:
    held = {action.value for action in Action if asked(action, role).outcome is Outcome.YES}
    assert held == POWERS[role]


def test_an_officers_power_over_a_case_reaches_only_the_own_agency() -> None:
    elsewhere = Matter(agencies=frozenset({"nstc"}))
    refused = {
        action.value
        for action in Action
        if action.value in POWERS[Role.AGENCY_OFFICER]
        and asked(action, Role.AGENCY_OFFICER, elsewhere).outcome is Outcome.NO
    }
    assert refused == BOUND


def test_a_power_bound_to_an_agency_is_refused_elsewhere_with_the_reason() -> None:
    found = asked(Action.SUBMIT, Role.AGENCY_OFFICER, Matter(agencies=frozenset({"nstc"})))
    assert found.outcome is Outcome.NO
    assert found.reason.zh == "這一步由提報或主管該項技術的機關辦理。"
    assert found.reason.en == "This step belongs to the agency whose matter it is."


def test_the_office_serves_every_agency() -> None:
    elsewhere = Matter(agencies=frozenset({"nstc"}))
    assert asked(Action.SUBMIT, Role.OFFICE, elsewhere).outcome is Outcome.YES
    assert asked(Action.SUBMIT, Role.OFFICE, Matter()).outcome is Outcome.YES


def test_a_seat_on_an_agencys_panel_gives_no_officers_power() -> None:
    standing = Standing(roles=frozenset({Role.AGENCY_OFFICER}), panels=MINE)
    assert who_may(Action.SUBMIT, standing, Matter(agencies=MINE), DAY).outcome is Outcome.NO


def test_whoever_holds_no_role_for_it_is_told_who_does() -> None:
    found = asked(Action.CALL_MEETING, Role.PUBLIC)
    assert (found.question, found.outcome, found.as_of) == ("access.meeting.call", Outcome.NO, DAY)
    assert [article.number for article in found.articles] == ["5.1"]
    assert found.reason.zh == "這一步由關鍵技術辦公室、召集人辦理。"
    assert found.reason.en == "This step belongs to the Office, the convener."


def test_whoever_may_is_told_so_under_every_article_of_the_power() -> None:
    found = asked(Action.OPEN_VOTE, Role.CONVENER)
    assert [article.number for article in found.articles] == ["5.1", "5.3"]
    assert (found.reason.zh, found.reason.en) == ("依其職務得辦理。", "The role held allows it.")


def test_confidential_content_opens_to_whoever_signed_is_named_declared_and_is_not_recused() -> None:
    opened = asked(Action.READ_DOSSIER, Role.COUNCIL_MEMBER, secret(), signed=True)
    assert (opened.outcome, opened.cited) == (Outcome.YES, "11")


@pytest.mark.parametrize(
    ("matter", "signed", "cited", "zh", "en"),
    [
        (
            secret(named=False, declared=False, recused=True),
            False,
            "11, 11",
            "簽署保密協議後始得閱覽。",
            "It opens once the non-disclosure agreement is signed.",
        ),
        (
            secret(named=False, declared=False, recused=True),
            True,
            "11, 11",
            "僅限本案指名之人員閱覽。",
            "It opens only to people named to this matter.",
        ),
        (
            secret(declared=False, recused=True),
            True,
            "11, 12",
            "應迴避本案者不得閱覽。",
            "It is closed to whoever is recused from the matter.",
        ),
        (
            secret(declared=False),
            True,
            "11, 12",
            "申報有無利益關係後始得閱覽。",
            "It opens once you have declared whether you have an interest.",
        ),
    ],
)
def test_confidential_content_stays_closed_until_each_step_is_done(
    *, matter: Matter, signed: bool, cited: str, zh: str, en: str
) -> None:
    found = asked(Action.READ_DOSSIER, Role.COUNCIL_MEMBER, matter, signed=signed)
    assert (found.outcome, found.cited) == (Outcome.NO, cited)
    assert (found.reason.zh, found.reason.en) == (zh, en)


def test_every_role_has_a_name_in_both_languages() -> None:
    names = [role_name(role) for role in Role]
    assert len({name.zh for name in names}) == len({name.en for name in names}) == len(Role)


def test_the_public_is_nobody_in_particular() -> None:
    assert Standing() == Standing(frozenset({Role.PUBLIC}), frozenset(), frozenset(), agreement_signed=False)
    assert Matter() == Matter(frozenset(), Secrecy.OPEN, named=False, declared=False, recused=False)


def reads(secrecy: Secrecy, **stands: bool) -> Ruling:
    matter = Matter(agencies=MINE, secrecy=secrecy, **{"named": True, **stands})
    return asked(Action.READ_DOSSIER, Role.AGENCY_OFFICER, matter, signed=True)


def test_what_is_internal_opens_without_a_declaration() -> None:
    assert reads(Secrecy.INTERNAL).outcome is Outcome.YES
    assert reads(Secrecy.CONFIDENTIAL).outcome is Outcome.NO


def test_what_is_internal_stays_closed_to_the_recused_the_unnamed_and_the_unsigned() -> None:
    internal = Matter(agencies=MINE, secrecy=Secrecy.INTERNAL, named=True)

    assert reads(Secrecy.INTERNAL, recused=True).cited == "11, 12"
    assert reads(Secrecy.INTERNAL, named=False).outcome is Outcome.NO
    assert asked(Action.READ_DOSSIER, Role.AGENCY_OFFICER, internal).outcome is Outcome.NO


def test_what_is_secret_opens_only_to_whoever_was_given_leave_by_name() -> None:
    closed = reads(Secrecy.SECRET, declared=True)

    assert closed.outcome is Outcome.NO
    assert closed.reason.en == "It is secret and opens only to people given leave by name."
    assert reads(Secrecy.SECRET, declared=True, granted=True).outcome is Outcome.YES
    assert reads(Secrecy.SECRET, granted=True).outcome is Outcome.NO
