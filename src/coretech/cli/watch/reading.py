"""``coretech watch ingest``: files of works into a snapshot that is kept."""

from pathlib import Path
from typing import Annotated

import typer

from coretech.cli.speech import complain, say
from coretech.cli.watch.input import day_of_reading, read_works
from coretech.kit.sentence import Sentence
from coretech.readers.works.manifest import PROBLEMS, Asked, Manifest
from coretech.readers.works.problems import Fault


def read_into(
    ctx: typer.Context,
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILES",
            help="OpenAlex、BibTeX、RIS、CSV、Parquet 檔或資料夾 / files of works, or folders of them",
        ),
    ],
    *,
    out: Annotated[
        Path, typer.Option("--out", metavar="SNAPSHOT", help="快照資料夾 / the snapshot's folder")
    ],
    source: Annotated[str, typer.Option("--source", help="資料來源 / where the works are from")] = "",
    query: Annotated[str, typer.Option("--query", help="取得資料的查詢式 / the query that gave them")] = "",
) -> None:
    """著作檔製成快照；中斷後再執行會接續 / Make a snapshot; run it again to go on after a break."""
    language = str(ctx.obj)
    manifest = read_works(
        files, out, Asked(day_of_reading(), source or ", ".join(each.name for each in files), query)
    )
    tell_snapshot(out, manifest, language)


def tell_snapshot(out: Path, manifest: Manifest, language: str) -> None:
    """Say what the snapshot holds, and on standard error what was wrong with the works."""
    for fault, times in manifest.problems.items():
        words = Fault(fault).said
        complain(Sentence(f"{times} 筆：{words.zh}", f"{times}: {words.en}"), language, 0)
    done = Sentence(
        f"{out}：{manifest.works:,} 篇，{len(manifest.files)} 個檔案；問題列於 {PROBLEMS}",
        f"{out}: {manifest.works:,} works of {len(manifest.files)} files; problems are listed in {PROBLEMS}",
    )
    say(done.say(language))
