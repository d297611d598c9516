"""``coretech controls``: the contract's JSON, many lines, the matrix, and status 2 for bad input."""

import json
from pathlib import Path

import pytest

from coretech.cli import main
from tests.cli.running import command

CHIP = {
    "kind": "ai_chip",
    "throughput": [{"tops": 624, "bit_length": 8}],
    "die_area_mm2": {"value": 826, "unit": "mm2"},
    "datacenter": True,
}


def written(folder: Path, data: object) -> str:
    file = folder / "facts.json"
    file.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return str(file)


def test_a_chip_is_answered_in_the_contracts_form(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["controls", "evaluate", written(tmp_path, CHIP), "--as-of", "2023-11-17"]) == 0

    answer = json.loads(capsys.readouterr().out)
    assert answer["as_of"] == "2023-11-17"
    a = next(each for each in answer["results"] if each["item"] == "3A090.a")
    assert list(a) == ["regime", "item", "outcome", "values", "missing", "citation", "reason", "policy"]
    assert (a["regime"], a["outcome"], a["values"], a["policy"]) == (
        "us-ear",
        "yes",
        {"tpp": 4992.0, "pd": 6.04},
        None,
    )
    assert set(a["reason"]) == {"zh", "en"}


def test_facts_come_by_standard_input_without_django() -> None:
    done = command("controls", "evaluate", given=json.dumps({"kind": "logic", "node_nm": "14 nm"}).encode())

    assert done.returncode == 0, done.stderr
    assert {each["regime"] for each in json.loads(done.stdout)["results"]} == {"us-ear", "kr-nct", "tw-nckt"}


def test_one_regime_may_be_asked_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path, {"kind": "logic", "node_nm": 14})

    assert main(["controls", "evaluate", file, "--regime", "tw-nckt"]) == 0
    assert [each["item"] for each in json.loads(capsys.readouterr().out)["results"]] == ["18"]


def test_many_are_answered_a_line_each_with_bad_ones_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [
        {"id": "old", "facts": {**CHIP, "io_bandwidth_gb_s": 600}, "as_of": "2022-10-07"},
        {"id": 2, "facts": {"kind": "logic", "node_nm": -1}},
        {"facts": {}},
        {"id": "none", "facts": []},
    ]
    file = tmp_path / "cases.jsonl"
    file.write_text("".join(f"{json.dumps(each)}\n" for each in lines) + "not json\n", encoding="utf-8")

    assert main(["--lang", "en", "controls", "evaluate", "--batch", str(file)]) == 2
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    assert answers[0]["as_of"] == "2022-10-07"
    assert answers[0]["results"][0]["outcome"] == "yes"
    assert answers[1] == {"id": 2, "error": "node_nm: must not be negative", "field": "node_nm"}
    assert [each["id"] for each in answers] == ["old", 2, None, "none", None]
    assert answers[2]["error"].startswith("line 3:")
    assert answers[4]["error"].startswith("line 5:")


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["--regime", "xx"], "--regime"),
        (["--as-of", "2023-02-30"], "--as-of"),
        (["nowhere.json"], "nowhere.json"),
    ],
)
def test_bad_input_ends_with_2_and_names_what_is_wrong(
    arguments: list[str], named: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = [] if arguments[0].endswith(".json") else [written(tmp_path, CHIP)]

    assert main(["controls", "evaluate", *file, *arguments]) == 2
    assert named in capsys.readouterr().err


def test_the_matrix_lays_regimes_side_by_side(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["controls", "matrix", "--kind", "logic", "--as-of", "2024-04-26"]) == 0
    lines = capsys.readouterr().out.splitlines()

    assert [line.split()[:2] for line in lines[2:]] == [
        ["us-ear", "logic-16-14nm"],
        ["kr-nct", "kr-semi-5"],
        ["tw-nckt", "18"],
    ]
    assert [line.split("≤")[1].strip() for line in lines[2:]] == ["16 nm", "30 nm", "14 nm"]


def test_the_matrix_is_data_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["controls", "matrix", "--kind", "gpu", "--json", "--as-of", "2022-12-01"]) == 0

    laid = json.loads(capsys.readouterr().out)
    assert laid["parameters"] == ["tpp", "io_bandwidth_gb_s"]
    assert [row["item"] for row in laid["rows"]] == ["3A090"]


def test_a_matrix_of_no_kind_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["controls", "matrix", "--kind", "spoon"]) == 2
    assert "spoon" in capsys.readouterr().err
