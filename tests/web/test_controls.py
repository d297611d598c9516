"""The pages of export controls: what each regime says on a day, and figures held against it."""

from collections.abc import Mapping
from urllib.parse import urlencode

import pytest
from django.test import Client

from tests.web.page_text import words_of

A100 = {
    "tops16": "312 TFLOPS",
    "tops8": "624",
    "die_area_mm2": "826 mm2",
    "datacenter": "yes",
    "on": "2024-01-01",
}


@pytest.fixture(autouse=True)
def _staged(stage: None) -> None:
    """The pages ask who reads them."""


def asked(client: Client, figures: Mapping[str, str], page: str = "/controls/chip/") -> tuple[int, str]:
    answer = client.get(f"{page}?{urlencode(figures)}")
    return answer.status_code, words_of(answer.content)


def test_a_chip_is_reckoned_step_by_step_with_its_citation(client: Client) -> None:
    status, page = asked(client, A100)

    assert status == 200
    assert "624 TOPS × 8 = 4,992" in page
    assert "4,992 ÷ 826 mm² = 6.043584" in page
    assert "88 FR 73458" in page
    assert page.index("3A090.a") < page.index("3A090.b")
    assert "624 TOPS（未寫單位）" in page


def test_the_same_figures_are_answered_in_english(client: Client) -> None:
    _, page = asked(client, A100, "/en/controls/chip/")

    assert "Controlled: TPP" in page or "Controlled: total processing performance" in page
    assert "no unit was written" in page
    assert "With TPP 4,992 and PD 6.043584 the chip lies in: 3A090.a." in page


def test_an_old_vintage_stays_answerable(client: Client) -> None:
    _, page = asked(client, A100 | {"io_bandwidth_gb_s": "600", "on": "2022-12-01"})

    assert "3A090 先進運算積體電路（首版規則） 屬管制範圍" in page
    assert "當日尚未施行" in page


def test_a_missing_figure_is_named_with_the_field_to_add_it_in(client: Client) -> None:
    answer = client.get("/controls/chip/?tops8=300&datacenter=yes&on=2024-01-01").content.decode()

    assert "尚不能判斷" in answer
    assert 'href="#id_die_area_mm2"' in answer
    assert "畫成一條線" in answer


def test_the_policy_stands_apart_from_the_control(client: Client) -> None:
    _, page = asked(client, A100 | {"destination": "cn", "dram_bandwidth_gb_s": "2 TB/s", "on": "2026-02-01"})

    assert "許可政策：逐案審查" in page


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"tops8": "1979 稀疏"}, "只計密集運算"),
        ({"computing": "sparse"}, "只計密集運算"),
        ({"tops8": "-5"}, "不得為負數"),
        ({"tops8": "1e400"}, "應為數字"),
        ({"tops8": "1e999999999"}, "應為數字"),
        ({"tops16": "0", "tops8": "0"}, "運算量是0"),
        ({"tpp": "5000"}, "矛盾"),
        ({"die_area_mm2": "826 nm"}, "mm2"),
        ({"die_area_mm2": "0"}, "不會是0"),
        ({"transistor": "planar"}, "平面電晶體"),
        ({"destination": "China"}, "國別代碼"),
        ({"on": "2024-02-30"}, "沒有這一天"),
    ],
)
def test_a_wrong_figure_is_refused_with_what_to_do(client: Client, wrong: dict[str, str], said: str) -> None:
    status, page = asked(client, A100 | wrong)

    assert status == 422
    assert said in page
    assert "怎麼算的" not in page


def test_full_width_digits_and_thousands_are_read(client: Client) -> None:
    _, page = asked(client, {"tops8": "１，９７９ TFLOPS", "datacenter": "yes", "on": "2024-01-01"})

    assert "1,979 TOPS × 8 = 15,832" in page


def test_figures_of_a_process_that_cannot_belong_together_are_refused(client: Client) -> None:
    both = {"half_pitch_nm": "18 um", "node_nm": "18 nm"}
    status, page = asked(client, both, "/controls/ask/dram/")

    assert status == 422
    assert "相差超過10倍" in page


def test_another_kind_asks_for_its_own_figures(client: Client) -> None:
    status, page = asked(client, {"node_nm": "14", "on": "2025-01-01"}, "/controls/ask/logic/")

    assert status == 200
    assert page.count(" 屬管制範圍") >= 3
    assert "國家核心關鍵技術清單第18項" in page


def test_a_kind_that_asks_for_no_figures_is_answered_at_once(client: Client) -> None:
    status, page = asked(client, {"on": "2025-01-01"}, "/en/controls/ask/heterogeneous_packaging/")

    assert status == 200
    assert "Controlled: by its kind." in page


def test_a_kind_that_nobody_speaks_of_is_not_found(client: Client) -> None:
    assert client.get("/controls/ask/teapot/").status_code == 404


def test_the_chart_shows_the_regions_and_the_chip(client: Client) -> None:
    answer = client.get(f"/controls/chip/chart.svg?{urlencode(A100)}")

    assert answer["Content-Type"] == "image/svg+xml"
    assert "這顆晶片" in answer.content.decode()
    assert "3A090.a＋3A090.b" in answer.content.decode()
    assert client.get("/controls/chip/chart.svg?tops8=-1").status_code == 422


def test_the_regimes_of_a_day_name_every_source(client: Client) -> None:
    before, after = (
        words_of(client.get(f"/controls/?on={day}").content) for day in ("2023-01-01", "2024-01-01")
    )

    assert "87 FR 62186; briefing of 2024-04-26, line 426" in before
    assert "當日尚未施行" in before
    assert "總處理效能（TPP） ≥ 4,800" in after
    assert "briefing of 2024-04-26, line 437" in after


def test_regimes_are_laid_side_by_side_in_both_languages(client: Client) -> None:
    zh = words_of(client.get("/controls/matrix/?kind=logic&on=2024-01-01").content)
    en = words_of(client.get("/en/controls/matrix/?kind=logic").content)

    assert "≤ 14 nm" in zh
    assert "≤ 16 nm" in zh
    assert "technology node" in en
    assert client.get("/controls/matrix/?kind=teapot").status_code == 422
