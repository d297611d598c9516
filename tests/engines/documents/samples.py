"""A meeting's minutes with every kind of block, invented for the tests."""

import datetime as dt

from coretech.engines.documents.model import (
    Bullets,
    Document,
    Facts,
    Figure,
    Heading,
    Item,
    Numbered,
    PageBreak,
    Paragraph,
    Run,
    Signatures,
    Table,
)

CREATED = dt.datetime(2025, 12, 1, 17, 30, tzinfo=dt.timezone(dt.timedelta(hours=8)))

CHART = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 120" font-family="Noto Sans TC" font-size="12">
<rect x="60" y="20" width="270" height="28" fill="#1d70b8"/><text x="10" y="39">同意</text>
<text x="338" y="39">18</text>
<rect x="60" y="68" width="45" height="28" fill="#b1b4b6"/><text x="10" y="87">不同意</text>
<text x="113" y="87">3</text></svg>"""

FACTS = Facts(
    (
        ("時間", "中華民國114年12月1日（星期一）下午2時至4時30分"),
        ("地點", "行政院第一會議室"),
        ("主席", "召集人（由副召集人代理）"),
        ("紀錄", "工作小組承辦人"),
        ("出席人員", "委員21人（名單如附表），其中機關代表由代理人出席3人"),
        ("請假人員", "委員4人"),
        ("列席人員", "國家科學及技術委員會、經濟部、數位發展部各2人"),
    )
)

VOTES = Table(
    caption="表決結果",
    headings=("案號", "技術名稱", "迴避", "出席", "同意", "不同意", "結果"),
    rows=(
        (
            "114-01",
            "具主動式相位陣列天線之高影像解析度合成孔徑雷達（SAR）系統技術",
            "1",
            "20",
            "18",
            "2",
            "通過",
        ),
        ("114-02", "高精度衛星姿態控制與指向技術", "0", "21", "17", "4", "通過"),
    ),
    widths=(1.2, 4, 0.8, 0.8, 0.8, 1, 0.9),
    alignment=("centre", "start", "end", "end", "end", "end", "centre"),
)

MINUTES = Document(
    title="國家核心關鍵技術審議會第3次會議紀錄",
    language="zh-Hant-TW",
    created=CREATED,
    subject="第3次會議",
    author="國家核心關鍵技術審議會工作小組",
    kind="會議紀錄",
    marking="草案",
    footer="第3次會議",
    blocks=(
        FACTS,
        Heading(1, "壹、主席致詞"),
        Paragraph("略。"),
        Heading(1, "貳、報告事項"),
        Heading(2, "報告案一：上次會議決議辦理情形"),
        Numbered(
            (
                Item("上次會議決議共5案，已辦理完竣4案，其餘1案持續辦理，預定於115年3月31日前完成。"),
                Item("持續辦理者：", ("洽請主管機關補充市場規模資料。", "請工作小組彙整利害關係人意見。")),
            )
        ),
        Paragraph((Run("決定：", bold=True), Run("洽悉，解除列管4案，其餘繼續追蹤。"))),
        Heading(1, "參、討論事項"),
        Heading(2, "案由一：變更「太空規格主動式相位陣列天線技術」名稱一案，提請討論。"),
        Paragraph(
            (
                Run("說明：", bold=True),
                Run(
                    "本案由國家科學及技術委員會提出，經其專家小組審查通過。為使名稱與技術內容相符，爰提出變更。"
                    "原名稱所涵蓋之範圍已隨技術發展而有不同，宜一併檢討。"
                ),
            )
        ),
        Bullets(
            (
                Item("發言一：建議於名稱標明影像解析度。"),
                Item("發言二：同意變更，另請說明管制範圍。", ("已於會中說明。",)),
            )
        ),
        Paragraph((Run("迴避：", bold=True), Run("委員1人就本案自行迴避，離席，不計入本案出席人數。"))),
        VOTES,
        Paragraph("註：表決以舉手為之；主席參與表決。", "note"),
        Paragraph((Run("決議：", bold=True), Run("照案通過，依程序辦理預告。"))),
        Figure("案由一之表決：同意18人、不同意2人。", CHART.encode(), "image/svg+xml", "圖一　表決情形", 0.7),
        Heading(1, "肆、臨時動議"),
        Paragraph("無。"),
        Heading(1, "伍、散會"),
        Paragraph("下午4時30分。"),
        Signatures(("主席", "紀錄")),
        PageBreak(),
        Paragraph("附表　出席委員名單", "centred"),
        Table(
            ("席次", "類別", "出席情形"),
            tuple((str(n), "專家學者", "親自出席") for n in range(1, 28)),
            widths=(1, 3, 3),
        ),
        Paragraph("本名單依席次排列。", "small"),
    ),
)
