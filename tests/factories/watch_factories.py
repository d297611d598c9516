"""A small world of works, taken in and counted: two snapshots of one series, so that something may have moved."""

import datetime as dt
import gzip
import json
from collections.abc import Sequence

from coretech.apps.audit.acting import Acting
from coretech.apps.watch.bundled import load_watch
from coretech.apps.watch.counts.taking_in import take_upload
from coretech.apps.watch.models import Run, WatchedTechnology
from coretech.apps.watch.operations.begin_run import begin_run
from coretech.apps.watch.operations.define_technology import Defined, NewTechnology, define_technology
from coretech.apps.watch.operations.keep_snapshot import Wanted, keep_snapshot
from coretech.apps.watch.operations.name_codes import Named, name_codes
from coretech.apps.watch.queries import find_technology
from coretech.jobs.watch import count_waiting
from coretech.readers.works.manifest import Asked
from tests import factories

CODE = "GRAPHENE"
OFFICE = "office"


def work(number: int, country: str, year: int, *, top: bool, title: str = "Graphene transistors") -> str:
    """A work as OpenAlex writes it, on a line."""
    institution = {"id": f"https://openalex.org/I{number % 7 + 1}", "display_name": f"Institute {number % 7}"}
    return json.dumps(
        {
            "id": f"https://openalex.org/W{number}",
            "title": title,
            "publication_year": year,
            "language": "en" if number % 3 else "zh",
            "cited_by_count": 40 if top else number % 5,
            "citation_normalized_percentile": {"is_in_top_10_percent": top},
            "topics": [{"id": "https://openalex.org/T10001"}],
            "authorships": [
                {
                    "author": {"id": f"https://openalex.org/A{number}"},
                    "countries": [country],
                    "institutions": [{**institution, "country_code": country}],
                }
            ],
        }
    )


def works(leaders: Sequence[tuple[str, int]], title: str = "Graphene transistors") -> bytes:
    """Top works by country and number, and ordinary ones of Taiwan's, gzipped."""
    top = [country for country, many in leaders for _ in range(many)]
    lines = [
        work(number, country, 2019 + number % 4, top=True, title=title)
        for number, country in enumerate(top, 1)
    ]
    lines += [work(1000 + number, "TW", 2019 + number % 4, top=False, title=title) for number in range(20)]
    lines += ["{ not a work", work(5000, "JP", 2020, top=False, title="Rice breeding")]
    return gzip.compress("\n".join(lines).encode(), mtime=0)


BEFORE = works([("US", 30), ("CN", 10)])
AFTER = works([("US", 12), ("CN", 40), ("TW", 4)])


def office() -> Acting:
    """The Office's secretary."""
    return factories.acting(OFFICE)


def graphene() -> WatchedTechnology:
    """A technology of our own, defined by words in both languages."""
    ways = {"topics": [], "words_zh": ["石墨烯"], "words_en": ["graphene"], "without": ["review"]}
    defined = Defined(ways, "a technology to try with", 0)
    define_technology(office(), CODE, defined, NewTechnology("石墨烯電晶體", "Graphene transistors"))
    return find_technology(CODE)


def taken(content: bytes, day: dt.date, series: str = "openalex") -> Run:
    """A snapshot taken in from a file; its run waits."""
    asked = Asked(day, "OpenAlex", "title.search:graphene")
    act = keep_snapshot(office(), take_upload("works.jsonl.gz", content, asked), Wanted(series))
    return Run.objects.get(pk=int(act.subject.split("/")[1]))


def counted_twice() -> tuple[Run, Run]:
    """Graphene alone, counted in two snapshots of a series."""
    graphene()
    found = taken(BEFORE, dt.date(2026, 1, 5)), taken(AFTER, dt.date(2026, 4, 5))
    count_waiting()
    for run in found:
        run.refresh_from_db()
    return found


def defined_too() -> Run:
    """Another technology that the same works belong to, counted beside graphene in a snapshot of its own series."""
    ways = {"topics": ["T10001"], "words_zh": [], "words_en": [], "without": []}
    defined = Defined(ways, "a second one", 0)
    define_technology(office(), "TRANSISTOR", defined, NewTechnology("電晶體", "Transistors"))
    run = begin_run(office(), Run.objects.latest("pk").snapshot_id)
    count_waiting()
    return Run.objects.get(pk=int(run.subject.split("/")[1]))


def world() -> dict[str, object]:
    """The bundled definitions and sample, counted, and two snapshots of graphene, by the names of addresses."""
    from tests.factories import watch_table_factories  # noqa: PLC0415 - which takes its office from here

    load_watch()
    before, after = counted_twice()
    watch_table_factories.trade()
    table = watch_table_factories.patents(CODE)
    name_codes(office(), CODE, Named([], ["8542"], "to have a world", 0))
    return {
        "watch_table": table.pk,
        "watch_code": CODE,
        "watch_country": "TW",
        "watch_run": after.pk,
        "watch_snapshot": before.snapshot_id,
    }
