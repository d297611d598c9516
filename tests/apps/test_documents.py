"""What the documents of a case say, and that each says no more than its reader may see.

The files under ``tests/golden/documents`` are the documents of one case as text; a change of wording changes them.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from coretech.apps.audit.models import Act
from coretech.apps.cases.models import Case, PreAnnouncement
from coretech.apps.cases.operations.pre_announce import Draft, pre_announce
from coretech.apps.cases.operations.set_level import set_level
from coretech.apps.documents.files import MAKERS, document_of, file_of, offered
from coretech.apps.documents.models import Template
from coretech.apps.documents.naming import STEMS, Kind
from coretech.apps.documents.operations.set_template import set_template
from coretech.apps.register.operations.announce import Notice, announce
from coretech.engines.documents.model import (
    Block,
    Document,
    Facts,
    Heading,
    Numbered,
    Paragraph,
    Table,
    plain,
)
from coretech.kit.refusal import Refused
from tests import factories
from tests.factories import documents_factories, papers_factories
from tests.factories.documents_factories import OPINION, WHAT

GOLDEN = Path(__file__).parents[1] / "golden/documents"
DAY = factories.DAY


def lines(document: Document) -> Iterator[str]:
    """A document as text: its marking, its title, block by block."""
    yield f"[{document.kind}] [{document.marking}] [{document.footer}]"
    yield f"# {document.title}"
    for block in document.blocks:
        yield from _lines(block)


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(level=level, text=text):
            yield f"{'#' * (level + 1)} {text}"
        case Paragraph(text=text):
            yield plain(text)
        case Facts(pairs=pairs):
            yield from (f"{label}: {plain(value)}" for label, value in pairs)
        case Table(headings=headings, rows=rows, caption=caption):
            yield from ([caption] if caption else [])
            yield from (" | ".join(plain(cell) for cell in cells) for cells in (headings, *rows))
        case Numbered(items=items):
            yield from (f"- {plain(item.text)}" for item in items)
        case _:
            yield f"({type(block).__name__})"


def text(case: Case, kind: Kind, username: str = "office", *, english: bool = False) -> str:
    language = "en" if english else "zh-Hant-TW"
    return "\n".join(lines(document_of(factories.acting(username), case, kind, language))) + "\n"  # type: ignore[arg-type]  # one of the two


def refused(run: Callable[[], object]) -> Refused:
    with pytest.raises(Refused) as caught:
        run()
    return caught.value


@pytest.fixture
def checked(stage: None) -> Case:  # noqa: ARG001 - asked for, not read
    return documents_factories.checked_case()


@pytest.fixture
def renamed(stage: None) -> Case:  # noqa: ARG001 - asked for, not read
    case = factories.approved_case(factories.renaming())
    pre_announce(factories.acting("office"), Draft((case.reference,), "示範字第1140000001號", DAY, DAY))
    case.refresh_from_db()
    return case


def announced(case: Case) -> Case:
    notice = Notice(
        (case.reference,),
        "院臺科字第1140000001號",
        DAY + dt.timedelta(1),
        DAY + dt.timedelta(1),
    )
    announce(factories.acting("announcer", DAY + dt.timedelta(1)), notice)
    case.refresh_from_db()
    return case


@pytest.mark.parametrize("english", [False, True], ids=["zh", "en"])
@pytest.mark.parametrize("kind", [Kind.DOSSIER, Kind.PANEL_OPINION, Kind.OFFICE_NOTE, Kind.AGENDA_ITEM])
def test_the_documents_before_the_council_say_what_they_said(
    checked: Case,
    kind: Kind,
    english: bool,  # noqa: FBT001 - which language
) -> None:
    golden = GOLDEN / f"{STEMS[kind]}.{'en' if english else 'zh'}.txt"

    assert text(checked, kind, english=english) == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("english", [False, True], ids=["zh", "en"])
def test_the_published_documents_say_what_they_said(renamed: Case, english: bool) -> None:  # noqa: FBT001 - which language
    tag = "en" if english else "zh"
    said = {
        "pre-announcement": text(renamed, Kind.PRE_ANNOUNCEMENT, english=english),
        "announcement-draft": text(renamed, Kind.ANNOUNCEMENT, english=english),
        "announcement": text(announced(renamed), Kind.ANNOUNCEMENT, english=english),
    }

    assert said == {name: (GOLDEN / f"{name}.{tag}.txt").read_text(encoding="utf-8") for name in said}


def test_a_pre_announcement_has_its_number_only_once_it_is_published(stage: None) -> None:  # noqa: ARG001 - asked for, not read
    case = factories.approved_case(factories.addition())
    assert "（文號待編）" in text(case, Kind.PRE_ANNOUNCEMENT)
    assert "草稿　密" in text(case, Kind.PRE_ANNOUNCEMENT)

    pre_announce(factories.acting("office"), Draft((case.reference,), "示範字第1號", DAY, DAY))
    case.refresh_from_db()

    assert "發文字號: 示範字第1號" in text(case, Kind.PRE_ANNOUNCEMENT)
    assert "草稿" not in text(case, Kind.PRE_ANNOUNCEMENT)
    assert PreAnnouncement.objects.get().document_number in text(case, Kind.PRE_ANNOUNCEMENT, english=True)


def test_an_item_of_the_agenda_tells_the_resolution_once_there_is_one(checked: Case, renamed: Case) -> None:
    assert "（會議後填入）" in text(checked, Kind.AGENDA_ITEM)
    assert "（會議後填入）" not in text(renamed, Kind.AGENDA_ITEM)
    assert "照案通過。" in text(renamed, Kind.AGENDA_ITEM)
    assert "Approved." in text(renamed, Kind.AGENDA_ITEM, english=True)


def test_a_case_that_is_approved_again_gets_a_draft_of_its_own(renamed: Case) -> None:
    renamed.state = "approved"

    assert "（文號待編）" in text(renamed, Kind.PRE_ANNOUNCEMENT)


def test_a_secret_part_is_in_nobody_s_document_but_theirs_who_have_leave(checked: Case) -> None:
    set_level(factories.acting("office"), checked.reference, "description", "secret", why="a test")

    theirs, others = text(checked, Kind.DOSSIER), text(checked, Kind.DOSSIER, "agency-nstc")
    assert WHAT in theirs
    assert "機密" in theirs.splitlines()[0]
    assert WHAT not in others
    assert "本項未對閱覽人開放" in others
    assert WHAT not in text(checked, Kind.AGENDA_ITEM, "agency-nstc")
    assert WHAT in text(checked, Kind.AGENDA_ITEM)


@pytest.mark.parametrize("kind", [Kind.DOSSIER, Kind.PANEL_OPINION, Kind.OFFICE_NOTE, Kind.AGENDA_ITEM])
@pytest.mark.parametrize("username", ["public", "member-05", "announcer", "administrator", "panel-nstc-01"])
def test_what_is_closed_to_a_reader_is_in_no_document(checked: Case, kind: Kind, username: str) -> None:
    assert refused(lambda: text(checked, kind, username)).status == 403


def test_a_draft_of_the_council_s_proposal_is_closed_to_the_public(stage: None) -> None:  # noqa: ARG001 - asked for, not read
    case = factories.approved_case(factories.addition())

    assert refused(lambda: text(case, Kind.PRE_ANNOUNCEMENT, "public")).status == 403


def test_a_document_that_cannot_be_made_yet_is_refused_and_offered_with_the_reason(stage: None) -> None:  # noqa: ARG001 - asked for, not read
    case = factories.draft_case(factories.addition())

    closed = {each.kind for each in offered(factories.acting("office"), case) if each.refusal is not None}

    assert closed == {Kind.PANEL_OPINION, Kind.PRE_ANNOUNCEMENT, Kind.ANNOUNCEMENT}
    for kind in closed:
        assert refused(lambda kind=kind: text(case, kind)).status == 409  # type: ignore[misc]  # a default of its own


def test_every_kind_of_document_has_a_maker() -> None:
    assert set(MAKERS) == set(Kind) - {Kind.MINUTES}


def test_a_document_of_confidential_content_names_its_reader(checked: Case) -> None:
    assert "閱覽人：辦公室承辦人（示範）。" in text(checked, Kind.PANEL_OPINION)
    assert OPINION in text(checked, Kind.PANEL_OPINION)


def test_the_same_document_made_at_the_same_moment_is_the_same_bytes(checked: Case) -> None:
    made = [file_of(factories.acting("office"), checked, Kind.DOSSIER, "odt").content for _ in range(2)]

    assert made[0] == made[1]


def test_setting_a_template_is_one_act_without_its_note(stage: None) -> None:  # noqa: ARG001 - asked for, not read
    act = set_template(factories.acting("office"), "dossier", documents_factories.template("一"), "只給內部")

    assert (act.subject, act.public["version"]) == ("template/dossier", 1)
    assert "只給內部" not in bytes(Act.objects.get(pk=act.pk).leaf).decode()


def test_the_same_template_twice_is_refused(stage: None) -> None:  # noqa: ARG001 - asked for, not read
    by, template = factories.acting("office"), documents_factories.template("一")
    set_template(by, "dossier", template)

    assert refused(lambda: set_template(by, "dossier", template)).status == 409


@pytest.mark.parametrize(
    "bad",
    [
        b"",
        papers_factories.pdf(),
        papers_factories.odt(),
        papers_factories.odt(more={"styles.xml": b"<!DOCTYPE x []><x/>"}),
        papers_factories.odt(more={"Basic/x.xml": b"<x/>"}),
        papers_factories.odt(more={"x.bin": bytes(100_000_000)}),
        bytes(200_000_000),
    ],
    ids=["empty", "pdf", "no styles", "entities", "macros", "bomb", "200 MB"],
)
def test_a_file_that_cannot_be_a_template_is_refused_at_its_field(stage: None, bad: bytes) -> None:  # noqa: ARG001 - asked for, not read
    told = refused(lambda: set_template(factories.acting("office"), "dossier", bad))

    assert (told.status, told.field) == (422, "odt")
    assert not Template.objects.exists()


def test_minutes_are_a_meeting_s_and_no_document_of_a_case(checked: Case) -> None:
    by = factories.acting("office")

    assert refused(lambda: file_of(by, checked, Kind.MINUTES, "odt")).status == 404
    assert set_template(by, "minutes", documents_factories.template("一")).subject == "template/minutes"
