"""Dossiers as large as they may be are saved; what is larger is told so, and nothing that was typed is lost."""

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings as configured
from django.test import Client
from pytest_django import Settings

from coretech.apps.cases.choices import GROUNDS
from coretech.apps.cases.content_json import MOST_ROWS, as_json, content_of
from coretech.apps.cases.models import Part, PartDraft
from tests.api.caller import Caller, problem_of
from tests.factories.dossier_factories import OFFICER, address, draft
from tests.web.page_text import words_of

pytestmark = pytest.mark.usefixtures("stage")

Visit = Callable[[str], Client]
HEAD = {"based_on": "0", "stamp": "", "level": "confidential"}
PIECES = 600
"""Sixty claims with ten pieces of evidence each; the statutory test has eight grounds to put them under."""


def evidence(count: int) -> dict[str, str]:
    """So many pieces over all the grounds, as the page sends them."""
    sent: dict[str, str] = {}
    for number in range(count):
        ground = list(GROUNDS)[number % len(GROUNDS)]
        row = f"{ground}-evidence-{number // len(GROUNDS)}"
        sent |= {
            f"{ground}-claimed": "on",
            f"{ground}-argument": "理由。",
            f"{row}-what": f"第{number}件",
            f"{row}-source": "主管機關",
            f"{row}-date": "2025-01-02",
            f"{row}-link": f"https://example.org/{number}",
            f"{row}-attachment": "",
        }
    return sent


def rows(content: dict[str, Any]) -> int:
    return sum(len(content[ground]["evidence"]) for ground in GROUNDS)


def test_six_hundred_pieces_of_evidence_are_drafted_saved_and_drawn(visit: Visit) -> None:
    case, client, sent = draft(), visit(OFFICER), evidence(PIECES) | HEAD
    page = address(case, "definition")
    assert len(sent) > 1000, "more than Django takes by itself"

    kept = client.post(f"{page}draft/", sent)
    assert "草稿已自動保存" in words_of(kept.content)
    assert rows(PartDraft.objects.get().content["form"]) == PIECES
    saved = client.post(page, sent | {"do": "write"})

    assert saved.status_code == 302
    assert rows(as_json(content_of(Part.objects.get()))) == PIECES
    assert client.get(page).content.decode().count("https://example.org/") == PIECES


def test_one_row_too_many_comes_back_with_all_that_was_typed(visit: Visit) -> None:
    case = draft()
    many = {f"defence-evidence-{place}-what": f"第{place}件" for place in range(MOST_ROWS + 1)}

    answer = visit(OFFICER).post(address(case, "definition"), HEAD | many | {"do": "write"})

    assert answer.status_code == 422
    assert "最多100列，請刪減。" in words_of(answer.content)
    assert all(f'value="第{place}件"' in answer.text for place in range(MOST_ROWS + 1))
    assert not Part.objects.exists()


def test_a_text_too_long_comes_back_whole(visit: Visit) -> None:
    case, text = draft(), "字" * 400_000

    answer = visit(OFFICER).post(address(case, "description"), HEAD | {"what": text, "do": "write"})

    assert answer.status_code == 422
    assert text in answer.text


@pytest.mark.parametrize(
    ("language", "what", "then"),
    [
        ("", "超過系統一次能收的大小", "先前存下的草稿與版本都還在"),
        ("/en", "more than can be taken at once", "what was kept before is still there"),
    ],
)
@pytest.mark.parametrize("limit", ["DATA_UPLOAD_MAX_NUMBER_FIELDS", "DATA_UPLOAD_MAX_MEMORY_SIZE"])
def test_a_form_beyond_any_sensible_size_is_told_so_and_the_draft_stands(  # noqa: PLR0913, PLR0917 - a table of words
    visit: Visit, settings: Settings, language: str, what: str, then: str, limit: str
) -> None:
    case, client = draft(), visit(OFFICER)
    client.post(address(case, "definition", "draft/"), HEAD | evidence(10))
    assert getattr(configured, limit) > 5000
    setattr(settings, limit, 50)

    answers = [
        client.post(f"{language}{address(case, 'definition', more)}", HEAD | evidence(50), follow=True)
        for more in ("", "draft/")
    ]

    assert [answer.status_code for answer in answers] == [413, 413]
    assert all(what in words_of(answer.content) and then in words_of(answer.content) for answer in answers)
    assert rows(PartDraft.objects.get().content["form"]) == 10


def test_the_api_says_the_same_with_its_status(visit: Visit, settings: Settings) -> None:
    case = draft()
    visit("public")  # sets the clock on the day the token is made
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 50
    sent = {"content": {"what": "x" * 100}}

    problem_of(Caller.named(OFFICER).send("PUT", f"/cases/{case.reference}/dossier/description", sent), 413)


def test_the_page_carries_what_to_say_where_a_draft_is_not_kept(visit: Visit) -> None:
    case, client = draft(), visit(OFFICER)

    assert "草稿未能自動保存" in client.get(address(case, "functions")).text
    assert "could not be kept" in client.get(f"/en{address(case, 'functions')}").text
