"""Does odd things to real plans and reads them: ``python -m tools.fuzz_plans FOLDER --seconds N --seed S``.

The folder holds published plans as text. Each case is drawn from the seed and its number, so that a case told in the
log comes back alone with ``--case N``. A case breaks where anything but a refusal in a sentence is raised; it is slow
where it takes ``--times`` (20) what its characters take where nothing was done to them, and half a second. Its
bytes are kept in ``--keep`` for a test to be made of them.
"""

import argparse
import contextlib
import itertools
import json
import logging
import resource
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from coretech.kit.refusal import Refused
from coretech.readers.files.errors import FileError
from coretech.readers.plan_files.contract import as_json, read_json, said_of
from coretech.readers.plan_files.formats import Format, write
from coretech.readers.plan_files.putting_together import digest_of, said_by
from coretech.readers.plan_files.taking_apart import rows_of
from coretech.readers.plans.opening import opened
from coretech.readers.plans.reading import Kind, read_any
from tools.plan_containers import CONTAINERS, text
from tools.plan_mutations import mutated

LEAST_SECONDS = 0.5
LONGEST_SECONDS = 60
MOST_MEMORY = 4 << 30
_DOCUMENTS = ("*.txt", "*.md")


@dataclass(frozen=True, slots=True)
class Case:
    """One file to be read: what was done to which document, and how many characters it then had."""

    number: int
    done: str
    length: int
    data: bytes


def cases(documents: dict[str, str], seed: int, start: int = 0) -> Iterator[Case]:
    """Files without end, each drawn from the seed and its number."""
    for number in itertools.count(start):
        random = Random(f"{seed}-{number}")  # noqa: S311 - drawn again by the same seed
        name = random.choice(sorted(documents))
        said, done = mutated(_part(documents[name], random), random)
        container = random.choice(CONTAINERS)
        told = f"{name} {' '.join(done)} → {container.__name__}"
        yield Case(number, told, len(said), container(said, random))


def _part(whole: str, random: Random) -> str:
    """The whole document, or some pages of it."""
    if random.random() < 0.3:  # noqa: PLR2004 - three in ten
        return whole
    start = random.randrange(len(whole))
    return whole[start : start + random.randint(500, 30_000)] or whole


def read_every_way(data: bytes) -> None:
    """Read a file as every kind, store it as it would be stored, and write it in every format.

    Raises:
        FileError: where the file is refused, as it may be.
        Refused: where it holds no table to be written.
    """
    found = opened(data).text
    for kind in Kind:
        document = read_any(found, kind)
        rows = rows_of(said_of(json.loads(json.dumps(document.as_json()))))
        if digest_of(rows_of(read_json(json.dumps(as_json(said_by(rows))).encode()))) != digest_of(rows):
            sys.stdout.write("reads back otherwise\n")
        for form in Format:
            write(rows, form, "plan", "plan.txt")


def seconds(work: Callable[[bytes], None], data: bytes) -> float:
    """The processor's seconds that a file takes; a refusal takes some too."""
    begun = time.process_time()
    with contextlib.suppress(FileError, Refused):
        work(data)
    return time.process_time() - begun


def per_character(documents: dict[str, str]) -> float:
    """What a character takes where nothing was done to its document: the dearest one's."""
    any_random = Random(0)  # noqa: S311 - nothing is drawn
    return max(seconds(read_every_way, text(said, any_random)) / len(said) for said in documents.values())


def judged(case: Case, fair: float) -> str:
    """What is wrong with the reading of a case; nothing where it was read or refused in time."""
    signal.setitimer(signal.ITIMER_PROF, LONGEST_SECONDS)
    try:
        took = seconds(read_every_way, case.data)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what we look for
        where = traceback.extract_tb(error.__traceback__)[-1]
        return (
            f"broke: {type(error).__name__} at {Path(where.filename).name}:{where.lineno}: {str(error)[:120]}"
        )
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    if took > max(LEAST_SECONDS, fair * case.length):
        return f"slow: {took:.1f} s for {case.length:,} characters"
    return ""


def _too_long(_signal: int, _frame: object) -> None:
    raise TimeoutError


def main(arguments: list[str]) -> int:
    """Fuzz for as long as told; tells each case that breaks or is slow. Gives 1 where there was one, 2 for no plans."""
    asked = _asked(arguments)
    documents = {
        path.stem: path.read_text(encoding="utf-8") for form in _DOCUMENTS for path in asked.folder.glob(form)
    }
    if not documents:
        sys.stderr.write(f"{asked.folder}：沒有.txt或.md計畫檔 · holds no plan as .txt or .md\n")
        return 2
    logging.getLogger("pypdf").disabled = True
    with _bounded():
        kinds = _fuzzed(asked, documents)
    sys.stdout.write(f"{kinds.total():,} files read; broke {kinds['broke']}, slow {kinds['slow']}\n")
    return 1 if kinds["broke"] + kinds["slow"] else 0


@contextlib.contextmanager
def _bounded() -> Iterator[None]:
    """Bound the memory and the time of a case; the process goes on without bounds where it is not ours alone."""
    before = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, before[1]))
    handler = signal.signal(signal.SIGPROF, _too_long)
    try:
        yield
    finally:
        signal.signal(signal.SIGPROF, handler)
        resource.setrlimit(resource.RLIMIT_DATA, before)


def _fuzzed(asked: argparse.Namespace, documents: dict[str, str]) -> Counter[str]:
    """Read case by case until the time is over, telling what is wrong; how many there were of each kind."""
    fair, until, kinds = (
        asked.times * per_character(documents),
        time.monotonic() + asked.seconds,
        Counter[str](),
    )
    for case in cases(documents, asked.seed, asked.case or 0):
        wrong = judged(case, fair)
        kinds[wrong.partition(":")[0]] += 1
        if wrong:
            sys.stdout.write(f"{asked.seed}-{case.number} {wrong} | {case.done}\n")
            sys.stdout.flush()
            _keep(asked.keep, f"{asked.seed}-{case.number}.bin", case.data)
        if asked.case is not None or time.monotonic() > until:
            break
    return kinds


def _asked(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.fuzz_plans")
    parser.add_argument("folder", type=Path, help="where the published plans are, as text")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--times", type=float, default=20, help="how much slower than fair is slow")
    parser.add_argument("--case", type=int, help="this case alone")
    parser.add_argument("--keep", type=Path, help="where the files that break are kept")
    return parser.parse_args(arguments)


def _keep(folder: Path | None, name: str, data: bytes) -> None:
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
