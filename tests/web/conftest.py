"""Tests of pages start in Chinese, whatever language the page before was in."""

from collections.abc import Iterator

import pytest
from django.utils.translation import override


@pytest.fixture(autouse=True)
def _in_chinese() -> Iterator[None]:
    with override("zh-hant"):
        yield
