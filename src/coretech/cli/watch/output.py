"""The tables, where they came from, and what was wrong: written beside each other."""

import datetime as dt
import hashlib
import json
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from coretech import __version__
from coretech.cli.speech import complain, say
from coretech.cli.watch.engines import Engine
from coretech.engines.indicators.definitions import Technology
from coretech.engines.indicators.formulas import FORMULAS, PERCENTILES
from coretech.engines.indicators.formulas_links import MISSING
from coretech.engines.indicators.histograms import Percentile, Years
from coretech.engines.indicators.missing import languages
from coretech.engines.indicators.tables import Snapshot
from coretech.engines.indicators.thin import Warned
from coretech.engines.indicators.tracker import Tracked
from coretech.kit.refusal import bad_input
from coretech.kit.sentence import Sentence
from coretech.readers.works.manifest import PROBLEMS, Manifest
from coretech.readers.works.problems import Fault


@dataclass(frozen=True, slots=True)
class Run:
    """What was asked for."""

    manifest: Manifest
    file: Path
    technologies: Sequence[Technology]
    years: Years
    engine: Engine
    percentile: Percentile
    day: dt.date

    def about(self, formulas: Mapping[str, Sentence]) -> dict[str, object]:
        """What any tables were made of: snapshot, queries, years, engine, and the formula of each column."""
        return {
            "made_by": f"coretech {__version__}",
            "date": self.day.isoformat(),
            "snapshot": {
                "source": self.manifest.source,
                "query": self.manifest.query,
                "date": self.manifest.date,
                "works": self.manifest.works,
                "superseded": self.manifest.superseded,
                "files": self.manifest.files,
                "problems": self.manifest.problems,
                "problems_listed_in": PROBLEMS,
            },
            "technologies": {
                "file": self.file.name,
                "sha256": hashlib.sha256(self.file.read_bytes()).hexdigest(),
                "queries": {each.id: each.query.written for each in self.technologies},
            },
            "years": {"first": self.years.first, "last": self.years.last},
            "engine": {"name": self.engine.value, "polars": pl.__version__},
            "formulas": {column: words.as_dict() for column, words in formulas.items()},
        }

    def ranked(self) -> dict[str, object]:
        """Who says which works are among the most cited."""
        return {"percentile": {"by": self.percentile.value, **PERCENTILES[self.percentile].as_dict()}}

    def as_json(self, tracked: Tracked) -> dict[str, object]:
        """Everything somebody needs to make the two tables again, and to read them rightly."""
        counts = map(json.loads, tracked.technologies["coverage"])
        return {
            **self.about({**FORMULAS, **MISSING}),
            **self.ranked(),
            "works_counted": tracked.works,
            "warnings": {each.value: each.said.as_dict() for each in Warned},
            "denominators": dict(zip(tracked.technologies["technology_id"], counts, strict=True)),
        }


def write_out(out: Path, tracked: Tracked, run: Run, snapshot: Snapshot) -> None:
    """Write both tables, with what they lack by year and by language.

    Raises:
        Refused: (HTTP 422) where the folder cannot be written.
    """
    tables = {
        "countries": tracked.countries,
        "technologies": tracked.technologies,
        "coverage": tracked.coverage,
        "languages": languages(snapshot),
    }
    write_tables(out, tables, run.as_json(tracked), snapshot)


def write_tables(
    out: Path, tables: Mapping[str, pl.DataFrame], about: Mapping[str, object], snapshot: Snapshot
) -> None:
    """Write tables as CSV and Parquet, ``provenance.json``, and the list of problems, where the snapshot has one.

    Raises:
        Refused: (HTTP 422) where the folder cannot be written.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, table in tables.items():
            table.write_csv(out / f"{name}.csv")
            table.write_parquet(out / f"{name}.parquet")
        if (snapshot.folder / PROBLEMS).is_file():
            shutil.copyfile(snapshot.folder / PROBLEMS, out / PROBLEMS)
        text = json.dumps(about, ensure_ascii=False, indent=1)
        (out / "provenance.json").write_text(f"{text}\n", encoding="utf-8")
    except OSError as error:
        reason = error.strerror or str(error)
        raise bad_input(
            "--out", f"{out}：無法寫入（{reason}）", f"{out}: cannot be written ({reason})"
        ) from None


def handed(
    out: Path | None, tables: Mapping[str, pl.DataFrame], about: Mapping[str, object], snapshot: Snapshot
) -> None:
    """Write the tables into a folder, or print them where none is given."""
    if out is None:
        printed(*tables.values())
    else:
        write_tables(out, tables, about, snapshot)


def printed(*tables: pl.DataFrame) -> None:
    """Tables as CSV on standard output, an empty line between them."""
    for place, table in enumerate(tables):
        if place:
            say("")
        sys.stdout.write(table.write_csv())


def told(manifest: Manifest, tracked: Tracked, language: str) -> None:
    """Say on standard error what was wrong with the works, and what to beware of in the tables."""
    wrong(manifest, language)
    for of, names in tracked.technologies.select("technology_id", "warnings").rows():
        for name in names.split():
            words = Warned(name).said
            complain(Sentence(f"{of}：{words.zh}", f"{of}: {words.en}"), language, 0)


def wrong(manifest: Manifest, language: str) -> None:
    """Say on standard error what was wrong with the works."""
    for fault, times in manifest.problems.items():
        words = Fault(fault).said
        complain(Sentence(f"{times} 筆：{words.zh}", f"{times}: {words.en}"), language, 0)
