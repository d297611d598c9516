"""Documents with anything done to their tables: read, with findings, and never a traceback."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from coretech.readers.programme.reader import read_programme
from tests.programme_printer import Print, printed
from tests.readers.test_programme_round_trip import HOW, Programmed, programmes

SPICE = st.one_of(
    st.sampled_from(["\t", "|", "((\u3000）", "０", "²", "\x00", "\f", "\r", "<b>", "•", "-", "9" * 30]),
    st.sampled_from(
        ["1.1.1 ", "2-1 ", "1.1.1.1", "999/99", "110/1~", "000/1~000/12", "年", "每年", "第一期"]
    ),
    st.sampled_from(["目標：", "累計", "(簡稱", "小計", "壹、", "一、", "(主)", "(協)", "經濟部"]),
)
CHANGES = st.lists(
    st.tuples(
        st.sampled_from(["delete", "double", "swap", "shuffle", "spice", "split"]),
        st.integers(0, 10**6),
        SPICE,
    ),
    max_size=12,
)


def changed(text: str, changes: list[tuple[str, int, str]]) -> str:
    lines = text.split("\n")
    for what, number, spice in changes:
        place = number % len(lines)
        line = lines[place]
        at = number % (len(line) + 1)
        new = {
            "delete": [],
            "double": [line, line],
            "swap": [lines[number // 7 % len(lines)]],
            "shuffle": ["\t".join(reversed(line.split("\t")))],
            "spice": [line[:at] + spice + line[at:]],
            "split": [line[:at], line[at:]],
        }[what]
        lines[place : place + 1] = new
        lines = lines or [""]
    return "\n".join(lines)


@settings(max_examples=150)
@given(programmes(), HOW, CHANGES)
def test_whatever_was_done_to_the_tables_gives_records_and_findings(
    programme: Programmed, how: Print, changes: list[tuple[str, int, str]]
) -> None:
    read = read_programme(changed(printed(*programme, how), changes))

    assert json.loads(json.dumps(read.as_json()))["kind"] == "programme"
    assert all(each.said.zh and each.said.en for each in read.findings)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_any_text_at_all_is_read(text: str) -> None:
    assert read_programme(text).findings
