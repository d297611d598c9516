"""No reader is given a word of a case that the table of fields keeps from them, whatever they ask for."""

import io
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
from django.test import Client

from coretech.apps.accounts.models import Account
from coretech.apps.audit.models import Act, Outbox
from coretech.apps.cases.models import Attachment
from coretech.cli import main
from tests import factories
from tests.leaks import planting, surfaces
from tests.leaks.planting import World
from tests.leaks.reading import words_in
from tests.leaks.surfaces import content_of

READERS = [
    *("public", "office", "announcer", "administrator"),
    *(planting.OFFICER, planting.OTHER, planting.STAND_IN, "panel-nstc-01"),
    *("member-01", "member-03", planting.RECUSED, planting.DECLARED, "member-07", planting.GRANTED),
]
"""Every role of the cast: another agency's officer, invited as an observer; a stand-in; a panel member; of the
council the convener, one who has not declared, one recused, one who declared, one who has not signed, one with leave
by name; member 3 is the one whose seat the stand-in sits in."""


pytestmark = pytest.mark.django_db


def leaks(world: World, username: str, answers: Iterator[tuple[str, bytes]]) -> dict[str, set[str]]:
    """Where somebody was given words kept from them, and the fields these stand in."""
    hidden = world.cage.hidden_from(factories.acting(username))
    found = {
        where: {hidden[word] for word in words_in(content) & hidden.keys()} for where, content in answers
    }
    return {where: fields for where, fields in found.items() if fields}


def browser(username: str) -> Client:
    client = Client(raise_request_exception=False)
    if username != "public":
        account = Account.objects.get(username=username)
        client.force_login(account, "django.contrib.auth.backends.ModelBackend")
    return client


@pytest.mark.parametrize("username", READERS)
@pytest.mark.parametrize("surface", ["pages", "operations", "commands"])
def test_nothing_leaks(world: World, surface: str, username: str) -> None:
    assert leaks(world, username, given(world, surface, username)) == {}


def given(world: World, surface: str, username: str) -> Iterator[tuple[str, bytes]]:
    """All that somebody is given on a surface, by what was asked for."""
    client, values = browser(username), surfaces.values_of(world)
    if surface == "pages":
        yield from ((where, content_of(client, where)) for where in surfaces.pages(values))
    elif surface == "operations":
        for method, where in surfaces.operations(values):
            yield f"{method} {where}", content_of(client, where, method)
    else:
        yield from ((" ".join(typed), told(username, *typed)) for typed in surfaces.commands(values))


def told(username: str, *typed: str) -> bytes:
    """Both streams of a command; the public names no account."""
    out, account = io.StringIO(), () if username == "public" else ("--as", username)
    with redirect_stdout(out), redirect_stderr(out):
        main(["--lang", "en", *typed, *account])
    return out.getvalue().encode()


@pytest.mark.parametrize("username", READERS)
def test_an_attachment_is_handed_out_only_to_whom_it_opens(world: World, username: str) -> None:
    client, files = browser(username), Attachment.objects.values_list("pk", flat=True)

    handed_out = (
        (f"file {pk}", content_of(client, f"/api/v1/attachments/{pk}/opening", "post")) for pk in files
    )

    assert leaks(world, username, handed_out) == {}


def test_no_mail_and_no_leaf_of_the_log_holds_a_planted_word(world: World) -> None:
    letters = [
        f"{each.subject_zh}{each.subject_en}{each.text}{each.calendar}" for each in Outbox.objects.all()
    ]
    leaves = [bytes(act.leaf) for act in Act.objects.all()]

    assert letters
    assert len(leaves) > len(world.cases)
    assert words_in(" ".join(letters).encode()) & set(_all_words(world)) == set()
    assert words_in(b" ".join(leaves)) & set(_all_words(world)) == set()


@pytest.mark.parametrize(
    ("surface", "models"),
    [
        ("pages", {"Case", "Part", "Attachment", "Comment", "OfficeCheck", "PanelReview", "Consultation"}),
        ("operations", {"Case", "Part", "Attachment", "OfficeCheck", "PanelReview", "Consultation"}),
        ("commands", {"Case", "Part", "Attachment", "Consultation"}),
    ],
)
def test_the_crawl_finds_what_opens(world: World, surface: str, models: set[str]) -> None:
    """One that found nothing would pass for the wrong reason."""
    answers = list(given(world, surface, "office"))
    found = set[str]().union(*(words_in(content) for _, content in answers))

    assert {type(each.row).__name__ for each in world.cage.canaries if each.word in found} >= models
    assert [where for where, content in answers if b"Traceback" in content] == []


def test_a_stand_in_is_given_the_dossier_before_its_meeting_and_no_other(world: World) -> None:
    client = browser(planting.STAND_IN)
    pages = {
        case.state: words_in(content_of(client, f"/cases/{case.reference}/dossier/")) for case in world.cases
    }

    assert [state for state, words in pages.items() if words] == ["on_agenda"]


def test_every_word_is_kept_from_somebody_and_open_to_somebody(world: World) -> None:
    readers = [factories.acting(username) for username in READERS]

    shows = world.cage.shows
    kept = [each.word for each in world.cage.canaries if all(shows(by, each) for by in readers)]
    closed = {
        type(each.row).__name__ for each in world.cage.canaries if not any(shows(by, each) for by in readers)
    }

    assert len(kept) < len(world.cage.canaries) / 4
    assert closed <= {"Part", "Attachment", "Remark"}


def test_a_leak_would_be_seen(world: World, tmp_path: Path) -> None:
    word = next(iter(world.cage.hidden_from(factories.acting("public"))))
    (tmp_path / "page").write_text(f"<p>{word[:10]}<wbr>{word[10:]}</p>")

    assert leaks(world, "public", iter([("page", (tmp_path / "page").read_bytes())]))


def _all_words(world: World) -> Iterator[str]:
    return (each.word for each in world.cage.canaries)
