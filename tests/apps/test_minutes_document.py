"""The form of the minutes: nine parts in order, and each thing said where it belongs."""

import datetime as dt
import io
from dataclasses import replace

import pytest
from odfdo import Document as Odt

from coretech.apps.meetings.minuting.content import Attendee, Content, ItemRecord, ReadingRecord
from coretech.apps.meetings.minuting.document import document_of
from coretech.apps.meetings.minuting.edition import Edition, Signed
from coretech.apps.meetings.minuting.reading import Copy
from coretech.apps.meetings.models import MinutesVersion
from coretech.engines.documents.model import Document, Heading, Language, Signatures
from coretech.engines.documents.odt import to_odt
from coretech.kit.clock import TAIPEI
from coretech.kit.sentence import Sentence

AT = dt.datetime(2025, 11, 24, 17, 30, tzinfo=TAIPEI)
EDITION = Edition(1, "ab" * 32, AT, (), draft=True, confirmed=Sentence("尚未確認。", "Not confirmed yet."))
VOTED = ItemRecord(
    order=1,
    kind="case",
    reference="2025-0007",
    title="量子位元控制技術",
    title_en="Qubit control",
    outcome="approved",
    method="secret",
    chair="副召集人",
    chair_why="主席迴避",
    attending=3,
    entitled=2,
    recused=(1,),
    tally={"for": 1, "against": 0, "abstain": 1},
    readings=(
        ReadingRecord("in-force", "出席者過半數", "more than half of those attending", "no"),
        ReadingRecord("votes-cast", "只比較同意與反對票", "only votes for and against", "yes"),
    ),
    reading="votes-cast",
    reading_why="與前例一致",
    wording="照案通過。",
)
CONTENT = Content(
    body="國家核心關鍵技術審議會",
    body_en="The Council",
    year=2025,
    session=3,
    kind="extraordinary",
    held_on="2025-11-24",
    place="第一會議室",
    opened_at="2025-11-24T12:05+08:00",
    closed_at="2025-11-24T14:00+08:00",
    chair="王主席",
    chair_why="召集人出國",
    recorder="李紀錄",
    attendees=(
        Attendee(1, "甲", "First", "經濟部", "Ministry of Economic Affairs", "present"),
        Attendee(2, "乙", "Second", "國防部", "Ministry of National Defense", "stand_in", "丙"),
        Attendee(3, "丁", "Fourth", "", "", "leave"),
    ),
    observers=("工業技術研究院 戊",),
    items=(VOTED,),
)
PARTS = ["肆、出席", "伍、主席致詞", "陸、報告事項", "柒、討論事項", "捌、臨時動議", "玖、散會"]


def document(
    content: Content = CONTENT, edition: Edition = EDITION, language: Language = "zh-Hant-TW"
) -> Document:
    return document_of(Copy(MinutesVersion(), content, frozenset()), edition, language)


def text(content: Content = CONTENT, edition: Edition = EDITION, language: Language = "zh-Hant-TW") -> str:
    odt = Odt(io.BytesIO(to_odt(document(content, edition, language))))
    return str(odt.body.serialize())


def test_the_parts_stand_in_the_order_of_the_form() -> None:
    headings = [block.text for block in document().blocks if isinstance(block, Heading) and block.level == 1]

    assert [heading[: len(part)] for heading, part in zip(headings, PARTS, strict=False)] == PARTS


def test_the_title_counts_sessions_by_the_year_of_the_republic() -> None:
    assert document().title == "國家核心關鍵技術審議會114年度第3次臨時會議紀錄"


@pytest.mark.parametrize(
    "said",
    [
        "中華民國114年11月24日（星期一）中午12時05分至下午2時00分",
        "王主席（代理主席，事由：召集人出國）",
        "請假，由丙代理",
        "親自出席1席、代理出席1席、請假1席、缺席0席",
        "工業技術研究院 戊",
        "副召集人（主席迴避）",
        "無記名表決",
        "出席3席，扣除迴避1席，得參與表決2席",
        "贊成1票、反對0票、棄權1票",
        "只比較同意與反對票。理由：與前例一致",
    ],
)
def test_it_says(said: str) -> None:
    assert said in text().replace("<text:s/>", " ")


def test_readings_that_differ_stand_beside_each_other_with_what_each_gave() -> None:
    assert "條文解讀不同，結果不同" in text()
    assert "未通過" in text()
    assert "條文解讀不同" not in text(replace(CONTENT, items=(replace(VOTED, readings=(), reading=""),)))


def test_a_part_without_items_says_that_there_are_none() -> None:
    assert text(replace(CONTENT, items=())).count("無。") == 3


def test_unsigned_minutes_have_lines_to_sign_on_and_signed_ones_the_names() -> None:
    both = (Signed("chair", "王主席", AT), Signed("recorder", "李紀錄", AT))
    signed = document(edition=replace(EDITION, signed=both))

    assert Signatures(("主席", "紀錄")) in document().blocks
    assert [block for block in signed.blocks if isinstance(block, Signatures)] == []
    assert "民國114年11月24日 17:30" in text(edition=replace(EDITION, signed=both)).replace("<text:s/>", " ")


def test_a_correction_says_why_and_every_document_its_digest() -> None:
    corrected = text(edition=replace(EDITION, number=4, correction="票數誤植"))

    assert "票數誤植" in corrected
    assert EDITION.digest in corrected


def test_confidential_is_marked_where_a_case_was_before_the_meeting() -> None:
    report = replace(VOTED, kind="report", tally=None, readings=(), reading="")

    assert document().marking == "草稿　密"
    assert document(replace(CONTENT, items=(report,)), replace(EDITION, draft=False)).marking == ""


def test_the_english_document_gives_names_and_headings_in_english() -> None:
    english = text(language="en")

    for said in (
        "7. Items for discussion",
        "Qubit control",
        "secret ballot",
        "stand-in: 丙",
        "Ministry of Economic",
    ):
        assert said in english
