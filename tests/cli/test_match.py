"""``coretech match``: whatever the files hold, the good rows are ranked and the bad ones told."""

import csv
import gzip
import io
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from coretech.cli import main
from coretech.cli.matching.progress import Progress
from coretech.cli.matching.running import Asked, Catalogue, run
from coretech.readers.texts.texts import Text
from tests.cli.conftest import COMMAND, Ran

CATALOGUE = """id,text
chip,14 奈米以下製程之 IC 製造技術
pqc,後量子密碼保護技術
sat,Satellite operation and control
eu,先進半導體
"""
QUERIES = """id,text
q1,衛星操控系統之研製
q2,post-quantum cryptography
q3,先进半导体制造设备
"""


@pytest.fixture
def ran(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> "type[Ask]":
    """A folder with both files, where commands are run."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    (tmp_path / "catalogue.csv").write_text(CATALOGUE, encoding="utf-8")
    (tmp_path / "queries.csv").write_text(QUERIES, encoding="utf-8")
    Ask.capsys = capsys
    return Ask


class Ask:
    """``Ask.match("--top", "1")`` with the two files, in English; ``Ask.plain`` with words of one's own."""

    capsys: pytest.CaptureFixture[str]

    @classmethod
    def match(cls, *options: str, language: str = "en") -> Ran:
        return cls.plain("match", "queries.csv", "catalogue.csv", *options, language=language)

    @classmethod
    def plain(cls, *arguments: str, language: str = "en") -> Ran:
        cls.capsys.readouterr()
        status = main(["--lang", language, *arguments])
        printed = cls.capsys.readouterr()
        return Ran(status, printed.out, printed.err)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_each_query_is_answered_by_its_best_items_across_languages(ran: type[Ask]) -> None:
    told = ran.match("--top", "2")

    found = rows(told.out)
    assert told.status == 0
    assert list(found[0]) == ["query_id", "rank", "item_id", "score", "why"]
    assert [(row["query_id"], row["rank"]) for row in found] == [
        (query, rank) for query in ("q1", "q2", "q3") for rank in ("1", "2")
    ]
    assert [row["item_id"] for row in found if row["rank"] == "1"] == ["sat", "pqc", "eu"]
    assert all(0 <= float(row["score"]) <= 1 and not row["why"] for row in found)
    assert "3 queries matched with 4 items." in told.err


def test_the_reasons_name_the_words_of_both_texts(ran: type[Ask]) -> None:
    best = [row["why"] for row in rows(ran.match("--top", "1", "--explain").out)]

    assert "衛星 = Satellite" in best[0]
    assert "cryptography" in best[1]
    assert "半导体" in best[2]


def test_below_the_least_score_nothing_is_an_answer(ran: type[Ask]) -> None:
    Path("queries.csv").write_text("id,text\nq1,衛星操控\nq2,童話與民謠的採集\n", encoding="utf-8")

    told = rows(ran.match("--min-score", "0.3").out)
    always = rows(ran.match("--top", "9").out)

    assert {row["query_id"] for row in told} == {"q1"}
    assert [row["query_id"] for row in always] == ["q1"] * 4 + ["q2"] * 4


def test_bad_rows_are_told_by_their_file_and_line_and_the_others_matched(ran: type[Ask]) -> None:
    Path("queries.csv").write_bytes(
        QUERIES.encode() + b"q1,again\n,x\nq4,\nq5,\xff\xff\nq6,a,b\nq7,satellite\n"
    )
    Path("catalogue.csv").write_text(CATALOGUE + "pqc,again\n", encoding="utf-8")

    told = ran.match("--top", "1")

    assert told.status == 0
    assert [row["query_id"] for row in rows(told.out)] == ["q1", "q2", "q3", "q7"]
    assert told.err.splitlines() == [
        "catalogue.csv line 6: its id pqc is already on line 3; left out.",
        "queries.csv line 5: its id q1 is already on line 2; left out.",
        "queries.csv line 6: has no id; left out.",
        "queries.csv line 7: its text is empty; left out.",
        "queries.csv line 8: is broken in its encoding; left out.",
        "queries.csv line 9: has 3 columns where the header has 2; left out.",
        "4 queries matched with 4 items; bad rows left out: 6.",
    ]


def test_odd_queries_are_answered_like_any_other(ran: type[Ask]) -> None:
    odd = ["the of and", "🛰️", "，。", "卫星 satellite ｻﾃﾗｲﾄ"]
    lines = "".join(f"o{number},{text}\n" for number, text in enumerate(odd))
    Path("queries.csv").write_text(f"id,text\n{lines}", encoding="utf-8")
    Path("catalogue.csv").write_text(f"{CATALOGUE}sat2,Satellite operation and control\n", encoding="utf-8")

    found = rows(ran.match("--top", "2").out)

    assert len(found) == 2 * len(odd)
    assert [row["item_id"] for row in found[-2:]] == ["sat", "sat2"]
    assert found[-2]["score"] == found[-1]["score"]


def test_of_a_document_of_five_megabytes_the_beginning_is_matched_and_that_is_said(ran: type[Ask]) -> None:
    Path("queries.csv").write_text(f"id,text\nbig,{'satellite ' * 500_000}\n", encoding="utf-8")

    told = ran.match("--top", "1")

    assert [row["item_id"] for row in rows(told.out)] == ["sat"]
    assert "queries.csv line 2: of 4,999,999 characters the first 20,000 are matched." in told.err


def test_columns_of_any_name_are_joined(ran: type[Ask]) -> None:
    Path("queries.csv").write_text("nr,title,abstract\n1,計畫,衛星操控\n", encoding="utf-8")

    told = ran.match("--id-column", "nr", "--text-columns", "title,abstract", "--top", "1")

    assert [(row["query_id"], row["item_id"]) for row in rows(told.out)] == [("1", "sat")]


@pytest.mark.parametrize(
    ("file", "text", "words"),
    [
        (
            "queries.csv",
            "nr,text\n1,x\n",
            ["queries.csv: There is no column “id”", "nr, text", "--id-column"],
        ),
        ("catalogue.csv", "id,name\n1,x\n", ["catalogue.csv: There is no column “text”", "id, name"]),
        (
            "catalogue.csv",
            "id,text\n,x\ny,\n",
            ["line 2", "line 3", "not one row of the catalogue can be used"],
        ),
        ("queries.csv", "PAR1 no table", ["queries.csv: The Parquet file is damaged"]),
        ("queries.csv", "", ["queries.csv: The file is empty"]),
    ],
)
def test_what_cannot_be_used_at_all_is_refused_and_nothing_written(
    ran: type[Ask], file: str, text: str, words: list[str]
) -> None:
    Path(file).write_text(text, encoding="utf-8")

    told = ran.match("--out", "found.csv")

    assert (told.status, told.out) == (2, "")
    assert all(word in told.err for word in words), told.err
    assert sorted(path.name for path in Path().iterdir()) == ["catalogue.csv", "queries.csv"]


def test_a_file_that_is_not_there_is_refused(ran: type[Ask]) -> None:
    told = ran.plain("match", "queries.csv", "nowhere.csv", language="zh")

    assert told.status == 2
    assert "nowhere.csv：無法開啟" in told.err


def test_the_result_takes_the_place_of_what_was_there_and_leaves_nothing_beside_it(ran: type[Ask]) -> None:
    Path("found.csv").write_text("before", encoding="utf-8")

    told = ran.match("--out", "found.csv")

    assert (told.status, told.out) == (0, "")
    assert Path("found.csv").read_text(encoding="utf-8") == ran.match().out
    assert sorted(path.name for path in Path().iterdir()) == ["catalogue.csv", "found.csv", "queries.csv"]


@pytest.mark.parametrize("out", ["no/such/folder.csv", "."])
def test_where_nothing_can_be_written_it_is_said(ran: type[Ask], out: str) -> None:
    told = ran.match("--out", out)

    assert told.status == 2
    assert "cannot be written" in told.err


def test_a_file_that_breaks_off_underway_leaves_no_result(ran: type[Ask], tmp_path: Path) -> None:
    whole = QUERIES + "".join(f"r{number},satellite {number * number}\n" for number in range(9_000))
    packed = gzip.compress(whole.encode())
    (tmp_path / "queries.csv").write_bytes(packed[:-4_000])

    told = ran.match("--top", "1")

    assert (told.status, told.out) == (2, "")
    assert "queries.csv: The file is damaged" in told.err


@pytest.mark.parametrize(
    ("how", "language", "words"),
    [(signal.SIGINT, "en", "no result was written"), (signal.SIGTERM, "zh", "沒有寫入任何結果")],
)
def test_an_interrupted_run_leaves_nothing(
    ran: type[Ask], tmp_path: Path, how: signal.Signals, language: str, words: str
) -> None:
    many = "".join(f"p{number},{'量子計算與衛星 ' * 40}{number}\n" for number in range(20_000))
    (tmp_path / "queries.csv").write_text(f"id,text\n{many}", encoding="utf-8")
    command = ["--lang", language, "match", "queries.csv", "catalogue.csv", "--out", "o.csv", "--progress"]
    with subprocess.Popen([*COMMAND, *command], stderr=subprocess.PIPE, cwd=tmp_path) as running:
        assert running.stderr is not None
        first = running.stderr.readline().decode()
        running.send_signal(how)
        rest = running.stderr.read().decode()

    assert "%" in first
    assert running.returncode == 130
    assert words in rest
    assert sorted(path.name for path in tmp_path.iterdir()) == ["catalogue.csv", "queries.csv"]
    assert ran.match("--help").status == 0


def test_standard_input_is_read_and_a_file_called_eval_is_written_with_its_folder(ran: type[Ask]) -> None:
    Path("eval").write_text(QUERIES, encoding="utf-8")
    done = subprocess.run(
        [*COMMAND, "--lang", "en", "match", "-", "catalogue.csv", "--top", "1"],
        input=QUERIES.encode(),
        capture_output=True,
        check=True,
    )

    assert done.stdout.decode() == ran.plain("match", "./eval", "catalogue.csv", "--top", "1").out
    assert "./eval" in ran.plain("match", "--help").out


def test_help_needs_neither_the_engine_nor_django() -> None:
    code = (
        "import sys; from coretech.cli import main; main(['match', '--help']); main(['screen', '--help']);"
        "sys.exit(any(name.partition('.')[0] in {'django', 'scipy', 'numpy', 'opencc', 'polars', 'pyarrow'} "
        "for name in sys.modules))"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False, capture_output=True).returncode == 0


class Counting:
    """Texts that tell how many of them had been read whenever somebody asked for the share."""

    def __init__(self) -> None:
        self.read = 0
        self.seen: list[int] = []

    def __iter__(self) -> Iterator[Text]:
        for number in range(1_300):
            self.read += 1
            yield Text(number, f"p{number}", "，" * 200_000 if number > 1_288 else "satellite")

    @property
    def share(self) -> float:
        self.seen.append(self.read)
        return 0.5


def test_a_long_file_is_never_held_whole(tmp_path: Path) -> None:
    texts = Counting()

    catalogue, asked = Catalogue(["sat"], ["衛星操控技術"]), Asked(1, 0.0, explain=False)
    done = run(texts, catalogue, asked, tmp_path / "o.csv", Progress("en", shown=False))

    assert done == 1_300
    assert texts.seen[:2] == [512, 1024]
    assert len(texts.seen) == 5
