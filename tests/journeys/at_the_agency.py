"""The agency's part of the change, and the Office's check."""

from playwright.sync_api import expect

from tests.factories import NEW_NAME, NEW_TECHNOLOGY
from tests.journeys.reader import Reader

PARTS = {
    "description": "主動式相位陣列天線與合成孔徑雷達整合為系統。",
    "characteristics": "高解析度、可電子掃描。",
    "functions": "全天候地面觀測。",
    "stakeholder_views": "產業：支持。學界：支持。研究機構：支持。",
    "other_references": "無。",
}


def submitted_case(reader: Reader, change_of: int | None) -> str:
    """The agency's part: candidate, case, dossier, panel, submission."""
    reader.open("/inventory/new/")
    reader.meet("inventory-kind")
    reader.tick("變更" if change_of else "認定")
    reader.press("下一步")
    if change_of:
        reader.meet("inventory-item")
        reader.page.get_by_label("擬變更清單第幾項？").select_option(str(change_of))
        reader.press("下一步")
        reader.meet("inventory-aspect")
        reader.tick("變更名稱")
        reader.press("下一步")
    reader.meet("inventory-candidate-change" if change_of else "inventory-candidate-new")
    describe_candidate(reader, change=change_of is not None)
    reader.press("列入盤點")
    reader.meet("inventory")
    reader.page.get_by_role("button", name="成案").first.click()
    reference = reader.page.url.rstrip("/").split("/")[-1]
    reader.meet("case-draft")
    write_dossier(reader, reference)
    review(reader, reference)
    reader.open(f"/cases/{reference}/submission/")
    reader.meet("case-submission")
    reader.press("提報關鍵技術辦公室")
    reader.meet("case-submitted")
    return reference


def describe_candidate(reader: Reader, *, change: bool) -> None:
    """The candidate's form."""
    reader.fill(
        中文名稱=NEW_NAME if change else NEW_TECHNOLOGY,
        英文名稱="SAR system with active phased-array antenna"
        if change
        else "Satellite attitude control and pointing",
        盤點所見及理由="國內衛星計畫已達系統層級。",
    )
    if change:
        reader.tick("產業環境或技術發展已有變化")
    else:
        reader.page.get_by_label("領域").select_option("space")


def write_dossier(reader: Reader, reference: str) -> None:
    """Each part on its own page; an empty one is sent back first."""
    reader.open(f"/cases/{reference}/dossier/description/")
    reader.meet("dossier-part")
    reader.press("儲存")
    expect(reader.page.get_by_role("alert").first).to_be_visible()
    for part, text in PARTS.items():
        reader.open(f"/cases/{reference}/dossier/{part}/")
        reader.page.locator("textarea").first.fill(text)
        reader.press("儲存")
    reader.open(f"/cases/{reference}/dossier/definition/")
    reader.meet("dossier-definition")
    reader.page.locator("textarea").first.fill("流出將使敵對勢力取得全天候觀測能力。")
    reader.page.locator('input[name="national_security-claimed"]').check()
    reader.page.locator('input[name="defence-claimed"]').check()
    reader.press("儲存")


def review(reader: Reader, reference: str) -> None:
    """The panel's review; first with more in favour than attended."""
    reader.open(f"/cases/{reference}/panel-review/")
    reader.meet("case-panel-review")
    for in_favour in ("10", "8"):
        reader.page.locator('input[name="held_on"]').fill("114.3.3")
        reader.page.locator('input[name="present"]').fill("9")
        reader.page.locator('input[name="in_favour"]').fill(in_favour)
        reader.page.locator('textarea[name="opinion"]').fill("同意提報。")
        reader.press("登錄系統外的審查結果")
    expect(reader.page).to_have_url(f"{reader.address}/cases/{reference}/")


def check_by_office(reader: Reader, *references: str) -> None:
    """The Office looks and passes on."""
    reader.become("office")
    reader.open("/work/")
    reader.meet("work-office")
    for reference in references:
        reader.open(f"/cases/{reference}/check/")
        reader.meet("case-check")
        reader.tick("資料齊備，查核完成")
        reader.fill(查核意見="資料齊備。")
        reader.press("登錄查核結果")
    reader.open("/cases/")
    reader.meet("cases")
