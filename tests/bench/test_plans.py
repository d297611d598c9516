"""The benchmarks of plans at scale, on a stage of one plan."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.contests import dashboard, plan_page
from bench.measure import measure


@pytest.fixture(scope="module")
def home() -> Iterator[Path]:
    found = Path(tempfile.mkdtemp(prefix="coretech-bench-"))
    found.chmod(0o711)
    yield found
    shutil.rmtree(found, ignore_errors=True)


@pytest.mark.parametrize("of", [plan_page, dashboard])
def test_the_pages_and_the_plain_queries_answer_and_the_rows_are_told(of: object, home: Path) -> None:
    assert of in {plan_page, dashboard}
    contests = plan_page.contest(1, home) if of is plan_page else dashboard.contest(1, home)
    for contest in contests:
        result = measure(contest, rounds=1)

    assert result.ratio is not None
    assert "bar" in result.remarks[0].en
    assert "workitem 5,605" in result.remarks[-1].en
