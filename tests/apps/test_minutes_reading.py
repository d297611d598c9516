"""What nobody reads in minutes, and what one reader does not: reasons of recusal, and the items one is recused from."""

import io
import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from odfdo import Document as Odt
from pypdf import PdfReader

from coretech.apps.documents.minutes import minutes_file
from coretech.apps.meetings.minuting.content import as_json
from coretech.apps.meetings.minuting.document import document_of
from coretech.apps.meetings.minuting.drafting import draft_of
from coretech.apps.meetings.minuting.edition import edition_of
from coretech.apps.meetings.minuting.finding import find_minutes
from coretech.apps.meetings.minuting.reading import copy_of
from coretech.apps.meetings.models import Declaration, Meeting, Minutes
from coretech.apps.meetings.operations.edit_minutes import edit_minutes
from coretech.engines.documents.model import Language
from coretech.engines.documents.pdf import to_pdf
from coretech.kit.refusal import Refused
from tests import factories
from tests.factories import minutes_factories

pytestmark = pytest.mark.usefixtures("stage")

OF_THE_CASE = (minutes_factories.DISCUSSION, "請提案機關依程序辦理", "贊成11票", "2025-0001")


def odt_text(username: str, minutes: Minutes, language: Language = "zh-Hant-TW") -> str:
    file = minutes_file(factories.acting(username), minutes.meeting_id, "odt", language=language)
    return (
        str(Odt(io.BytesIO(file.content)).body.get_formatted_text())
        + Odt(io.BytesIO(file.content)).body.serialize()
    )


def pdf_text(username: str, minutes: Minutes, language: Language = "zh-Hant-TW") -> str:
    file = minutes_file(factories.acting(username), minutes.meeting_id, "pdf", language=language)
    pages = PdfReader(io.BytesIO(file.content)).pages
    return "".join("".join(page.extract_text().split()) for page in pages)


def test_a_document_holds_all_that_the_minutes_say(over: Meeting) -> None:
    minutes = minutes_factories.signed(over)
    told = (
        "國家核心關鍵技術審議會114年度第1次會議紀錄",
        "中華民國114年6月2日（星期一）上午10時00分至上午11時35分",
        "在職25席；親自出席14席、代理出席0席、請假0席、缺席11席",
        minutes_factories.OPENING,
        "第3席（計1席）於本案審議前離席迴避",
        *OF_THE_CASE,
        "第2席委員02（示範）",
        "主席徵詢無異議",
        "上午11時35分散會",
        "辦公室承辦人（示範）",
    )
    odt, pdf = odt_text("office", minutes), pdf_text("office", minutes)

    assert [words for words in told if words not in odt] == []
    assert [words for words in told if "".join(words.split()) not in pdf] == []


@pytest.mark.parametrize("language", ["zh-Hant-TW", "en"])
def test_whoever_is_recused_gets_nothing_of_the_item_in_any_form(language: Language, over: Meeting) -> None:
    minutes = minutes_factories.signed(over)
    by = factories.acting(minutes_factories.RECUSED)
    copy = copy_of(by, minutes.meeting_id)
    forms = (
        json.dumps(as_json(copy.content), ensure_ascii=False),
        odt_text(minutes_factories.RECUSED, minutes, language),
        pdf_text(minutes_factories.RECUSED, minutes, language),
    )

    assert copy.withheld == {2}
    for form in forms:
        assert [words for words in OF_THE_CASE if words in form] == []
        assert "年度檢討作業時程" in form or "Thetimetable" in form or "The timetable" in form


def test_an_extract_says_that_it_is_one_and_names_the_signed_digest(over: Meeting) -> None:
    minutes = minutes_factories.signed(over)
    by = factories.acting(minutes_factories.RECUSED)
    copy = copy_of(by, minutes.meeting_id)
    document = document_of(copy, edition_of(find_minutes(by, minutes.meeting_id), copy.version))

    assert document.kind == "會議紀錄（節本）"
    assert copy.version.digest in str(document.blocks)


def test_everybody_else_of_the_meeting_gets_the_whole(over: Meeting) -> None:
    minutes = minutes_factories.signed(over)

    for username in ("office", "member-01", "member-20"):
        assert copy_of(factories.acting(username), minutes.meeting_id).whole


def test_whoever_is_recused_does_not_word_the_item_either(over: Meeting) -> None:
    minutes = minutes_factories.drafted(over)
    person = factories.acting("office").person_id or 0
    seat = factories.seats()[2]
    Declaration.objects.create(
        item=minutes.meeting.items.get(order=2),
        appointment=seat,
        person_id=person,
        interest=True,
        recused=True,
        declared_at=factories.acting("office").at,
    )

    with pytest.raises(Refused) as caught:
        edit_minutes(factories.acting("office"), minutes.meeting_id, minutes_factories.words())
    assert caught.value.status == 403


def test_no_reason_of_a_recusal_is_in_any_form_of_the_minutes(over: Meeting) -> None:
    minutes = minutes_factories.signed(over)
    forms = (
        json.dumps([version.content for version in minutes.versions.all()], ensure_ascii=False),
        odt_text("office", minutes),
        pdf_text("office", minutes),
    )

    for form in forms:
        assert minutes_factories.DETAIL not in form
        assert "董事" not in form
        assert "parent" not in form
        assert "relative" not in form


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_confidential_word_of_any_declaration_is_drafted(data: st.DataObject, over: Meeting) -> None:
    minutes = Minutes.objects.first() or minutes_factories.drafted(over)
    detail = "祕辛" + data.draw(st.text("親屬公司持股顧問", min_size=1))
    steps = data.draw(
        st.lists(st.sampled_from(["parent", "child", "spouse", "partner"]), min_size=1, max_size=4)
    )
    seat = data.draw(st.sampled_from(factories.seats()))
    Declaration.objects.create(
        item=data.draw(st.sampled_from(list(minutes.meeting.items.all()))),
        appointment=seat,
        person=seat.person,
        interest=True,
        kinship=steps,
        detail=detail,
        recused=data.draw(st.booleans()),
        ground=data.draw(st.sampled_from(Declaration.Ground.values)),
        declared_at=factories.acting("office").at,
    )

    drafted = json.dumps(as_json(draft_of(minutes.meeting)), ensure_ascii=False)

    assert "祕辛" not in drafted
    assert [step for step in steps if f'"{step}"' in drafted] == []
    assert [ground for ground in Declaration.Ground.values if f'"{ground}"' in drafted] == []


def test_the_english_document_says_that_it_is_a_translation(over: Meeting) -> None:
    text = pdf_text("office", minutes_factories.signed(over), "en")

    assert "Atranslationoftheheadingsforreadingonly" in text
    assert "High-precisionsatelliteattitudecontrol" in text


def test_draft_and_confidential_stand_at_the_head_until_confirmed(over: Meeting) -> None:
    minutes = minutes_factories.signed(over)
    by = factories.acting("office")
    copy = copy_of(by, minutes.meeting_id)

    assert document_of(copy, edition_of(minutes, copy.version)).marking == "草稿　密"


def test_the_same_copy_gives_the_same_bytes(over: Meeting) -> None:
    minutes = minutes_factories.signed(over)
    by = factories.acting("office")

    for form in ("odt", "pdf"):
        assert minutes_file(by, minutes.meeting_id, form) == minutes_file(by, minutes.meeting_id, form)


def test_a_version_written_within_a_second_is_set_as_a_document(over: Meeting) -> None:
    minutes = minutes_factories.drafted(over)
    by = factories.acting("office")
    copy = copy_of(by, minutes.meeting_id)
    edition = edition_of(minutes, copy.version)
    exactly = replace(edition, written_at=edition.written_at.replace(microsecond=123_456))

    assert to_pdf(document_of(copy, exactly)).startswith(b"%PDF")
