"""Evidence that points to an attachment of its case: chosen from a list, opened by the attachment's own level."""

from collections.abc import Callable

import pytest
from django.test import Client

from coretech.apps.audit.models import Act
from coretech.apps.cases.asking import Asked, Kind
from coretech.apps.cases.handed_in import HandedIn
from coretech.apps.cases.models import Attachment, Case, Part
from coretech.apps.cases.operations.attach import attach
from coretech.apps.cases.operations.set_level import set_level
from coretech.apps.cases.operations.withdraw_attachment import withdraw_attachment
from coretech.apps.documents.form.words import printed, read_back
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from tests import factories
from tests.factories.dossier_factories import OFFICER, address, draft, write
from tests.web.page_text import text_of, words_of

pytestmark = pytest.mark.usefixtures("stage")

Visit = Callable[[str], Client]
PART = "definition"
CELL = "defence-evidence-0-attachment"


def handed_in(case: Case, name: str = "白皮書.txt", words: bytes = b"the words") -> Attachment:
    attach(factories.acting(OFFICER), case.reference, (HandedIn(name, words),), PART)
    return Attachment.objects.latest("pk")


def cite(case: Case, file: object, username: str = OFFICER) -> None:
    evidence = [{"what": "證明", "attachment": str(file)}]
    write(case, PART, {"defence": {"claimed": True, "argument": "因為。", "evidence": evidence}}, username)


def sent(value: object, do: str = "write") -> dict[str, str]:
    return {
        "based_on": "0", "stamp": "", "level": "confidential", "do": do,
        "defence-claimed": "on", "defence-argument": "因為。", CELL: str(value),
    }  # fmt: skip


def withdraw(file: Attachment) -> None:
    withdraw_attachment(factories.acting(OFFICER), file.case.reference, file.pk, "out of date")


def test_evidence_is_chosen_from_the_attachments_of_the_case(visit: Visit) -> None:
    case, other = draft(), draft()
    file, strange = handed_in(case), handed_in(other, "別案.txt")
    client = visit(OFFICER)

    page = client.get(address(case, PART)).content.decode()
    client.post(address(case, PART), sent(file.pk))

    assert f'<option value="{file.pk}">附件{file.pk}：白皮書' in page
    assert f"Attachment {file.pk}: " in client.get(f"/en{address(case, PART)}").content.decode()
    assert f'<option value="{strange.pk}"' not in page
    assert Part.objects.get().content["defence"]["evidence"][0]["attachment"] == str(file.pk)


def test_the_dossier_leads_to_the_attachment_by_its_number_and_not_its_title(visit: Visit) -> None:
    case = draft()
    file = handed_in(case)
    cite(case, file.pk)

    page = visit(OFFICER).get(f"/cases/{case.reference}/dossier/").content.decode()

    assert f'<a class="govuk-link" href="/attachments/{file.pk}/">附件{file.pk}</a>' in page
    assert file.title not in Part.objects.get().text
    assert f"附件{file.pk}" in Part.objects.get().text


@pytest.mark.parametrize("language", ["", "/en"])
def test_the_page_of_an_attachment_hands_it_out_and_records_it(visit: Visit, language: str) -> None:
    file, client = handed_in(draft()), visit(OFFICER)

    page = text_of(client, f"{language}/attachments/{file.pk}/")
    answer = client.post(f"{language}/attachments/{file.pk}/")

    assert file.title in page
    assert ("每次開啟都會記錄" if language == "" else "Each opening is recorded") in page
    assert b"".join(answer) == b"the words"
    assert Act.objects.filter(kind="case.file_opened", subject=f"attachment/{file.pk}").count() == 1


def test_an_attachment_opens_by_its_own_level_whatever_cites_it(visit: Visit) -> None:
    case = draft()
    file = handed_in(case)
    cite(case, file.pk)
    set_level(factories.acting(OFFICER), case.reference, file.pk, "secret", why="trade secret")
    client = visit("office")

    assert f"/attachments/{file.pk}/" in client.get(f"/cases/{case.reference}/dossier/").content.decode()
    assert client.get(f"/attachments/{file.pk}/").status_code == 403
    assert client.post(f"/attachments/{file.pk}/").status_code == 403
    form = text_of(client, address(case, PART))
    assert f"附件{file.pk}（未對您開放）" in form
    assert file.title not in form
    for username in ("agency-moea", "member-02", "public"):
        assert visit(username).get(f"/attachments/{file.pk}/").status_code == 404


def test_a_newer_version_is_told_and_offered(visit: Visit) -> None:
    case = draft()
    first = handed_in(case)
    cite(case, first.pk)
    second = handed_in(case, words=b"new words")
    client = visit(OFFICER)

    page = client.get(address(case, PART)).content.decode()

    assert f'<option value="{first.pk}" selected>' in page
    assert f'<option value="{second.pk}">' in page
    assert f"附件{first.pk}已有第2版：附件{second.pk}。" in words_of(page.encode())
    assert "已有較新的版本：第2版" in text_of(client, f"/attachments/{first.pk}/")
    assert "There is a newer version: version 2" in text_of(client, f"/en/attachments/{first.pk}/")


def test_a_withdrawn_attachment_stays_cited_is_told_and_opens_no_more(visit: Visit) -> None:
    case = draft()
    file = handed_in(case)
    cite(case, file.pk)
    withdraw(file)
    client = visit(OFFICER)

    live = client.post(address(case, PART, "draft/"), sent(file.pk))
    again = client.post(address(case, PART), sent(file.pk) | {"based_on": "1"})

    assert f"附件{file.pk}已撤下。" in words_of(live.content)
    assert again.status_code == 302, "what was cited may stand"
    assert "不再提供" in text_of(client, f"/attachments/{file.pk}/")
    assert client.post(f"/attachments/{file.pk}/").status_code == 409
    assert f'<option value="{file.pk}" selected>' in client.get(address(case, PART)).content.decode()


def test_a_withdrawn_version_leads_to_the_one_that_took_its_place(visit: Visit) -> None:
    case = draft()
    first = handed_in(case)
    withdraw(first)
    second = handed_in(case, words=b"new words")
    cite(case, first.pk)

    form = text_of(visit(OFFICER), f"/en{address(case, PART)}")

    assert f"withdrawn; version 2 is attachment {second.pk}" in form


def test_a_file_of_another_case_cannot_be_cited(visit: Visit) -> None:
    case, strange = draft(), handed_in(draft())

    answer = visit(OFFICER).post(address(case, PART), sent(strange.pk))

    assert answer.status_code == 422
    assert f'href="#{CELL}"' in answer.content.decode()
    assert "本案沒有這個附件" in words_of(answer.content)
    with pytest.raises(Refused, match="no such attachment") as refused:
        cite(case, 999_999_999)
    assert refused.value.field == "defence.evidence.0.attachment"
    assert not Part.objects.exists()


def test_a_name_typed_before_there_was_a_list_stays_a_choice(visit: Visit) -> None:
    case = draft()
    cite(case, "國防部白皮書")

    page = visit(OFFICER).get(address(case, PART)).content.decode()

    assert '<option value="國防部白皮書" selected>國防部白皮書</option>' in page
    assert "國防部白皮書" in text_of(visit(OFFICER), f"/cases/{case.reference}/dossier/")


def test_the_offline_form_brings_the_number_back() -> None:
    asked = Asked(Sentence("附件", "Attachment"), Kind.FILE)

    assert read_back(asked, printed(asked, "57", "zh-Hant-TW")) == "57"
    assert read_back(asked, " 附件57 ") == "57"
    assert read_back(asked, "Attachment 57") == "57"
    assert read_back(asked, "白皮書") == "白皮書"
