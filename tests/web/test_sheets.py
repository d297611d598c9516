"""The pages of the reporting cycle, from the task list of an agency to the published quarter."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from coretech.apps.reports.models import Amendment, Entry, ReportingPeriod, Sheet, SheetDraft, Steering
from coretech.apps.reports.operations.sign_sheet import sign_sheet
from coretech.apps.reports.sheets.drafts import drafts_of, whole_digest
from coretech.apps.reports.sheets.parts import parts_of
from tests.factories import cycle_factories as made
from tests.factories import plans_factories
from tests.web.page_text import text_of

pytestmark = pytest.mark.usefixtures("stage")
Visit = Callable[[str], Client]


def answers(sheet: Sheet) -> dict[str, str]:
    """The question page of the sheet's one measure, filled in."""
    (part,) = parts_of(sheet)
    given = {
        "progress": "平台已完成規劃。",
        "next_work": "辦理推廣。",
        "risks": "",
        "highlights": "",
        "own_light": "green",
    }
    for work in part.works:
        given |= {f"work-{work.key}-standing": "under_way", f"work-{work.key}-share": "30"}
    for each in part.indicators:
        given |= {f"actual-{each.key}-value": "3", f"actual-{each.key}-unit": each.definition.unit}
    return given


def part_page(sheet: Sheet) -> str:
    return f"/sheets/{sheet.pk}/measures/{parts_of(sheet)[0].key}/"


def test_a_quarter_is_walked_from_the_first_word_to_the_public_page(visit: Visit) -> None:
    cycle = made.opened()
    sheet, officer = cycle.sheet(), visit("officer-moea")
    home = f"/sheets/{sheet.pk}/"
    assert "填報中" in text_of(officer, "/sheets/")
    assert "1項中0項已填妥" in text_of(officer, home)
    assert "Not begun" in text_of(officer, f"/en{home}")
    assert officer.post(part_page(sheet), answers(sheet) | {"seen": "0", "once": "1"}).status_code == 302
    assert officer.post(part_page(sheet), answers(sheet) | {"seen": "0", "once": "2"}).status_code == 409
    assert "檢查答案並送核" in text_of(officer, home)
    assert "平台已完成規劃。" in text_of(officer, f"{home}answers/")
    seen = whole_digest(drafts_of(sheet, parts_of(sheet)))
    assert officer.post(f"{home}answers/", {"seen": seen, "once": "3"}).status_code == 302

    head = visit("head-moea")
    assert "平台已完成規劃。" in text_of(head, f"{home}signature/")
    assert "You sign submission 1" in text_of(head, f"/en{home}signature/")
    assert head.post(f"{home}signature/", {"step": "sign", "seen": "1", "once": "4"}).status_code == 302
    controller = visit("controller-1")
    check = f"{home}check/"
    assert "Other than last time" in text_of(controller, f"/en{check}")
    assert controller.post(check, {"step": "accept", "seen": "1", "once": "5"}).status_code == 302

    board = f"/plans/{cycle.plan.slug}/reports/111-q1/board/"
    assert "Remind now" in text_of(controller, f"/en{board}")
    assert controller.post(board, {"step": "publish", "without": "", "once": "6"}).status_code == 422
    assert controller.post(board, {"step": "publish", "without": "逾期。", "once": "7"}).status_code == 302
    report = text_of(visit("public"), f"/plans/{cycle.plan.slug}/reports/111-q1/")
    assert "平台已完成規劃。" in report
    assert "未填報的機關" in report
    assert "Did not report." in text_of(visit("public"), f"/en/plans/{cycle.plan.slug}/reports/111-q1/")


def test_no_word_is_public_before_publication_and_none_is_another_agency_s(visit: Visit) -> None:
    cycle = made.opened()
    made.signed(cycle.sheet())
    sheet = cycle.sheet()
    pages = [
        f"/sheets/{sheet.pk}/{each}" for each in ("", "answers/", "signature/", "check/", "file/", "file.ods")
    ]

    assert {visit("public").get(each).status_code for each in pages} == {403}
    assert {visit("officer-motc").get(each).status_code for each in pages} == {404}
    assert visit("public").get(f"/plans/{cycle.plan.slug}/reports/111-q1/").status_code == 404
    assert "還沒有發布任何一期" in text_of(visit("public"), f"/plans/{cycle.plan.slug}/reports/")
    assert visit("office").get(f"/plans/{cycle.plan.slug}/reports/111-q1/board/").status_code == 403


def test_the_controller_sees_no_word_of_what_is_not_signed(visit: Visit) -> None:
    cycle = made.opened()
    made.submitted(cycle.sheet())
    controller, home = visit("controller-1"), f"/sheets/{cycle.sheet().pk}/"

    assert "平台" not in text_of(controller, home)
    assert controller.get(f"{home}check/").status_code == 404
    assert controller.get(f"{home}signature/").status_code == 404
    assert controller.get(f"{home}answers/").status_code == 404


def test_a_measure_goes_back_with_its_reason_on_the_officer_s_page(visit: Visit) -> None:
    cycle = made.opened()
    made.signed(cycle.sheet())
    sheet, controller = cycle.sheet(), visit("controller-1")
    key = parts_of(sheet)[0].key
    check = f"/sheets/{sheet.pk}/check/"

    assert controller.post(check, {"step": "return", "seen": "1", "once": "1"}).status_code == 422
    given = {"step": "return", "seen": "1", "once": "2", f"reason-{key}": "請補充數據來源。"}
    assert controller.post(check, given).status_code == 302
    officer = visit("officer-moea")
    assert "請補充數據來源。" in text_of(officer, f"/sheets/{sheet.pk}/")
    assert "請補充數據來源。" in text_of(officer, part_page(sheet))


def test_a_head_hands_a_sheet_back_only_with_a_reason(visit: Visit) -> None:
    cycle = made.opened()
    made.submitted(cycle.sheet())
    head, page = visit("head-moea"), f"/sheets/{cycle.sheet().pk}/signature/"

    assert head.post(page, {"step": "back", "note": "", "seen": "1", "once": "1"}).status_code == 422
    assert (
        head.post(page, {"step": "back", "note": "請再核對。", "seen": "1", "once": "2"}).status_code == 302
    )
    assert cycle.sheet().state == Sheet.State.RETURNED


def test_last_quarter_s_words_are_marked_until_they_are_ticked(visit: Visit) -> None:
    cycle = made.published(made.opened())
    second = made.Cycle(cycle.plan, made.reopened(cycle.plan, 2, made.SECOND))
    sheet, officer = second.sheet(), visit("officer-moea")
    page = part_page(sheet)

    assert "沿用上次的文字，請確認或修改" in text_of(officer, page)
    given = answers(sheet) | {"seen": "0", "risks": "人力不足。", "once": "1"}
    officer.post(page, given)
    assert set(SheetDraft.objects.get(sheet=sheet).content["carried"]) == {"progress", "next_work", "risks"}
    assert "尚未確認" in text_of(officer, f"/sheets/{sheet.pk}/answers/")
    ticked = {f"confirm-{name}": "on" for name in ("progress", "next_work", "risks")}
    officer.post(page, given | ticked | {"seen": "1", "once": "2"})
    assert SheetDraft.objects.get(sheet=sheet).content["carried"] == []


def test_bad_input_is_said_at_its_question(visit: Visit) -> None:
    made.opened()
    sheet = next(
        each
        for each in Sheet.objects.select_related("agency", "period__version")
        if parts_of(each)[0].indicators
    )
    (part,) = parts_of(sheet)
    officer, key = visit(f"officer-{sheet.agency.code}"), part.indicators[0].key

    wrong = officer.post(
        part_page(sheet), answers(sheet) | {f"actual-{key}-unit": "公噸", "seen": "0", "once": "1"}
    )
    assert wrong.status_code == 422
    assert "不能換算" in wrong.content.decode()
    share = {f"work-{part.works[0].key}-share": "130"}
    assert (
        officer.post(part_page(sheet), answers(sheet) | share | {"seen": "0", "once": "2"}).status_code == 422
    )


def test_the_file_goes_out_and_comes_back_by_way_of_the_difference(visit: Visit) -> None:
    cycle = made.opened()
    sheet, officer = cycle.sheet(), visit("officer-moea")
    made.filled(sheet)
    raw = officer.get(f"/sheets/{sheet.pk}/file.ods").content
    made.filled(sheet, progress="改過的文字。")
    page = f"/sheets/{sheet.pk}/file/"

    shown = officer.post(page, {"file": SimpleUploadedFile("a.ods", raw)})
    text = shown.content.decode()
    assert "改過的文字。" in text
    assert "有人改過" in text
    hidden = {name: text.split(f'name="{name}" value="')[1].split('"')[0] for name in ("seen", "kept")}
    assert officer.post(page, {"step": "confirm", "once": "1", **hidden}).status_code == 302
    assert SheetDraft.objects.get(sheet=sheet).content["progress"] == "平台已完成規劃。"
    assert officer.post(page, {"file": SimpleUploadedFile("a.ods", b"x")}).status_code == 422


def test_the_controller_opens_a_quarter_and_reminds(visit: Visit) -> None:
    plan = made.controlled()
    controller, page = visit("controller-1"), f"/plans/{plan.slug}/reports/new/"
    assert visit("officer-moea").get(page).status_code == 403

    assert controller.post(page, {"period": "x", "due_on": "", "once": "1"}).status_code == 422
    assert controller.post(page, {"period": "111-q1", "due_on": "", "once": "2"}).status_code == 302
    assert ReportingPeriod.objects.get().quarter == 1
    board = f"/plans/{plan.slug}/reports/111-q1/board/"
    assert controller.post(board, {"step": "remind", "once": "3"}).status_code == 302
    assert "我管考的計畫" in text_of(controller, "/sheets/")


def test_an_amendment_is_filed_ruled_and_read_beside_the_entry(visit: Visit) -> None:
    cycle = made.published(made.opened())
    entry = Entry.objects.get(sheet__agency__code="moea", work_key="")
    page = f"/sheets/entries/{entry.pk}/amendment/"
    officer = visit("officer-moea")
    assert visit("officer-motc").get(page).status_code == 403
    assert "The entry stays" in text_of(officer, f"/en{page}")

    assert officer.post(page, {"text": "應為4家。", "why": "漏計。", "once": "1"}).status_code == 302
    amendment = f"/sheets/amendments/{Amendment.objects.get().pk}/"
    assert visit("public").get(amendment).status_code == 404
    controller = visit("controller-1")
    assert controller.post(amendment, {"accepted": "no", "why": "", "once": "2"}).status_code == 422
    assert controller.post(amendment, {"accepted": "yes", "why": "", "once": "3"}).status_code == 302
    report = text_of(visit("public"), f"/plans/{cycle.plan.slug}/reports/111-q1/")
    assert "應為4家。" in report
    assert "平台已完成規劃。" in report
    assert "Accepted" in text_of(visit("public"), f"/en{amendment}")


def test_the_office_names_the_controller_and_the_controller_sets_the_lights(visit: Visit) -> None:
    made.people()
    plan = plans_factories.taken_over(plans_factories.programme())
    page = f"/plans/{plan.slug}/steering/"
    assert "尚未指定" in text_of(visit("public"), page)

    office = visit("office")
    assert (
        office.post(
            page, {"step": "steering", "controller": "ndc", "cycle": "quarterly", "days": "0"}
        ).status_code
        == 422
    )
    given = {"step": "steering", "controller": "ndc", "cycle": "quarterly", "days": "20", "once": "1"}
    assert office.post(page, given).status_code == 302
    assert Steering.objects.get().days == 20
    controller = visit("controller-1")
    lights = {"step": "lights", "green": "90", "amber": "95", "overdue": "20", "why": "x"}
    assert controller.post(page, lights | {"once": "2"}).status_code == 422
    assert controller.post(page, lights | {"amber": "60", "once": "3"}).status_code == 302
    assert "60 %" in text_of(visit("public"), f"/en{page}")
    assert visit("officer-moea").post(page, lights | {"amber": "50", "once": "4"}).status_code == 403


def test_my_work_lists_what_waits_for_officer_head_and_controller(visit: Visit) -> None:
    cycle = made.opened()
    assert "填報計畫執行情形" in text_of(visit("officer-moea"), "/work/")
    assert "核章填報表" not in text_of(visit("head-moea"), "/work/")

    made.submitted(cycle.sheet())
    assert "填報計畫執行情形" not in text_of(visit("officer-moea"), "/work/")
    assert "核章填報表" in text_of(visit("head-moea"), "/work/")
    assert "Check a sheet" not in text_of(visit("controller-1"), "/en/work/")
    sign_sheet(made.acting("head-moea"), cycle.sheet().pk)
    assert "Check a sheet" in text_of(visit("controller-1"), "/en/work/")
    assert "檢核填報表" not in text_of(visit("office"), "/work/")
