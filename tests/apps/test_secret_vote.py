"""A secret vote: who voted and how are never joined, whatever one looks at."""

import logging
import re
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import cast

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from coretech.apps.audit.keys import key_ring
from coretech.apps.audit.models import Act
from coretech.apps.bodies.models import Appointment
from coretech.apps.meetings.models import Envelope, Item, RollEntry
from coretech.apps.meetings.operations.cast_secret_vote import cast_secret_vote
from coretech.apps.meetings.operations.cast_vote import cast_vote
from coretech.apps.meetings.operations.close_vote import close_vote
from coretech.apps.meetings.secret import put_in, secret_tally
from coretech.engines.sealing import open_sealed
from coretech.kit.refusal import Refused
from tests import factories
from tests.apps.refusing import refused
from tests.factories.votes_factories import fresh, open_item, tally, username

CHOSEN = re.compile(
    r"\b(for|against|abstain)\b|" + "|".join(word.encode().hex() for word in ("against", "abstain"))
)


def cast_all(item: Item, members: Sequence[Appointment], choices: Sequence[str]) -> None:
    for seat, choice in zip(members, choices, strict=False):
        cast_secret_vote(factories.acting(username(seat)), item.pk, choice)


def ask(sql: str) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return [tuple(row) for row in cursor.fetchall()]


def rows_of_everything() -> set[tuple[str, str]]:
    """Every row of every table, written out."""
    tables = ask("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    return {
        (str(table), str(row))
        for (table,) in tables
        for (row,) in ask(f'SELECT t::text FROM "{table}" AS t')  # noqa: S608 - the table's name comes from the database itself
    }


@pytest.mark.usefixtures("committed_stage")
def test_nothing_a_row_of_the_ballot_box_carries_says_when_it_came() -> None:
    item, members = open_item("secret")

    for many, (seat, choice) in enumerate(
        zip(members, ("for", "against", "abstain", "for"), strict=False), 1
    ):
        cast_secret_vote(factories.acting(username(seat)), item.pk, choice)
        told = ask("SELECT DISTINCT xmin::text, cmin::text, length(sealed) FROM meetings_envelope")
        assert len(told) == 1
        assert Envelope.objects.count() == many

    columns = {field.name for field in Envelope._meta.get_fields()}  # noqa: SLF001 - Django's own way to list them
    assert columns == {"id", "item", "sealed"}


@pytest.mark.usefixtures("stage")
def test_no_envelope_keeps_its_number_its_place_or_its_seal_when_the_next_one_comes() -> None:
    item, members = open_item("secret")
    cast_all(item, members, ["for", "against"])
    before = {row.id: bytes(row.sealed) for row in Envelope.objects.all()}

    cast_all(item, members[2:], ["for"])

    after = {row.id: bytes(row.sealed) for row in Envelope.objects.all()}
    assert not before.keys() & after.keys()
    assert not set(before.values()) & set(after.values())


@pytest.mark.usefixtures("stage")
def test_the_newest_choice_lies_in_no_fixed_place() -> None:
    item, _ = open_item("secret")
    for _ in range(3):
        put_in(item, "for")
    places = set()
    for _ in range(40):
        item.envelopes.all().delete()
        for choice in ("for", "for", "for", "against"):
            put_in(item, choice)
        lying = ask("SELECT sealed FROM meetings_envelope ORDER BY ctid")
        places.add([_reads(item, sealed) for (sealed,) in lying].index("against"))
    assert len(places) > 1


@pytest.mark.usefixtures("stage")
def test_no_table_holds_a_choice_after_a_secret_vote() -> None:
    item, members = open_item("secret")
    before = rows_of_everything()

    cast_all(item, members, ["for", "against", "abstain"])

    fresh_rows = rows_of_everything() - before
    assert {table for table, _ in fresh_rows} == {"audit_act", "meetings_rollentry", "meetings_envelope"}
    assert [row for row in fresh_rows if CHOSEN.search(row[1])] == []


@pytest.mark.usefixtures("stage")
def test_that_search_finds_the_choice_of_a_named_vote() -> None:
    item, members = open_item("named")
    before = rows_of_everything()

    cast_vote(factories.acting(username(members[0])), item.pk, "against")

    found = {table for table, row in rows_of_everything() - before if CHOSEN.search(row)}
    assert found == {"audit_act", "meetings_ballot"}


@pytest.mark.usefixtures("stage")
@pytest.mark.parametrize(("method", "told"), [("secret", False), ("named", True)])
def test_the_choice_never_travels_to_the_database_nor_into_a_log(
    caplog: pytest.LogCaptureFixture, method: str, *, told: bool
) -> None:
    item, members = open_item(method)
    caplog.set_level(logging.DEBUG)
    run = cast_secret_vote if method == "secret" else cast_vote

    with CaptureQueriesContext(connection) as sent:
        run(factories.acting(username(members[0])), item.pk, "against")

    said = "\n".join(query["sql"] for query in sent.captured_queries) + caplog.text
    assert ("against" in re.sub(r'"[^"]*"', "", said)) is told
    assert len(sent.captured_queries) > 5


@pytest.mark.usefixtures("stage")
def test_the_act_of_a_secret_vote_names_nobody_in_public_and_no_choice_at_all() -> None:
    item, members = open_item("secret")

    by = factories.acting(username(members[0]))

    act = cast_secret_vote(by, item.pk, "for")
    (row,) = act.confidential.pop("rows")

    assert act.public == {}
    assert act.confidential == {"account": by.username, "account_id": by.account_id, "why": ""}
    assert row == f"meetings_rollentry/{item.roll.get().pk}"
    assert b"member" not in bytes(act.leaf)


@pytest.mark.usefixtures("stage")
def test_the_roll_lists_seats_in_their_order_and_holds_no_moment() -> None:
    item, members = open_item("secret")
    cast_all(item, list(reversed(members[:4])), ["for"] * 4)

    assert [entry.appointment_id for entry in RollEntry.objects.all()] == [seat.pk for seat in members[:4]]
    columns = {field.name for field in RollEntry._meta.get_fields()}  # noqa: SLF001 - Django's own way to list them
    assert columns == {"id", "item", "round", "appointment"}


@pytest.mark.usefixtures("stage")
def test_the_count_of_a_secret_vote_is_what_was_cast_and_nothing_else_remains() -> None:
    item, members = open_item("secret")
    cast_all(item, members, ["for"] * 9 + ["against"] * 3 + ["abstain"])

    act = close_vote(factories.acting("office"), item.pk)

    assert tally(item) == {"for": 9, "against": 3, "abstain": 1}
    assert fresh(item).outcome == "approved"
    assert not Envelope.objects.exists()
    assert RollEntry.objects.count() == 13
    assert act.public["tally"] == {"for": 9, "against": 3, "abstain": 1}


@pytest.mark.usefixtures("stage")
def test_a_secret_vote_is_cast_once_and_never_changed() -> None:
    item, members = open_item("secret")
    by = factories.acting(username(members[0]))
    cast_secret_vote(by, item.pk, "for")

    assert "已投票" in refused(lambda: cast_secret_vote(by, item.pk, "against")).sentence.zh
    assert secret_tally(fresh(item)) == {"for": 1, "against": 0, "abstain": 0}


@pytest.mark.usefixtures("committed_stage")
def test_a_member_with_two_devices_and_members_side_by_side_have_one_envelope_each() -> None:
    item, members = open_item("secret")
    voting = [members[1], members[1], members[2], members[3]]
    gate = threading.Barrier(len(voting))

    def cast_one(seat: Appointment) -> None:
        gate.wait()
        try:
            with suppress(Refused):
                cast_secret_vote(factories.acting(username(seat)), item.pk, "against")
        finally:
            connection.close()

    threads = [threading.Thread(target=cast_one, args=[seat]) for seat in voting]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert secret_tally(fresh(item)) == {"for": 0, "against": 3, "abstain": 0}


@pytest.mark.usefixtures("stage")
@pytest.mark.parametrize(("method", "run"), [("secret", cast_vote), ("named", cast_secret_vote)])
def test_a_vote_of_the_other_kind_is_not_taken(method: str, run: Callable[..., Act]) -> None:
    item, members = open_item(method)

    assert refused(lambda: run(factories.acting(username(members[0])), item.pk, "for")).status == 409


def _reads(item: Item, sealed: object) -> str:
    scope = f"vote-{item.pk}-{item.round}"
    return (
        open_sealed(key_ring().scope_key(scope), bytes(cast("bytes", sealed)), scope.encode())
        .decode()
        .strip()
    )
