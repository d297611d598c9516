"""Attachments of a case: what is taken, how it is kept, to whom it opens, and how it is handed out."""

import io
import random
from collections.abc import Callable

import pytest
from pypdf import PdfReader

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.cases import attachments
from coretech.apps.cases.attachments import pieces_of
from coretech.apps.cases.handed_in import BadFiles, HandedIn
from coretech.apps.cases.models import Attachment, AttachmentPiece, Case
from coretech.apps.cases.operations.attach import attach
from coretech.apps.cases.operations.withdraw_attachment import withdraw_attachment
from coretech.apps.meetings.attachment_copies import hand_out_attachment
from coretech.apps.meetings.attachments import listed_attachments
from coretech.readers.files.virus import EICAR
from tests import factories
from tests.apps.refusing import refused, statuses_for
from tests.factories import papers_factories

ActingAs = Callable[..., Acting]


@pytest.fixture
def case(stage: None) -> Case:  # noqa: ARG001 - asked for, not read
    return factories.draft_case(factories.addition())


def attached(case: Case, *files: HandedIn, part: str = "", level: str = "confidential") -> Attachment:
    given = files or (HandedIn("說明.txt", b"the words"),)
    attach(factories.acting("agency-nstc"), case.reference, given, part, level)
    return case.attachments.latest("pk")


def content(attachment: Attachment) -> bytes:
    return b"".join(pieces_of(attachment))


def test_a_file_is_kept_sealed_and_comes_back_as_it_was(case: Case) -> None:
    words = random.Random(1).randbytes(10_000).hex().encode()  # noqa: S311 - any long text does

    attachment = attached(case, HandedIn("說明.doc", words))

    assert content(attachment) == words
    assert (attachment.title, attachment.file_name, attachment.size) == ("說明", "說明.txt", len(words))
    assert words[:40] not in bytes(AttachmentPiece.objects.get().sealed)


def test_a_large_file_is_sealed_in_pieces_that_stand_in_their_places(case: Case) -> None:
    words = b"0123456789abcdef" * (attachments.PIECE // 16 * 2 + 1)

    attachment = attached(case, HandedIn("large.txt", words))

    assert AttachmentPiece.objects.count() == 3
    assert content(attachment) == words


def test_a_file_that_was_moved_to_another_case_does_not_open(case: Case) -> None:
    attached(case)
    moved = attached(factories.draft_case(factories.renaming()))

    Attachment.objects.filter(pk=moved.pk).update(case=case, title="moved")

    assert refused(lambda: hand_out_attachment(factories.acting("office"), moved.pk)).status == 409


def test_a_file_of_which_a_piece_is_missing_leaves_in_no_part(case: Case) -> None:
    whole = attached(case)
    cut = Attachment.objects.create(
        case=case,
        title="cut",
        version=1,
        size=2 * attachments.PIECE,
        sha256="",
        attached_at=whole.attached_at,
    )

    attachments.write_pieces(cut, b"x" * attachments.PIECE)

    assert next(pieces_of(cut)) == b"x" * attachments.PIECE
    assert refused(lambda: hand_out_attachment(factories.acting("office"), cut.pk)).status == 409


def test_the_same_title_is_the_next_version_and_the_older_one_stays(case: Case) -> None:
    attached(case)
    newer = attached(case, HandedIn("說明.txt", b"other words"))

    assert newer.version == 2
    assert [content(each) for each in attachments.attachments_of(case)] == [b"other words", b"the words"]


@pytest.mark.parametrize(
    ("name", "bad", "words"),
    [
        ("virus.txt", EICAR, "EICAR"),
        ("program.pdf", b"MZ\x90\x00", "program"),
        ("macro.odt", papers_factories.odt(more={"Basic/script-lc.xml": b"<x/>"}), "macro"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "old or encrypted Office"),
        ("empty.csv", b"", "is empty"),
        ("unknown.bin", b"\x00\x01\x02\xff", "not known here"),
    ],
    ids=lambda value: value if isinstance(value, str) and "." in value else "",
)
def test_one_bad_file_keeps_all_of_them_out(case: Case, name: str, bad: bytes, words: str) -> None:
    keeps_all_out(case, name, bad, words)


def test_a_file_that_would_swell_keeps_all_of_them_out(case: Case) -> None:
    keeps_all_out(case, "bomb.odt", papers_factories.bomb(), "“bomb.odt”")


def keeps_all_out(case: Case, name: str, bad: bytes, words: str) -> None:
    files = (HandedIn("fine.txt", b"fine"), HandedIn(name, bad))

    told = refused(lambda: attach(factories.acting("agency-nstc"), case.reference, files))

    assert isinstance(told, BadFiles)
    assert [each for each, _ in told.faults] == [name]
    assert words in told.sentence.en
    assert not Attachment.objects.exists()


def test_every_fault_is_told_at_once(case: Case) -> None:
    files = (
        HandedIn("a.exe", b"MZ"),
        HandedIn("../b.txt", b""),
        HandedIn("c.txt", b"1"),
        HandedIn("c.md", b"2"),
    )

    told = refused(lambda: attach(factories.acting("agency-nstc"), case.reference, files))

    assert isinstance(told, BadFiles)
    assert [name for name, _ in told.faults] == ["a.exe", "b.txt", "c"]


def test_no_file_at_all_is_said(case: Case) -> None:
    assert (
        "at least one" in refused(lambda: attach(factories.acting("office"), case.reference, ())).sentence.en
    )


def test_the_two_hundred_and_first_file_is_refused(case: Case) -> None:
    attached(case, *(HandedIn(f"{number}.txt", b"words") for number in range(attachments.MOST)))

    told = refused(lambda: attached(case))

    assert (told.status, "has 200" in told.sentence.en) == (409, True)


def test_files_are_attached_by_whoever_writes_the_dossier(case: Case) -> None:
    def run(by: Acting) -> None:
        attach(by, case.reference, (HandedIn("a.txt", b"words"),))

    assert statuses_for(["public", "agency-moea", "member-03", "announcer", "panel-nstc-01"], run) == {403}


def test_after_the_submission_nothing_is_attached_or_withdrawn(stage: None) -> None:  # noqa: ARG001 - asked for
    case = factories.draft_case(factories.addition())
    attachment = attached(case)
    factories.write_dossier(case)
    case.state = "submitted"
    case.save()

    by = factories.acting("agency-nstc")
    assert refused(lambda: attached(case)).status == 409
    assert refused(lambda: withdraw_attachment(by, case.reference, attachment.pk, "old")).status == 409


def test_a_withdrawn_file_stays_listed_and_opens_to_nobody(case: Case, acting_as: ActingAs) -> None:
    attachment = attached(case)
    withdraw_attachment(acting_as("agency-nstc"), case.reference, attachment.pk, "superseded")

    (listed,) = listed_attachments(acting_as("agency-nstc"), case)
    assert (listed.ruling.is_yes, listed.opens) == (True, False)
    told = refused(lambda: hand_out_attachment(acting_as("agency-nstc"), attachment.pk))
    assert told.status == 409
    by = acting_as("agency-nstc")
    assert refused(lambda: withdraw_attachment(by, case.reference, attachment.pk, "again")).status == 409


def test_a_pdf_bears_its_reader_s_name_and_others_a_note(case: Case, acting_as: ActingAs) -> None:
    pdf = attached(case, HandedIn("圖.pdf", papers_factories.pdf()))
    text = attached(case)

    marked = hand_out_attachment(acting_as("office"), pdf.pk)
    plain = hand_out_attachment(acting_as("office"), text.pk)

    page = PdfReader(io.BytesIO(b"".join(marked.pieces))).pages[0].extract_text()
    assert "辦公室承辦人" in page
    assert "2025-06-02 10:00" in page
    assert plain.note.startswith("辦公室承辦人（示範）　2025-06-02 10:00")
    assert b"".join(plain.pieces) == b"the words"


def test_each_opening_is_an_act_without_a_name_or_a_title_in_its_leaf(
    case: Case, acting_as: ActingAs
) -> None:
    attachment = attached(case)

    for _ in range(2):
        hand_out_attachment(acting_as("office"), attachment.pk)

    acts = Act.objects.filter(kind="case.file_opened")
    assert acts.count() == 2
    assert "說明" not in b"".join(bytes(act.leaf) for act in Act.objects.all()).decode()


@pytest.mark.parametrize("username", ["public", "agency-moea", "announcer", "member-03", "administrator"])
def test_who_may_not_know_of_the_case_finds_no_attachment(case: Case, username: str) -> None:
    attachment = attached(case)

    told = refused(lambda: hand_out_attachment(factories.acting(username), attachment.pk))

    assert told.status == 404
