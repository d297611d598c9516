"""What is official is never changed or deleted: the database refuses too, and the audit finds what it did not see."""

import pytest
from django.db import ProgrammingError, connection, transaction
from django.db.models import Model, QuerySet

from coretech.apps.audit.models import Act
from coretech.apps.audit.queries import audit
from coretech.apps.bodies.models import Agreement, AgreementText
from coretech.apps.cases.models import OfficeCheck, PanelReview
from coretech.apps.meetings.models import Ballot, Declaration
from coretech.apps.register.models import Announcement, ItemVersion, RegisterItem
from tests import factories

pytestmark = pytest.mark.usefixtures("stage")

APPEND_ONLY = [
    Act,
    Agreement,
    AgreementText,
    Announcement,
    Ballot,
    Declaration,
    ItemVersion,
    OfficeCheck,
    PanelReview,
    RegisterItem,
]


@pytest.mark.parametrize("model", APPEND_ONLY, ids=lambda model: model.__name__)
@pytest.mark.parametrize("statement", ["DELETE FROM {}", "UPDATE {} SET {pk} = {pk}"])
def test_the_database_refuses_to_change_or_delete(model: type[Model], statement: str) -> None:
    factories.approved_case(factories.renaming())
    rows = QuerySet(model).query.get_meta()
    table, pk = rows.db_table, rows.pk.column

    with (
        pytest.raises(ProgrammingError, match="Cannot update or delete"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement.format(table, pk=pk))


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM cases_part",
        "UPDATE cases_part SET text = 'forged'",
        "UPDATE cases_part SET content = '{\"forged\": true}'",
        "UPDATE cases_part SET harms = '[\"economic_development\"]'",
        "UPDATE cases_part SET limbs = '[2]'",
        "UPDATE cases_part SET name = 'forged'",
        "UPDATE cases_part SET version = version + 100",
        "UPDATE cases_part SET written_at = now()",
        "UPDATE cases_part SET written_by_id = NULL",
        "UPDATE cases_part SET case_id = case_id + 100",
    ],
)
def test_of_a_written_part_the_database_lets_nothing_change_but_its_level(statement: str) -> None:
    factories.approved_case(factories.renaming())
    with connection.cursor() as cursor:
        cursor.execute("UPDATE cases_part SET level = 'secret'")

    with (
        pytest.raises(ProgrammingError, match=r"Cannot (update|delete)"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("public", "'{\"forged\": true}'"),
        ("confidential", "'{\"forged\": true}'"),
        ("kind", "'case.approved'"),
        ("subject", "'case/0000-0000'"),
        ("at", "now()"),
        ("salt", "decode(repeat('00', 32), 'hex')"),
        ("leaf", "convert_to('{}', 'UTF8')"),
        ("leaf_hash", "decode(repeat('00', 32), 'hex')"),
        ("seq", "seq + 1000"),
    ],
)
def test_the_audit_names_an_act_changed_behind_the_databases_back(column: str, value: str) -> None:
    factories.draft_case(factories.renaming())
    newest = Act.objects.latest("seq").seq
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # or the table counts as in use
        cursor.execute("ALTER TABLE audit_act DISABLE TRIGGER USER")
        cursor.execute(f"UPDATE audit_act SET {column} = {value} WHERE seq = %s", [newest])  # noqa: S608 - the table above

    broken = audit().broken

    assert broken
    assert all(str(newest) in str(each) for each in broken)
