"""The tables, where they came from, and what was wrong: written beside each other."""

import datetime as dt
import hashlib
import json
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from coretech import __version__
from coretech.cli.speech import complain, say
from coretech.cli.watch_engines import Engine
from coretech.engines.indicators.definitions import Technology
from coretech.engines.indicators.formulas import FORMULAS, PERCENTILES
from coretech.engines.indicators.histograms import Percentile, Years
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

    def as_json(self, tracked: Tracked) -> dict[str, object]:
        """Everything somebody needs to make the tables again, and to read them rightly."""
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
            "works_counted": tracked.works,
            "engine": {"name": self.engine.value, "polars": pl.__version__},
            "percentile": {"by": self.percentile.value, **PERCENTILES[self.percentile].as_dict()},
            "formulas": {column: words.as_dict() for column, words in FORMULAS.items()},
            "warnings": {each.value: each.said.as_dict() for each in Warned},
            "denominators": dict(
                zip(
                    tracked.technologies["technology_id"],
                    map(json.loads, tracked.technologies["coverage"]),
                    strict=True,
                )
            ),
        }


def write_out(out: Path, tracked: Tracked, run: Run, snapshot: Path) -> None:
    """Write both tables as CSV and Parquet, ``provenance.json``, and the list of problems.

    Raises:
        Refused: (HTTP 422) where the folder cannot be written.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, table in {"countries": tracked.countries, "technologies": tracked.technologies}.items():
            table.write_csv(out / f"{name}.csv")
            table.write_parquet(out / f"{name}.parquet")
        shutil.copyfile(snapshot / PROBLEMS, out / PROBLEMS)
        text = json.dumps(run.as_json(tracked), ensure_ascii=False, indent=1)
        (out / "provenance.json").write_text(f"{text}\n", encoding="utf-8")
    except OSError as error:
        reason = error.strerror or str(error)
        raise bad_input(
            "--out", f"{out}：無法寫入（{reason}）", f"{out}: cannot be written ({reason})"
        ) from None


def printed(tracked: Tracked) -> None:
    """Both tables as CSV on standard output, an empty line between them."""
    sys.stdout.write(tracked.technologies.write_csv())
    say("")
    sys.stdout.write(tracked.countries.write_csv())


def told(manifest: Manifest, tracked: Tracked, language: str) -> None:
    """Say on standard error what was wrong with the works, and what to beware of in the tables."""
    for fault, times in manifest.problems.items():
        words = Fault(fault).said
        complain(Sentence(f"{times} 筆：{words.zh}", f"{times}: {words.en}"), language, 0)
    for of, names in tracked.technologies.select("technology_id", "warnings").rows():
        for name in names.split():
            words = Warned(name).said
            complain(Sentence(f"{of}：{words.zh}", f"{of}: {words.en}"), language, 0)
