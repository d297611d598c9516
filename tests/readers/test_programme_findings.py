"""What a careful clerk sends back, each matter on a small document of its own."""

import pytest

from coretech.readers.plans.finding import Finding, Kind
from coretech.readers.programme.reader import read_programme

HEAD = "事項\t具體作法\t重點工作項目\t起訖時程\t主協辦機關單位"
YEARS = "\t\t\t110\t111\t112"
START = """# 甲方案
1 本方案由經濟部、科技部、國家發展委員會(簡稱國發會)、衛生福利部(簡稱衛福部)及行政院農業委員會(簡稱農委會)共同推動。
- 一、期程：本方案推動期程為 110~112 年。
## 一、智慧產業
"""
TABLES = "## 肆、目標\n發展策略\t主協辦機關\t全期目標\t分年目標\t\t\n" + YEARS + "\n"


def schedule(*rows: str, code: str = "1-1", title: str = "建立示範平台", who: str = "經濟部") -> str:
    return "\n".join((f"## {code} {title} 辦理重點及期程({who})", HEAD, *rows)) + "\n"


def rows(goal: str = "", dates: str = "110/1~112/12", who: str = "經濟部") -> str:
    return f"1.示範{goal}\t1.1 規劃系統\t1.1.1 徵求計畫\t{dates}\t{who}"


def target(code: str, text: str, *years: str, measure: str = "", who: str = "") -> str:
    return "\t".join((measure, who, f"{code} {text}", *years))


def document(*targets: str, schedules: str = "") -> str:
    first, *rest = targets or (target("1.1.1", "建立示範平台", "-", "-", "建立示範平台"),)
    named = first if first.partition("\t")[0] else f"1.1 建立示範平台\t經濟部{first[1:]}"
    return START + (schedules or schedule(rows())) + TABLES + "\n".join((named, *rest)) + "\n## 伍、管考\n"


def found(text: str, kind: Kind) -> list[Finding]:
    return [each for each in read_programme(text).findings if each.kind is kind]


def test_a_sound_programme_lacks_only_its_budget() -> None:
    said = [each.said.zh for each in read_programme(document()).findings]

    assert said == [
        "參與機關中的科技部、國發會、衛福部、農委會，沒有任何重點工作或目標。",
        "全文找不到經費表。",
    ]


@pytest.mark.parametrize(
    ("text", "years", "said"),
    [
        ("培訓人才 30 人次", ("培訓人才 10 人次", "培訓人才 10 人次", "培訓人才 5 人次"), "相加為 25 人次"),
        (
            "培訓人才 30 人次",
            ("培訓人才 10 人次", "累計培訓人才 20 人次", "累計培訓人才 28 人次"),
            "累計為 28 人次",
        ),
        (
            "培訓人才 30 人次",
            ("培訓人才 20 人次", "培訓人才 20 人次", "累計培訓人才 30 人次"),
            "已合計 40 人次",
        ),
        (
            "培訓人才 9 人次",
            ("累計培訓人才 5 人次", "累計培訓人才 3 人次", "累計培訓人才 9 人次"),
            "卻為 3 人次",
        ),
        ("培訓人才 9 人次", ("培訓人才 2 人次", "培訓人才 5 人次", "培訓人才 9 人次"), "未註明是否為累計"),
        ("每年培訓人才 9 人次", ("培訓人才 9 人次", "培訓人才 8 人次", "培訓人才 9 人次"), "111 年為 8 人次"),
    ],
)
def test_figures_that_contradict_the_whole_term(text: str, years: tuple[str, str, str], said: str) -> None:
    (finding,) = found(document(target("1.1.1", text, *years)), Kind.CONTRADICTION)

    assert said in finding.said.zh


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("培訓人才 30 人次", ("培訓人才 10 人次", "培訓人才 10 人次", "培訓人才 10 人次")),
        ("培訓人才 30 人次", ("培訓人才 10 人次", "-", "累計培訓人才 30 人次")),
        ("培訓人才 20~30 人次", ("培訓人才 10 人次", "培訓人才 10 人次", "培訓人才 5 人次")),
        ("培訓人才至少 20 人次", ("-", "-", "培訓人才 25 人次")),
        ("每年培訓人才 9 人次", ("培訓人才 9 人次", "培訓人才 9 人次", "培訓人才 9 人次")),
        ("114 年培訓人才 40 人次", ("培訓人才 10 人次", "累計培訓人才 20 人次", "累計培訓人才 30 人次")),
        ("建置平台 3 處", ("輔導廠商 3 家", "辦理說明會 8 場", "-")),
        ("驗證設備 24 件", ("驗證設備 6 件", "驗證設備 24 件", "持續驗證設備 24 件")),
    ],
)
def test_figures_that_agree_are_no_matter(text: str, years: tuple[str, str, str]) -> None:
    assert found(document(target("1.1.1", text, *years)), Kind.CONTRADICTION) == []


def test_a_goal_in_the_schedule_is_held_against_the_target() -> None:
    made = schedule(rows("<b>目標：</b>•112 年培訓專業人才 40 人次"))

    (finding,) = found(
        document(target("1.1.1", "112 年培訓專業人才 30 人次", "-", "-", "-"), schedules=made),
        Kind.CONTRADICTION,
    )

    assert "期程表 1-1 的目標為 40 人次" in finding.said.zh
    assert finding.lines == (7, 11)


def test_a_goal_of_another_unit_is_one_matter_of_units() -> None:
    made = schedule(rows("目標：•112 年建置實證場域 4 案"))

    (finding,) = found(
        document(target("1.1.1", "112 年建置實證場域 4 項", "-", "-", "-"), schedules=made), Kind.UNIT
    )

    assert "4 項" in finding.said.zh
    assert "4 案" in finding.said.zh


def test_measures_numbered_differently_are_matched_by_their_titles() -> None:
    made = schedule(rows()) + schedule(rows(), code="1-2", title="培育產業人才")
    text = document(
        target("1.1.1", "建立平台", "-", "-", "-"),
        "1.3 培育產業人才\t經濟部\t1.3.1 培育\t-\t-\t-",
        schedules=made,
    )

    (finding,) = found(text, Kind.CODE)

    assert "1-2 即目標表的 1.3" in finding.said.zh
    assert found(text, Kind.CHAPTER) == []


def test_codes_with_a_hyphen_are_one_matter() -> None:
    text = document("1-1 建立示範平台\t經濟部\t1.1.1 建立平台\t-\t-\t-")

    assert "1-1" in found(text, Kind.CODE)[0].said.zh


def test_an_approach_under_another_item_is_reported_and_kept_as_printed() -> None:
    made = schedule(rows(), "2.推廣\t1.2 辦理說明\t1.2.1 辦理說明會\t110/1~110/12\t經濟部")

    (finding,) = found(document(schedules=made), Kind.CODE)

    assert "1.2 印在第 2 項之下" in finding.said.zh
    assert [each.item_no for each in read_programme(document(schedules=made)).work_items] == ["1", "2"]


def test_a_number_printed_twice_keeps_both_rows_and_their_own_headings() -> None:
    made = schedule(
        rows(),
        "2.推廣\t2.1 辦理說明\t2.1.1 說明會\t110/1~110/12\t",
        "3.檢討\t2.1 檢討成效\t2.1.1 檢討會\t111/1~111/12\t",
    )

    read = read_programme(document(schedules=made))

    (finding,) = found(document(schedules=made), Kind.DUPLICATE)
    assert finding.lines == (8, 9)
    assert [(each.item_no, each.approach_title) for each in read.work_items[1:]] == [
        ("2", "辦理說明"),
        ("3", "檢討成效"),
    ]


def test_a_measure_of_one_chapter_only_is_reported_for_either() -> None:
    made = schedule(rows()) + schedule(rows(), code="1-2", title="培育產業人才")
    text = document(
        target("1.1.1", "建立平台", "-", "-", "-"),
        "1.2 拓展海外市場\t經濟部\t1.2.1 拓展\t-\t-\t-",
        schedules=made,
    )

    said = [each.said.zh for each in found(text, Kind.CHAPTER)]

    assert said == [
        "措施 1-2「培育產業人才」有辦理期程表，沒有列目標。",
        "措施 1.2「拓展海外市場」列有目標，沒有辦理期程表。",
    ]


def test_an_agency_that_is_not_on_the_programmes_own_list() -> None:
    text = document(schedules=schedule(rows(who="國防部"), who="國防部"))

    said = " ".join(each.said.zh for each in found(text, Kind.AGENCY))

    assert "「國防部」列於 2 處，但不在方案載明的參與機關之中" in said


def test_a_unit_and_a_full_name_of_a_listed_agency_are_no_matter() -> None:
    made = schedule(rows(who="國家發展委員會(產業處)"), who="國發會")

    assert not any("不在" in each.said.zh for each in found(document(schedules=made), Kind.AGENCY))


def test_a_lead_that_the_heading_does_not_name() -> None:
    text = document(schedules=schedule(rows(who="(主) 科技部  (協) 經濟部")))

    assert any("科技部期程表標題未列" in each.said.zh for each in found(text, Kind.AGENCY))


def test_all_work_outside_the_programmes_years_is_one_matter() -> None:
    made = schedule(
        rows(dates="109/7~112/12"), "\t\t1.1.2 辦理\t110/1~114/6\t", "\t\t1.1.3 檢討\t108/1~113/1\t"
    )

    (finding,) = found(document(schedules=made), Kind.PERIOD)

    assert finding.lines == (7, 8, 9)
    assert "2 項工作於此之前開始（最早 108 年），2 項於此之後結束（最晚 114 年）" in finding.said.zh


@pytest.mark.parametrize("dates", ["111/5~110/4", "第一期 111/1-111/12 第二期 110/1-110/6"])
def test_dates_that_run_backwards(dates: str) -> None:
    assert len(found(document(schedules=schedule(rows(dates=dates))), Kind.ORDER)) == 1


def test_lost_dates_and_agencies_are_reported_not_guessed() -> None:
    text = document(schedules=schedule("1.示範\t1.1 規劃系統\t1.1.1 徵求計畫\t\t"))

    said = [each.said.zh for each in found(text, Kind.LOST)]

    assert "措施 1-1 的重點工作 1.1.1 沒有起訖時程。" in said
    assert "措施 1-1 的重點工作 1.1.1 沒有主辦機關。" in said


def test_a_lost_table_head_is_reported_and_its_rows_are_kept() -> None:
    text = document().replace(HEAD + "\n", "")

    assert len(read_programme(text).work_items) == 1
    assert any("沒有表頭" in each.said.zh for each in found(text, Kind.LOST))


def test_targets_whose_head_is_lost_are_reported_row_by_row() -> None:
    text = document().replace("發展策略\t主協辦機關\t全期目標\t分年目標", "x\ty\tz\tw")

    assert read_programme(text).targets == ()
    assert any("1 列有編號、但不在任何認得的表中" in each.said.zh for each in found(text, Kind.LOST))


def test_rows_that_are_missing_are_seen_by_their_numbers() -> None:
    made = schedule(rows(), "\t\t1.1.4 檢討\t110/1~110/12\t")

    assert any("缺少 1.1.2、1.1.3" in each.said.zh for each in found(document(schedules=made), Kind.LOST))


def test_a_blank_yearly_cell_is_no_dash() -> None:
    text = document(target("1.1.1", "建立平台", "-", "", "建立平台"))

    assert any("1.1.1（111）" in each.said.zh for each in found(text, Kind.LOST))


def test_targets_that_share_the_cells_above_are_one_matter() -> None:
    text = document(
        target("1.1.1", "建立平台", "-", "-", "建立平台"),
        target("1.1.2", "推廣平台", "", "", ""),
        target("1.1.3", "維運平台", "", "", ""),
    )

    assert any("目標 1.1.2、1.1.3 沒有自己的分年目標" in each.said.zh for each in found(text, Kind.LOST))


def test_doubled_words_and_half_brackets_are_one_matter_each() -> None:
    made = schedule(
        "1.示範\t1.1 規劃\t1.1.1 提供提供服務\t110/1~110/12\t經濟部", "\t\t1.1.2 建立「平台\t110/1~110/12\t"
    )

    assert len(found(document(schedules=made), Kind.TEXT)) == 2


def test_a_cell_that_breaks_off_within_words() -> None:
    whole = "運用資料提升產業升級轉型之技術能量並擴大服務"
    text = document(target("1.1.1", whole, "-", "-", "運用資料提升產業升級轉型之技術能"))

    assert any("文字可能被截斷" in each.said.zh for each in found(text, Kind.TEXT))


def test_an_empty_document_is_a_list_of_what_is_not_there() -> None:
    said = [each.said.zh for each in read_programme("").findings]

    assert said == [
        f"全文找不到{what}。" for what in ("全期與分年目標表", "措施的辦理期程表", "期程", "產業", "經費表")
    ]
