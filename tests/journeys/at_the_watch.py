"""What an officer does at the watch besides works: a table of patents, from its upload to its chart."""

from tests.factories import watch_table_factories
from tests.journeys.reader import Reader


def patents_taken_in(reader: Reader) -> None:
    """A table searched for a technology, from its upload to its chart."""
    reader.open("/watch/tables/new/")
    reader.meet("watch-table-new")
    reader.tick("專利（PATSTAT、Lens 等）")
    reader.page.locator('input[type="file"]').set_input_files(
        {"name": "patents.csv", "mimeType": "text/csv", "buffer": watch_table_factories.PATENTS.encode()}
    )
    reader.page.get_by_label("資料來源", exact=True).fill("The Lens")
    reader.page.get_by_label("為哪項技術檢索").select_option("AREA-AI")
    reader.press("收錄")
    reader.told("表已收錄。")
    reader.told("'Atlantis' 無法辨識，視為未填")
    reader.meet("watch-table")
    reader.page.get_by_role("link", name="人工智慧", exact=True).first.click()
    reader.told("只有5件，一兩件就會改變名次")
    drawn = reader.page.locator("main img.ct-chart").first
    assert drawn.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    reader.meet("watch-patents")
