"""Notes on how far an item reaches, and announcements as they were printed."""

import datetime as dt

import pytest

from coretech.apps.audit.models import Act
from coretech.apps.cases.handed_in import HandedIn
from coretech.apps.register.operations.announce import Notice, announce
from coretech.apps.register.operations.file_scan import file_scan
from coretech.apps.register.operations.note_scope import Note, note_scope
from coretech.apps.register.operations.withdraw_scope_note import withdraw_scope_note
from coretech.apps.register.queries import find_announcement
from coretech.apps.register.scanning import LARGEST, find_scan, scans_of
from coretech.apps.register.scope_notes import newest_note, topics_of
from coretech.readers.files.virus import EICAR
from tests import factories
from tests.apps.refusing import refused, statuses_for
from tests.factories import papers_factories
from tests.factories import register_factories as register

pytestmark = pytest.mark.usefixtures("stage")

NOTE = Note("軌道高度", "限低軌衛星。", "Low Earth orbit alone.", "Letter no. 1")


def noted(note: Note = NOTE, day: dt.date = factories.DAY) -> Act:
    return note_scope(factories.acting("agency-nstc", day), 12, note)


def item() -> int:
    return find_announcement(1).versions.get(item__number=12).item_id


def test_the_newest_note_of_a_topic_counts_and_the_ones_before_stay() -> None:
    noted()
    noted(Note("軌道高度", "限低軌及中軌衛星。", "Low and medium orbits.", "Letter no. 2"))
    noted(Note("地面設備", "不含。", "Not included.", "Letter no. 3"))

    found = {topic.name: [note.source for note in topic.notes] for topic in topics_of(item())}
    assert found == {"軌道高度": ["Letter no. 1", "Letter no. 2"], "地面設備": ["Letter no. 3"]}


def test_a_note_taken_back_counts_no_longer_and_stays_on_record() -> None:
    noted()
    withdraw_scope_note(
        factories.acting("agency-nstc"), 12, "軌道高度", "The law changed.", newest_note(item())
    )

    (topic,) = topics_of(item())
    assert (topic.withdrawn, len(topic.notes), topic.newest.source) == (True, 2, "The law changed.")
    assert topics_of(item(), dt.date(2025, 6, 1)) == []


def test_only_the_items_own_authority_notes_its_scope() -> None:
    others = ("public", "office", "announcer", "agency-moea", "member-05")

    assert statuses_for(others, lambda by: note_scope(by, 12, NOTE)) == {403}
    noted()
    assert statuses_for(others, lambda by: withdraw_scope_note(by, 12, "軌道高度", "why")) == {403}


@pytest.mark.parametrize(
    ("note", "field"),
    [
        (Note(" ", "說明", "note", "letter"), "topic"),
        (Note("主題", "", "note", "letter"), "zh"),
        (Note("主題", "說明", " ", "letter"), "en"),
        (Note("主題", "說明", "note", ""), "source"),
        (Note("題" * 81, "說明", "note", "letter"), "topic"),
        (Note("主題", "說" * 2001, "note", "letter"), "zh"),
        (NOTE, "zh"),
    ],
)
def test_a_note_that_is_incomplete_too_long_or_says_nothing_new_is_refused(note: Note, field: str) -> None:
    noted()

    assert refused(lambda: noted(note)).field == field


def test_whoever_has_not_seen_the_newest_note_is_refused() -> None:
    noted()

    assert refused(lambda: noted(Note("主題", "說明", "note", "letter", seen=0))).status == 409
    noted(Note("主題", "說明", "note", "letter", seen=newest_note(item())))


def test_there_is_nothing_to_withdraw_on_a_topic_nobody_noted() -> None:
    by = factories.acting("agency-nstc")

    assert refused(lambda: withdraw_scope_note(by, 12, "軌道高度", "why")).field == "topic"
    assert refused(lambda: withdraw_scope_note(by, 12, "軌道高度", " ")).field == "why"


def test_the_newest_scan_is_shown_and_the_ones_before_stay() -> None:
    first, second = register.filed(papers_factories.pdf()), register.filed(papers_factories.png())

    assert [scan.pk for scan in scans_of(find_announcement(1))] == [second.pk, first.pk]
    assert (second.file_name, second.media_type) == ("公告.png", "image/png")
    assert bytes(find_scan(1, first.pk).body) == papers_factories.pdf()
    assert refused(lambda: find_scan(2, first.pk)).status == 404


def test_the_very_scan_that_is_shown_is_not_filed_twice() -> None:
    register.filed()

    assert refused(register.filed).field == "scan"


@pytest.mark.parametrize(
    "content",
    [b"", b"plain words", papers_factories.odt(), EICAR, b"MZ program", papers_factories.pdf() + EICAR,
     papers_factories.png()[:-4], b"%PDF-1.7 and no more", b"\x00" * (LARGEST + 1)],
    ids=["empty", "text", "odt", "eicar", "program", "eicar in a pdf", "cut png", "broken pdf", "too large"],
)  # fmt: skip
def test_what_is_no_sound_pdf_or_picture_is_refused(content: bytes) -> None:
    by = factories.acting("announcer")
    refusal = refused(lambda: file_scan(by, 1, HandedIn("公告.pdf", content)))

    assert (refusal.status, refusal.field) == (422, "scan")


def test_only_the_announcer_and_the_office_file_scans() -> None:
    file = HandedIn("公告.png", papers_factories.png())

    assert statuses_for(("public", "agency-nstc", "member-05"), lambda by: file_scan(by, 1, file)) == {403}
    file_scan(factories.acting("office"), 1, file)


def test_an_announcement_is_entered_with_its_scan_in_one_act() -> None:
    before = Act.objects.count()
    edition = register.renamed_on(scan=HandedIn("公告.pdf", papers_factories.pdf()))

    (scan,) = scans_of(find_announcement(edition))
    act = Act.objects.latest("seq")
    assert (act.kind, act.public["scan"]["sha256"]) == ("register.announced", scan.sha256)
    assert Act.objects.filter(kind="register.scan_filed").count() == 0
    assert before < act.seq


def test_a_scan_that_is_refused_leaves_nothing_announced() -> None:
    case = factories.pre_announced_case(factories.renaming())
    day = register.LATER
    notice = Notice((case.reference,), "示範字第1號", day, day, HandedIn("公告.pdf", b"no scan"))

    assert refused(lambda: announce(factories.acting("announcer", day), notice)).field == "scan"
