"""The pages of bodies: the board on any day, and appointing, ending, renewing with the answers checked first."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from coretech.apps.bodies.exchange import rows_of
from coretech.apps.bodies.models import Appointment, Body, Seat
from coretech.apps.people.models import Agency, Posting
from coretech.readers.seats.rows import SeatRow, read_board
from coretech.readers.seats.write import Format, write_board
from tests import factories
from tests.factories import bodies_factories as bodies

Visit = Callable[[str], Client]

DAY = factories.DAY
TERM = {"person": "", "name_zh": "林一", "name_en": "Lin Yi", "start": "114.6.2", "once": "k"}


def text(client: Client, page: str, status: int = 200) -> str:
    answer = client.get(page)
    assert answer.status_code == status
    return answer.content.decode()


def sent(client: Client, page: str, given: dict[str, str], status: int = 200) -> str:
    answer = client.post(page, given)
    assert answer.status_code == status, answer.content.decode()
    return answer.content.decode()


def board(body: Body | None = None) -> str:
    return f"/bodies/{(body or bodies.council()).pk}/"


@pytest.mark.parametrize(
    ("username", "panels"), [("office", 0), ("member-03", 0), ("agency-nstc", 1), ("announcer", 0)]
)
def test_the_list_shows_the_bodies_a_reader_may_see(visit: Visit, username: str, panels: int) -> None:
    page = text(visit(username), "/bodies/")

    assert "國家核心關鍵技術審議會" in page
    assert page.count("專家審查會</a>") == panels
    assert "組成合於規定" in page


@pytest.mark.parametrize("path", ["/bodies/", "/seats/{seat}/", "/bodies/{body}/", "/bodies/{body}/file.csv"])
def test_the_public_sees_nothing_of_it(visit: Visit, path: str) -> None:
    where = path.format(seat=bodies.seat(1).pk, body=bodies.council().pk)

    assert visit("public").get(where).status_code in {302, 403}


def test_a_panel_s_board_is_its_agency_s_own(visit: Visit) -> None:
    panel = Body.objects.get(kind="panel", agency__code="nstc")

    assert visit("agency-nstc").get(board(panel)).status_code == 200
    assert visit("office").get(board(panel)).status_code == 403
    assert visit("agency-moea").get(board(panel)).status_code == 403
    assert visit("office").get("/bodies/99999999999999999999/").status_code == 404


@pytest.mark.parametrize(("language", "words"), [("", "組成合於規定"), ("/en", "Lawfully composed")])
def test_the_board_of_today_says_who_sits_and_why_it_is_lawful(
    visit: Visit, language: str, words: str
) -> None:
    page = text(visit("member-03"), f"{language}{board()}")

    assert words in page
    assert page.count("<dd>25</dd>") >= 2
    assert "新增席位" not in page
    assert "Add a seat" not in page


def test_the_board_of_any_day_uses_the_names_of_that_day(visit: Visit) -> None:
    client = visit("office")

    assert "科技部" in text(client, f"{board()}?on=110.1.1")
    assert "民國116年3月3日" in text(client, f"{board()}?on=2027-03-03")
    assert "組成不合規定" in text(client, f"{board()}?on=2027-03-03")


def test_a_day_that_is_none_is_told_on_the_page(visit: Visit) -> None:
    assert "曆法上沒有這一天" in text(visit("office"), f"{board()}?on=114.2.30", 422)


def test_what_falls_due_is_listed(visit: Visit) -> None:
    bodies.left(20, dt.date(2025, 7, 1))

    page = text(visit("office"), board())

    assert "離任：第20席委員20（示範）" in page


def test_somebody_is_appointed_after_the_answers_were_checked(visit: Visit) -> None:
    client, seat = visit("office"), bodies.new_seat()
    page = f"/seats/{seat.pk}/appoint/"
    assert "新人員" in text(client, page)

    checked = sent(client, page, TERM | {"step": "ask"})
    assert "請確認內容" in checked
    assert "民國116年6月1日" in checked
    assert not Appointment.objects.filter(seat=seat).exists()
    sent(client, page, TERM | {"step": "confirm"}, 302)

    assert Appointment.objects.get(seat=seat).person.name_zh == "林一"


def test_confirming_twice_appoints_once(visit: Visit) -> None:
    client, seat = visit("office"), bodies.new_seat()

    answers = [client.post(f"/seats/{seat.pk}/appoint/", TERM | {"step": "confirm"}) for _ in range(2)]

    assert {answer.status_code for answer in answers} == {302}
    assert Appointment.objects.filter(seat=seat).count() == 1


def test_changing_gives_the_answers_back(visit: Visit) -> None:
    page = sent(visit("office"), f"/seats/{bodies.new_seat().pk}/appoint/", TERM | {"step": "change"})

    assert 'value="林一"' in page
    assert 'value="114.6.2"' in page


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"end": "116.6.2"}, "已逾2年"),
        ({"start": "soon"}, "不是日期"),
        ({"start": ""}, "請填寫「就任日」"),
        ({"name_zh": ""}, "請填寫姓名"),
        ({"end": "114.6.1"}, "末日早於首日"),
        ({"person": "99999"}, "由列出的選項中選擇"),
    ],
)
def test_what_cannot_be_is_told_on_the_form(visit: Visit, change: dict[str, str], words: str) -> None:
    seat = bodies.new_seat()

    page = sent(visit("office"), f"/seats/{seat.pk}/appoint/", TERM | change | {"step": "ask"}, 422)

    assert words in page
    assert not Appointment.objects.filter(seat=seat).exists()


def test_leaving_warns_that_the_council_falls_below_its_number(visit: Visit) -> None:
    client = visit("office")
    for number in (20, 21, 22, 23):
        bodies.left(number, DAY)
    page = f"/appointments/{bodies.held(24).pk}/end/"
    given = {"why": "resigned", "left_on": "114.6.2", "once": "e"}

    assert "20人" in sent(client, page, given | {"step": "ask"})
    sent(client, page, given | {"step": "confirm"}, 302)

    assert bodies.held(24).left_on == DAY
    assert "第24席" in text(client, f"/seats/{bodies.seat(24).pk}/")


def test_a_vacant_seat_offers_the_fill_and_nothing_else(visit: Visit) -> None:
    client = visit("office")
    left = bodies.left(20, dt.date(2025, 5, 31))
    seat = text(client, f"/seats/{left.seat_id}/")
    assert f"/appointments/{left.pk}/fill/" in seat
    assert "appoint/" not in seat

    page = f"/appointments/{left.pk}/fill/"
    assert "民國116年3月2日" in sent(client, page, TERM | {"step": "ask"})
    sent(client, page, TERM | {"step": "confirm"}, 302)

    assert bodies.held(20).fills == left
    assert "補任" in text(client, board())


def test_a_renewal_and_the_refusal_of_the_second_one(visit: Visit) -> None:
    client, first = visit("office"), bodies.held(20)
    empty = {"end": "", "post_zh": "", "post_en": ""}
    assert "民國118年3月2日" in sent(client, f"/appointments/{first.pk}/renew/", empty | {"step": "ask"})
    sent(client, f"/appointments/{first.pk}/renew/", empty | {"step": "confirm", "once": "r"}, 302)

    page = f"/appointments/{bodies.held(20).pk}/renew/"
    refused = sent(client, page, empty | {"step": "ask"}, 422)

    assert "不得再聘" in refused
    assert "第3條第3項" in refused


def test_members_see_no_steps_and_cannot_take_them(visit: Visit) -> None:
    client, seat = visit("member-03"), bodies.new_seat()

    assert "appoint/" not in text(client, f"/seats/{seat.pk}/")
    assert client.get(f"/seats/{seat.pk}/appoint/").status_code == 403
    assert client.get(f"/appointments/{bodies.held(20).pk}/end/").status_code == 403
    assert client.get(f"{board()}import/").status_code == 403
    assert client.post("/bodies/new/", {"kind": "advisers"}).status_code == 403


def test_a_seat_is_added(visit: Visit) -> None:
    client, page = visit("office"), f"{board()}seats/new/"
    assert "類別" in text(client, page)
    assert "請選擇其機關" in sent(client, page, {"category": "1", "once": "a"}, 422)

    sent(client, page, {"category": "1", "represents": "moe", "once": "b"}, 302)

    assert Seat.objects.get(body=bodies.council(), number=26).represents_id is not None


def test_the_office_sets_up_its_advisers(visit: Visit) -> None:
    client = visit("office")
    assert "設立諮詢委員" in text(client, "/bodies/")

    sent(client, "/bodies/new/", {"kind": "advisers", "once": "s"}, 302)

    assert "設立諮詢委員" not in text(client, "/bodies/")
    assert Body.objects.filter(kind="advisers").count() == 1


def test_an_officer_forms_the_agency_s_panel(visit: Visit) -> None:
    person = Posting.objects.get(person__account__username="agency-nstc").person
    Posting.objects.create(
        person=person, agency=Agency.objects.get(code="mohw"), kind="officer", start=bodies.FIRST
    )
    client, page = visit("agency-nstc"), "/bodies/panels/mohw/new/"
    given = {"start": "114.6.2", "convenes_as": "head", "once": "p"}
    for number, group in enumerate(("agency", "expert", "expert", "industry", "industry"), start=1):
        given |= {f"name_zh_{number}": f"審查人{number}", f"group_{number}": group}
    few = {name: value for name, value in given.items() if not name.endswith("_5")}
    assert "/bodies/panels/mohw/new/" in text(client, "/bodies/")
    assert "組成專家審查會：衛生福利部" in text(client, "/bodies/")

    assert "不在5至11人之間" in sent(client, page, few | {"step": "ask"}, 422)
    assert "審查人5" in sent(client, page, given | {"step": "ask"})
    sent(client, page, given | {"step": "confirm"}, 302)

    assert Body.objects.get(kind="panel", agency__code="mohw").seats.count() == 5


@pytest.mark.parametrize("form", Format)
def test_the_record_is_downloaded_as_a_file_that_imports_unchanged(visit: Visit, form: Format) -> None:
    client = visit("office")
    answer = client.get(f"{board()}file.{form}")
    assert answer.headers["Content-Disposition"] == f'attachment; filename="council-nstc.{form}"'
    assert len(read_board(answer.content).rows) == 25

    page = client.post(f"{board()}import/", {"file": SimpleUploadedFile(f"b.{form}", answer.content)})

    assert "檔案與紀錄相同" in page.content.decode()
    assert client.get(f"{board()}file.pdf").status_code == 404


def test_an_import_shows_the_difference_and_writes_on_confirming(visit: Visit) -> None:
    client = visit("office")
    new = SeatRow(seat=26, category=4, name_zh="林一", name_en="Lin Yi", start=DAY, end=dt.date(2027, 6, 1))
    raw = write_board([*rows_of(bodies.council()), new], Format.ODS)
    page = client.post(f"{board()}import/", {"file": SimpleUploadedFile("b.ods", raw)}).content.decode()
    assert "將寫入的變動" in page
    assert not Seat.objects.filter(body=bodies.council(), number=26).exists()
    hidden = {
        name: page.split(f'name="{name}" value="')[1].split('"')[0] for name in ("seen", "kept", "once")
    }

    sent(client, f"{board()}import/", hidden | {"step": "confirm"}, 302)

    assert bodies.held(26).person.name_zh == "林一"


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"%PDF-1.7", "不是ODS或CSV"),
        (b"", "檔案是空的"),
        ("席次,姓名,任期首日,任期末日\n26,林一,soon,\n".encode(), "第2列「任期首日 start」欄"),
    ],
)
def test_a_bad_file_is_told_and_cannot_be_confirmed(visit: Visit, raw: bytes, words: str) -> None:
    answer = visit("office").post(f"{board()}import/", {"file": SimpleUploadedFile("b.csv", raw)})

    assert words in answer.content.decode()
    assert "確認匯入" not in answer.content.decode()


def test_no_file_and_a_spoilt_confirmation_are_told(visit: Visit) -> None:
    client = visit("office")

    assert "請選擇" in sent(client, f"{board()}import/", {}, 422)
    assert "請重新選擇檔案" in sent(client, f"{board()}import/", {"step": "confirm", "kept": "%"}, 422)
