"""Every field of a case has its line in the table that decides who sees it."""

import pytest
from django.apps import apps
from django.db.models import Model

from coretech.apps.cases.field_table import FIELDS, Rule
from coretech.apps.meetings.models import Item, Minutes, MinutesVersion, PanelOpinion

MODELS: list[type[Model]] = [
    *apps.get_app_config("cases").get_models(include_auto_created=False),
    *(Item, Minutes, MinutesVersion, PanelOpinion),
]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: str(model.__name__))
def test_every_field_has_a_rule(model: type[Model]) -> None:
    meta = model._meta  # noqa: SLF001 - Django's own way to a model's fields
    fields = {field.name for field in (*meta.concrete_fields, *meta.many_to_many)} - {"id"}

    assert FIELDS.get(model.__name__, {}).keys() == fields, "add a line to apps/cases/field_table.py"


def test_the_table_names_no_model_that_is_not_there() -> None:
    assert FIELDS.keys() == {model.__name__ for model in MODELS}


def test_every_rule_is_used() -> None:
    assert {rule for fields in FIELDS.values() for rule in fields.values()} == set(Rule)
