"""``coretech documents``."""

from pathlib import Path

from coretech.apps.cases.drafts import draft_of
from tests import factories
from tests.cli.conftest import Run
from tests.factories import documents_factories
from tests.factories.documents_factories import WHAT, WRITER, filled_form


def test_documents_are_listed_and_made(run: Run, tmp_path: Path) -> None:
    case = documents_factories.checked_case()
    target = tmp_path / "note.pdf"

    assert "office-note" in run("documents", "list", case.reference, "--as", "office").out
    made = ("documents", "make", case.reference, "office-note", "--to", str(target), "--as", "office")
    assert run(*made).status == 0
    assert target.read_bytes().startswith(b"%PDF")
    assert run(*made).status == 2
    assert run(*made[:5], str(tmp_path / "note.doc"), "--as", "office").status == 2
    assert run(*made[:5], str(tmp_path / "closed.odt"), "--as", "member-05").status != 0


def test_a_form_is_compared_and_brought_back(run: Run, tmp_path: Path) -> None:
    case = documents_factories.drafted_case()
    file = tmp_path / "filled.odt"
    file.write_bytes(filled_form(case, (WHAT, "改寫的說明")))
    form = ("documents", "form", case.reference, "--to", str(tmp_path / "form.odt"), "--as", WRITER)
    assert run(*form).status == 0

    told = run("documents", "compare", case.reference, str(file), "--as", WRITER)
    assert "{+改寫的說明+}" in told.out
    seen = told.out.rsplit("--seen ", 1)[1].strip()
    assert (
        run("documents", "bring-back", case.reference, str(file), "--seen", "x", "--as", WRITER).status == 1
    )
    assert (
        run("documents", "bring-back", case.reference, str(file), "--seen", seen, "--as", WRITER).status == 0
    )

    assert draft_of(factories.acting(WRITER), case, "description") is not None


def test_a_template_is_set(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "template.odt"
    file.write_bytes(documents_factories.template("頁首"))

    assert (
        run("documents", "set-template", "dossier", str(file), "--as", "office", "--json").subject
        == "template/dossier"
    )
    assert (
        run("documents", "set-template", "dossier", str(tmp_path / "none.odt"), "--as", "office").status == 2
    )
