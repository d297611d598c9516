"""Writing parts of the dossier as forms: versions, levels, two writers, restoring, the meter, what is offered."""

import datetime as dt

import pytest

from coretech.apps.cases.content_json import as_json, content_of, from_json
from coretech.apps.cases.facts import newest_parts
from coretech.apps.cases.meter import Progress, meter
from coretech.apps.cases.models import Case, Part
from coretech.apps.cases.operations.restore_part import restore_part
from coretech.apps.cases.operations.write_part import write_part
from coretech.apps.cases.part_versions import Overtaken
from coretech.apps.register.offers import offers_for
from tests import factories
from tests.apps.refusing import refused
from tests.factories import lists_factories
from tests.factories.dossier_factories import CHARACTERISTICS, DEFINITION, OFFICER, content, draft, write

pytestmark = pytest.mark.usefixtures("stage")


def newest(case: Case, name: str) -> Part:
    return newest_parts(case)[name]


def test_a_form_is_kept_with_its_words_and_read_back() -> None:
    case = draft()
    write(case, "characteristics", CHARACTERISTICS)

    part = newest(case, "characteristics")
    assert "解析度高於他國。" in part.text
    assert as_json(content_of(part))["parameters"] == [
        {"name": "解析度", "comparator": "le", "value": "0.5", "unit": "公尺"}
    ]


def test_the_harms_and_limbs_follow_from_what_is_claimed() -> None:
    case = draft()
    write(case, "definition", DEFINITION)

    part = newest(case, "definition")
    assert (part.harms, part.limbs) == (["national_security"], [1, 2])


def test_a_part_written_as_plain_text_is_read_as_free_text() -> None:
    case = draft()
    write_part(
        factories.acting(OFFICER),
        case.reference,
        "definition",
        "舊的說明。",
        harms=("economic_development",),
        limbs=(2,),
    )

    kept = as_json(content_of(newest(case, "definition")))
    assert (kept["more"], kept["economic_development"]["claimed"]) == ("舊的說明。", True)


def test_a_form_with_nothing_in_it_is_not_written() -> None:
    case = draft()

    assert refused(lambda: write(case, "functions", {"does": " "})).field == "content"


def test_the_form_of_another_part_is_not_taken() -> None:
    case = draft()
    form = content("functions", {"does": "x"})

    refusal = refused(
        lambda: write_part(factories.acting(OFFICER), case.reference, "description", content=form)
    )

    assert refusal.field == "content"


def test_the_second_of_two_writers_is_told_and_nothing_is_overwritten() -> None:
    case = draft()
    write(case, "functions", {"does": "first"}, based_on=0)

    with pytest.raises(Overtaken) as caught:
        write(case, "functions", {"does": "second"}, based_on=0)

    assert caught.value.status == 409
    assert newest(case, "functions").version == 1


def test_a_higher_level_holds_for_all_versions_and_writing_never_lowers_it() -> None:
    case = draft()
    write(case, "functions", {"does": "one"}, level="internal")
    write(case, "functions", {"does": "two"}, level="secret")

    assert {part.level for part in Part.objects.all()} == {"secret"}
    assert refused(lambda: write(case, "functions", {"does": "three"}, level="open")).field == "level"


def test_a_part_is_no_less_secret_than_a_view_in_it() -> None:
    case = draft()
    views: dict[str, object] = {"views": [{"group": "industry", "view": "贊成", "level": "secret"}]}

    assert refused(lambda: write(case, "stakeholder_views", views, level="internal")).field == "level"


def test_a_secret_part_is_written_over_by_nobody_without_leave() -> None:
    case = draft()
    write(case, "functions", {"does": "one"}, level="secret")

    assert refused(lambda: write(case, "functions", {"does": "two"}, "office")).status == 403


def test_an_old_version_comes_back_as_the_next_one() -> None:
    case = draft()
    write(case, "definition", DEFINITION)
    write(case, "definition", {"more": "改掉了"})

    act = restore_part(factories.acting(OFFICER), case.reference, "definition", 1, based_on=2)

    assert act.public == {"part": "definition", "version": 3, "restored": 1}
    assert (newest(case, "definition").harms, newest(case, "definition").version) == (
        ["national_security"],
        3,
    )


@pytest.mark.parametrize(("version", "based_on", "status"), [(9, 2, 404), (2, 2, 409), (1, 1, 409)])
def test_what_cannot_be_restored_is_told(version: int, based_on: int, status: int) -> None:
    case = draft()
    write(case, "functions", {"does": "one"})
    write(case, "functions", {"does": "two"})
    by = factories.acting(OFFICER)

    refusal = refused(lambda: restore_part(by, case.reference, "functions", version, based_on=based_on))

    assert refusal.status == status


def test_the_meter_is_the_laws_ruling_with_each_part_beside_it() -> None:
    case = draft()
    write(case, "definition", DEFINITION)
    write(case, "functions", {"does": "x"})

    found = meter(factories.acting(OFFICER), case, newest_parts(case), frozenset())

    assert found.ruling.as_dict()["values"]["missing"] == [
        "description",
        "characteristics",
        "stakeholder_views",
    ]
    states = {state.name: state.progress for state in found.parts}
    assert (states["definition"], states["functions"]) == (Progress.WARNED, Progress.WRITTEN)
    assert states["description"] is Progress.MISSING
    assert found.written == 2


def test_what_is_offered_is_cited_and_dated_and_never_put_in_by_itself() -> None:
    lists_factories.staged()
    case = factories.draft_case(factories.addition())

    offers = offers_for(factories.acting(OFFICER), case)

    assert {"foreign_list", "register"} <= {offer.kind for offer in offers}
    assert "Satellite and space technologies" in {offer.what for offer in offers}
    assert all(offer.source and offer.score > 0 for offer in offers)
    assert all(offer.link for offer in offers if offer.kind == "foreign_list")
    assert not Part.objects.exists()


def test_an_earlier_case_is_offered_only_to_whoever_may_know_of_it() -> None:
    earlier = factories.draft_case(factories.addition())
    case = factories.draft_case(factories.addition(), dt.date(2025, 6, 3))

    def sources(username: str) -> list[str]:
        return [
            offer.source for offer in offers_for(factories.acting(username), case) if offer.kind == "case"
        ]

    assert sources("office") == [f"案件{earlier.reference}"]
    assert sources("agency-moea") == []


def test_a_hundred_thousand_characters_are_written_and_one_more_is_not() -> None:
    case = draft()
    write(case, "functions", {"does": "字" * 100_000})

    assert refused(lambda: write(case, "functions", {"does": "字" * 100_001})).field == "content"
    assert content_of(newest(case, "functions")) == from_json("functions", {"does": "字" * 100_000})
