"""Portfolios of made-up projects, screened and judged through the project's own operations."""

import csv
import io

from coretech.apps.inventory.models import Find, Portfolio
from coretech.apps.inventory.operations.judge_find import Judged, judge_find
from coretech.apps.inventory.operations.learn_terms import learn_terms
from coretech.apps.inventory.operations.screen_portfolio import screen_portfolio
from coretech.apps.inventory.operations.take_portfolio import take_portfolio
from coretech.apps.inventory.operations.upload_portfolio import Upload, upload_portfolio
from tests import factories

OFFICER = "agency-nstc"
PANELIST = "panel-nstc-02"
COLUMNS = {"id": "計畫編號", "title": "計畫名稱", "abstract": "摘要", "year": "年度"}
HEADINGS = tuple(COLUMNS.values())
PROJECTS = (
    ("P-001", "衛星姿態控制與高精度指向之研究", "發展衛星操控所需之姿態控制技術", "113"),
    ("P-002", "後量子密碼演算法之硬體實作", "研究後量子密碼保護技術與其加速器", "113"),
    ("P-003", "明清時期臺灣土地契約研究", "整理契約文書", "113"),
    ("P-004", "合成孔徑雷達影像之技術", "太空規格之雷達", "114"),
    ("P-005", "小學生閱讀動機之探討", "問卷調查", "114"),
)


def file_of(projects: tuple[tuple[str, ...], ...] = PROJECTS) -> bytes:
    """The projects as CSV."""
    text = io.StringIO()
    csv.writer(text).writerows([HEADINGS, *projects])
    return text.getvalue().encode()


def uploaded(*, confidential: bool = False, raw: bytes | None = None, username: str = OFFICER) -> Portfolio:
    """A portfolio whose columns are not named yet."""
    upload = Upload("示範計畫", "projects.csv", raw or file_of(), confidential)
    act = upload_portfolio(factories.acting(username), username.removeprefix("agency-"), upload)
    return Portfolio.objects.get(pk=int(act.subject.split("/")[1]))


def taken(*, confidential: bool = False, raw: bytes | None = None) -> Portfolio:
    """One whose rows are taken."""
    portfolio = uploaded(confidential=confidential, raw=raw)
    take_portfolio(factories.acting(OFFICER), portfolio.pk, COLUMNS)
    portfolio.refresh_from_db()
    return portfolio


def screened(*, confidential: bool = False, raw: bytes | None = None) -> Portfolio:
    """One that is screened."""
    portfolio = taken(confidential=confidential, raw=raw)
    screen_portfolio(factories.acting(OFFICER), portfolio.pk)
    portfolio.refresh_from_db()
    return portfolio


def best_of(portfolio: Portfolio) -> Find:
    """The find with the highest score."""
    found = portfolio.finds.order_by("-score", "pk").first()
    assert found is not None
    return found


def accept(find: Find, username: str = OFFICER, *, second: bool = False, item: str = "") -> None:
    """Accept a find."""
    judge_find(factories.acting(username), find.pk, Judged("accepted", item=item), second=second)


def accepted_alike(portfolio: Portfolio, count: int = 2) -> list[Find]:
    """The best finds, all accepted for the item of the very best."""
    best = list(portfolio.finds.order_by("-score", "pk")[:count])
    for find in best:
        accept(find, item=best[0].item)
    return best


def set_aside(find: Find, username: str = OFFICER, *, second: bool = False) -> None:
    """Set a find aside."""
    judge_find(factories.acting(username), find.pk, Judged("set_aside", reason="generic"), second=second)


def world() -> dict[str, object]:
    """A screened portfolio and one of its finds, with terms learned, by the names that addresses use."""
    portfolio = screened()
    accept(best_of(portfolio))
    learn_terms(factories.acting(OFFICER), "nstc")
    return {"portfolio_id": portfolio.pk, "find_id": best_of(portfolio).pk, "queue": "first"}
