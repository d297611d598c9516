"""The dossier's form goes out and comes back: the same content, or differences shown and confirmed."""

import datetime as dt
from collections.abc import Callable
from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.cases.asking import Asked, Kind, asked_of
from coretech.apps.cases.content import CONTENTS, Content
from coretech.apps.cases.content_json import blank
from coretech.apps.cases.drafts import draft_of, save_draft
from coretech.apps.cases.models import Case, PartDraft
from coretech.apps.cases.operations.set_level import set_level
from coretech.apps.cases.operations.write_part import write_part
from coretech.apps.documents.form.codes import coded_questions
from coretech.apps.documents.form.made import form_of, part_blocks
from coretech.apps.documents.form.read import read
from coretech.apps.documents.form.standing import Standing
from coretech.apps.documents.form.words import read_back
from coretech.apps.documents.importing import Imported, bring_in, foresee
from coretech.engines.documents.model import Document, Language
from coretech.engines.documents.odt import to_odt
from coretech.engines.documents.text import printable
from coretech.kit.clock import TAIPEI
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.law.access import Secrecy
from tests import factories
from tests.factories import documents_factories, papers_factories
from tests.factories.documents_factories import WHAT, WRITER, filled_form, rewritten

CHOICE = Asked(Sentence("比較", "Comparison"), Kind.CHOICE, choices={"ge": Sentence("≥", "at least")})
FLAG = Asked(Sentence("主張", "Claimed"), Kind.FLAG)
TEXT = st.text(max_size=40).map(lambda text: printable(text).strip())
LINE = TEXT.map(lambda text: " ".join(text.split()))


def an_answer(asked: Asked) -> st.SearchStrategy[Any]:
    if asked.kind is Kind.TABLE and asked.row is not None:
        empty = asked.row()
        return st.lists(a_form(asked.row).filter(lambda row: row != empty), max_size=2).map(tuple)
    if asked.kind is Kind.GROUP and asked.row is not None:
        return a_form(asked.row)
    if asked.kind is Kind.CHOICE:
        return st.sampled_from(["", *(asked.choices or {})])
    return {Kind.FLAG: st.booleans(), Kind.TEXT: TEXT}.get(asked.kind, LINE)


def a_form(form: type[Any]) -> st.SearchStrategy[Any]:
    return st.builds(form, **{each.name: an_answer(asked_of(each)) for each in fields(form)})


def printed_form(name: str, content: Content, language: Language) -> bytes:
    part = Standing(name, content, 1, 1, Secrecy.CONFIDENTIAL, None)
    at = dt.datetime(2025, 6, 2, tzinfo=TAIPEI)
    return to_odt(Document("form", language, tuple(part_blocks(part, language)), at))


@pytest.mark.parametrize("name", CONTENTS)
@settings(max_examples=15, deadline=None)
@given(data=st.data(), language=st.sampled_from(["zh-Hant-TW", "en"]))
def test_what_is_printed_into_a_form_is_read_back_from_it(
    name: str, data: st.DataObject, language: Language
) -> None:
    content: Content = data.draw(a_form(CONTENTS[name]))

    form = read(printed_form(name, content, language))

    assert form.content(name, blank(name)) == content
    assert form.faults == ()


def test_every_question_of_the_dossier_has_a_code_of_its_own() -> None:
    codes = [coded.code for coded in coded_questions()]

    assert len(set(codes)) == len(codes)
    assert {coded.part for coded in coded_questions()} == set(CONTENTS)


@pytest.mark.parametrize("written", ["≥", "at least", "ge", " GE ", "ＡＴ　ＬＥＡＳＴ"])
def test_a_choice_is_read_in_either_language_or_by_its_value(written: str) -> None:
    assert read_back(CHOICE, written) == "ge"


def test_a_choice_that_is_not_listed_stays_as_it_was_written() -> None:
    assert read_back(CHOICE, "大於") == "大於"


@pytest.mark.parametrize(
    ("written", "ticked"), [("是", True), ("V", True), ("☑", True), ("", False), ("no", False)]
)
def test_a_tick_is_read_as_people_write_it(written: str, ticked: bool) -> None:  # noqa: FBT001 - what was meant
    assert read_back(FLAG, written) is ticked


def test_neither_yes_nor_no_is_not_guessed() -> None:
    assert read_back(FLAG, "也許") is None


@pytest.fixture
def case(stage: None) -> Case:  # noqa: ARG001 - asked for, not read
    return documents_factories.drafted_case()


def writer() -> Acting:
    return factories.acting(WRITER)


def refused(run: Callable[[], object]) -> Refused:
    with pytest.raises(Refused) as caught:
        run()
    return caught.value


def said(imported: Imported) -> list[str]:
    return [each.where.en for part in imported.parts for each in part.differences]


def test_a_form_that_comes_back_as_it_went_changes_nothing(case: Case) -> None:
    imported = foresee(writer(), case, filled_form(case))

    assert (imported.parts, imported.blank, imported.faults) == ((), (), ())
    assert set(imported.same) == set(CONTENTS)


def test_only_what_was_changed_goes_into_the_writer_s_drafts_and_nothing_onto_the_log(case: Case) -> None:
    data, acts = filled_form(case, (WHAT, "改寫的說明")), Act.objects.count()

    imported = foresee(writer(), case, data)
    assert said(imported) == ["What it is"]
    assert not PartDraft.objects.exists()

    assert bring_in(writer(), case, data, imported.seen) == ("description",)
    draft = draft_of(writer(), case, "description")
    assert draft is not None
    assert getattr(draft.content, "what", "") == "改寫的說明"
    assert getattr(draft.content, "readiness", "") == "7"
    assert (draft.based_on, Act.objects.count()) == (1, acts)


def test_a_row_put_into_a_table_is_a_row_of_the_draft(case: Case) -> None:
    data = filled_form(case, ("度/秒", "度/秒，改"))

    assert said(foresee(writer(), case, data)) == ["Key parameters, row 2: Unit"]


def test_the_form_carries_the_writer_s_draft_and_its_version(case: Case) -> None:
    content = CONTENTS["functions"](more="草稿中的話")
    save_draft(writer(), case, "functions", content, level="confidential", based_on=1)

    assert "草稿中的話" in str(form_of(writer(), case))
    assert "functions" in foresee(writer(), case, filled_form(case)).same


def test_a_part_written_meanwhile_is_told_and_its_draft_begins_from_the_form_s_version(case: Case) -> None:
    data = filled_form(case, (WHAT, "改寫的說明"))
    write_part(writer(), case.reference, "description", "somebody else's")

    imported = foresee(writer(), case, data)
    assert [(part.based_on, part.overtaken) for part in imported.parts] == [(1, True)]
    bring_in(writer(), case, data, imported.seen)
    draft = draft_of(writer(), case, "description")
    assert draft is not None
    assert draft.based_on == 1


def test_a_part_left_blank_stays_as_it_is(stage: None) -> None:  # noqa: ARG001 - asked for, not read
    case = factories.draft_case(factories.addition())
    data = filled_form(case)
    write_part(writer(), case.reference, "functions", "written meanwhile")

    assert "functions" in foresee(writer(), case, data).blank


def test_drafts_that_changed_after_the_differences_were_shown_are_not_overwritten(case: Case) -> None:
    data = filled_form(case, (WHAT, "改寫的說明"))
    imported = foresee(writer(), case, data)
    save_draft(writer(), case, "functions", blank("functions"), level="confidential", based_on=1)

    assert refused(lambda: bring_in(writer(), case, data, imported.seen)).status == 409
    assert draft_of(writer(), case, "description") is None


def test_the_form_of_another_case_is_refused(case: Case) -> None:
    other = factories.draft_case(factories.renaming())

    told = refused(lambda: foresee(writer(), case, filled_form(other)))

    assert told.status == 422
    assert other.reference in told.sentence.en


@pytest.mark.parametrize("data", [papers_factories.odt(), papers_factories.pdf(), b"", b"words"])
def test_a_file_that_is_no_form_is_refused_at_its_field(case: Case, data: bytes) -> None:
    told = refused(lambda: foresee(writer(), case, data))

    assert (told.status, told.field) == (422, "file")


def test_wrong_answers_go_into_the_draft_with_what_is_to_be_mended(case: Case) -> None:
    (part,) = foresee(writer(), case, filled_form(case, ("2025-05-01", "去年五月"))).parts

    assert [problem.where.en for problem in part.problems] == [
        "Harm to national security: Evidence, row 1: Date"
    ]


def test_neither_yes_nor_no_is_told_with_its_question_and_the_answer_stays(case: Case) -> None:
    data = rewritten(filled_form(case), lambda xml: xml.replace(">是<", ">也許<"))

    imported = foresee(writer(), case, data)

    assert [fault.where.en for fault in imported.faults] == [
        "4.1.1 Statement on the definition: Harm to national security: It is claimed",
        "4.5.1 Statement on the definition: Limb 1: national defence: It is claimed",
    ]
    assert "definition" in imported.same


def test_a_column_nobody_asked_for_is_told(case: Case) -> None:
    data = rewritten(filled_form(case), lambda xml: xml.replace(">數值<", ">大小<", 1))

    imported = foresee(writer(), case, data)

    assert {fault.where.en for fault in imported.faults if "大小" in fault.what.en} == {
        "2.3 Characteristics: Key parameters, row 1",
        "2.3 Characteristics: Key parameters, row 2",
    }


def test_what_is_secret_is_not_in_the_form_of_a_writer_without_leave(case: Case) -> None:
    data = filled_form(case, (WHAT, "改寫的說明"))
    set_level(factories.acting("office"), case.reference, "description", "secret", why="a test")

    assert WHAT not in str(form_of(writer(), case))
    imported = foresee(writer(), case, data)
    assert imported.parts == ()
    assert [fault.where.en for fault in imported.faults] == ["Description"]


@pytest.mark.parametrize("username", ["agency-moea", "member-03", "announcer", "public"])
def test_a_form_is_for_whoever_writes_the_dossier(case: Case, username: str) -> None:
    by = factories.acting(username)

    assert refused(lambda: form_of(by, case)).status == 403
    assert refused(lambda: foresee(by, case, b"")).status == 403
