"""Works, citations, h-index and i10 of authors, as a slow script counts them."""

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coretech.engines.indicators import reference
from coretech.engines.indicators.profiles import Of, profiles
from tests.factories.works_factories import read_in, works, written


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made=st.lists(works(), min_size=1, max_size=30))
def test_each_authors_profile_is_the_one_by_definition(made: list[dict[str, Any]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        snapshot, _ = read_in(Path(folder), written(Path(folder), made))
        found = profiles(snapshot, Of.AUTHOR)

    for author, *figures in found.select("author", "works", "citations", "h_index", "i10").rows():
        assert tuple(figures) == reference.profile(made, f"https://openalex.org/A{author}")
    named = {each["author"]["id"] for work in reference.each_once(made) for each in work["authorships"] or []}
    assert len(found) == len(named)
