"""What is written can be read back to the same register, in every format."""

import csv
import io
import json
import subprocess
import sys

import pytest
from hypothesis import given, settings

from coretech.kit.refusal import Refused
from coretech.readers.register_files import csv_file
from coretech.readers.register_files.formats import Format, read, write
from coretech.readers.register_files.records import About, RegisterFile
from tests.readers.register_files.given import AWKWARD, BASE, histories, lists, sample

EMPTY = RegisterFile(About(base=BASE), ())


@pytest.mark.parametrize("form", Format)
@settings(max_examples=12)
@given(file=histories())
def test_every_version_is_read_back_as_it_was_written(form: Format, file: RegisterFile) -> None:
    back = read(write(file, form), form)

    assert back.entries == file.entries
    assert back.about == (None if form is Format.CSV else file.about)


@pytest.mark.parametrize("form", Format)
@settings(max_examples=12)
@given(file=lists())
def test_the_list_of_a_day_is_read_back_as_it_was_written(form: Format, file: RegisterFile) -> None:
    back = read(write(file, form), form)

    assert back.entries == file.entries
    assert back.about == (None if form is Format.CSV else file.about)


@pytest.mark.parametrize("form", Format)
def test_an_empty_register_is_a_file_too(form: Format) -> None:
    assert read(write(EMPTY, form), form).entries == ()


@pytest.mark.parametrize("form", [form for form in Format if form is not Format.CSV])
def test_a_file_before_the_first_list_says_so(form: Format) -> None:
    content = write(EMPTY, form)

    assert read(content, form).about == EMPTY.about
    if form is not Format.ODS:
        assert "No list has been announced." in content.decode()


@pytest.mark.parametrize("form", Format)
def test_the_same_register_gives_the_same_bytes_in_another_process(form: Format) -> None:
    program = (
        "import hashlib, sys\n"
        "from tests.readers.register_files.given import sample\n"
        "from coretech.readers.register_files.formats import Format, write\n"
        f"sys.stdout.write(hashlib.sha256(write(sample(), Format({form.value!r}))).hexdigest())"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", program], env={"PYTHONHASHSEED": seed, "PYTHONPATH": "src:."}, check=True,
            capture_output=True, text=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip

    assert len(told) == 1


def test_no_cell_of_a_csv_is_a_formula() -> None:
    raw = csv_file.write_rows([AWKWARD])
    (row,) = csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""))

    assert not [cell for cell in row if cell.lstrip()[:1] in set("=+-@＝＋－＠")]
    assert csv_file.read_rows(raw) == [list(AWKWARD)]


@pytest.mark.parametrize("form", Format)
@pytest.mark.parametrize(
    "raw", [b"", b"{}", b"\xff\xfe\x00", b"no,version\r\n1,2\r\n", b"PK\x03\x04rest", b"<a/>"]
)
def test_a_file_of_something_else_is_refused(form: Format, raw: bytes) -> None:
    with pytest.raises(Refused) as refused:
        read(raw, form)

    assert (refused.value.status, refused.value.field) == (422, "file")


def test_a_cell_that_is_no_day_is_named() -> None:
    raw = write(sample(), Format.CSV).replace(b"2023-12-05", b"2023-02-30", 1)

    with pytest.raises(Refused, match="2023-02-30"):
        read(raw, Format.CSV)


def test_a_context_that_lies_elsewhere_is_not_fetched() -> None:
    told = json.loads(write(sample(), Format.JSONLD))
    told["@context"] = "http://127.0.0.1:1/context"

    with pytest.raises(Refused):
        read(json.dumps(told).encode(), Format.JSONLD)
