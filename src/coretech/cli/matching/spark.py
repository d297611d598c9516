"""``--engine spark``: the files read and matched by Spark's processes, told and written as one process would."""

from pathlib import Path
from typing import TYPE_CHECKING

from coretech.cli.law.input import STANDARD_INPUT
from coretech.cli.matching.progress import Progress
from coretech.cli.matching.queries import Queries, again, file_of
from coretech.cli.matching.reading import left_out
from coretech.cli.matching.running import Asked, Catalogue, row, written
from coretech.cli.matching.writing import ended_like_an_interrupt
from coretech.cli.spark import spark_needed
from coretech.cli.speech import complain
from coretech.kit.refusal import bad_input
from coretech.kit.sentence import Sentence

if TYPE_CHECKING:
    from coretech.cli.matching.spark_plan import Plan


def run_on_spark(
    queries: Queries, catalogue: Catalogue, asked: Asked, out: Path | None, progress: Progress
) -> int:
    """Match all queries on Spark and write the rows in the queries' order; how many queries there were.

    Raises:
        KeyboardInterrupt: where it was interrupted; nothing has been written then.
        Refused: (HTTP 422) where a file, the model or Spark cannot be used; nothing has been written then.
    """
    if STANDARD_INPUT in queries.paths:
        raise bad_input(
            "engine",
            "--engine spark 由各機器讀檔，不能用標準輸入；請給檔案、資料夾或樣式。",
            "With --engine spark every machine reads the files, so there is no standard input; "
            "name a file, a folder or a pattern.",
        )
    recipe = asked.recipe(catalogue)
    if recipe.model:
        from coretech.engines.matching.embedding import Embedding  # noqa: PLC0415 - only where there is a model

        Embedding(Path(recipe.model))
    with spark_needed(), ended_like_an_interrupt(), written(out) as writer:
        from coretech.cli.matching.spark_plan import Plan  # noqa: PLC0415 - only now is Spark known to be there
        from coretech.engines.spark.session import spark_session  # noqa: PLC0415 - as above

        with spark_session(progress=progress.shown) as session:
            plan = Plan(session, queries.paths, queries.columns)
            _tell(plan, queries)
            count = plan.count()
            for found in plan.answers(recipe, count):
                item = catalogue.ids[found.item]
                writer.writerow(row(found.id, found.rank, item, found.score, found.why))
    return count


def _tell(plan: "Plan", queries: Queries) -> None:
    """Tell of the rows that are left out, as reading them in one process would.

    Raises:
        Refused: (HTTP 422) where a file cannot be used.
    """
    for said in plan.said():
        if said.ended:
            raise bad_input("file", said.zh, said.en)
        if said.first is None:
            queries.faults += said.text is None
            complain(Sentence(said.zh, said.en), queries.language, 0)
        else:
            here, first = (str(queries.paths[file_of(place)]) for place in (said.place, said.first.place))
            queries.faults += 1
            fault = again(said.line, said.id, first, said.first.line)
            complain(left_out(here, fault), queries.language, 0)
