"""A run of the matcher: texts in, ranked rows out, some at a time so that no run is too long for memory."""

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from coretech.cli.match_progress import Progress
from coretech.cli.match_writing import ended_like_an_interrupt, whole
from coretech.cli.speech import complain
from coretech.kit.sentence import Sentence
from coretech.readers.texts.texts import Text

COLUMNS = ("query_id", "rank", "item_id", "score", "why")
INTERRUPTED = 130
_BATCH, _BATCH_CHARACTERS = 512, 1_000_000

Row = tuple[str, int, str, str, str]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What is matched with: ids and texts, in one order."""

    ids: Sequence[str]
    texts: Sequence[str]


@dataclass(frozen=True, slots=True)
class Asked:
    """How to match: so many items for each query, none below a score, with or without the reasons."""

    top: int
    least: float
    explain: bool


@dataclass(frozen=True, slots=True)
class Queries:
    """The queries as they are read, and the share of their file that is behind."""

    texts: Iterable[Text]
    share: Callable[[], float]


def run(queries: Queries, catalogue: Catalogue, asked: Asked, out: Path | None, progress: Progress) -> int:
    """Match all queries and write the rows; how many queries there were.

    Raises:
        KeyboardInterrupt: where it was interrupted; nothing has been written then.
    """
    done = 0
    with ended_like_an_interrupt(), whole(out) as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        ranked = _ranking(catalogue, asked)
        for part in _parts(queries.texts):
            writer.writerows(ranked(part))
            done += len(part)
            progress.tell(done, queries.share())
        progress.end()
    return done


def interrupted(language: str, progress: Progress) -> int:
    """Say that the run was interrupted, and give back the exit status."""
    progress.end()
    sentence = Sentence("已中斷；沒有寫入任何結果。", "Interrupted; no result was written.")
    return complain(sentence, language, INTERRUPTED)


def _parts(texts: Iterable[Text]) -> Iterator[list[Text]]:
    """The texts in batches, smaller where they are long."""
    part: list[Text] = []
    size = 0
    for text in texts:
        part.append(text)
        size += len(text.text)
        if len(part) == _BATCH or size >= _BATCH_CHARACTERS:
            yield part
            part, size = [], 0
    if part:
        yield part


def _ranking(catalogue: Catalogue, asked: Asked) -> Callable[[Sequence[Text]], Iterator[Row]]:
    """The rows of some texts; the engine is read only now, so that help needs none of it."""
    from coretech.engines.matching.lexicon import lexicon  # noqa: PLC0415 - see above
    from coretech.engines.matching.matcher import Matcher  # noqa: PLC0415 - see above

    matcher = Matcher(catalogue.texts, lexicon())
    why = _reasons(catalogue) if asked.explain else _no_reason

    def rows(part: Sequence[Text]) -> Iterator[Row]:
        found = matcher.matched([text.text for text in part], asked.top, asked.least)
        for text, hits in zip(part, found, strict=True):
            for rank, hit in enumerate(hits, start=1):
                yield text.id, rank, catalogue.ids[hit.item], f"{hit.score:.4f}", why(text.text, hit.item)

    return rows


def _no_reason(_: str, __: int) -> str:
    return ""


def _reasons(catalogue: Catalogue) -> Callable[[str, int], str]:
    from coretech.engines.matching.explaining import explain  # noqa: PLC0415 - only who asks for reasons
    from coretech.engines.matching.lexicon import lexicon  # noqa: PLC0415 - only who asks for reasons

    words = lexicon()
    return lambda query, item: " ".join(explain(query, catalogue.texts[item], words).words.split())
