"""A spreadsheet opens the ODS and sees what we wrote."""

import csv
import io
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from coretech.readers.register_files import ods_file
from coretech.readers.register_files.columns import COLUMNS, cells_of
from tests.readers.register_files.given import sample

SOFFICE = shutil.which("soffice")
UTF8 = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"
needs_libreoffice = pytest.mark.skipif(
    SOFFICE is None and not os.environ.get("CI"),
    reason="LibreOffice is not installed (libreoffice-calc-nogui)",
)


def converted(content: bytes, folder: Path, form: str, ending: str) -> bytes:
    """What LibreOffice makes of a file, in a profile of its own."""
    folder.mkdir(exist_ok=True)
    given, made = folder / "register.ods", folder / "out" / f"register.{ending}"
    given.write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        [str(SOFFICE), profile, "--headless", "--convert-to", form, "--outdir", made.parent, given],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return made.read_bytes()


@needs_libreoffice
def test_libreoffice_reads_the_cells_that_were_written(tmp_path: Path) -> None:
    told = converted(ods_file.write(sample()), tmp_path, UTF8, "csv").decode("utf-8-sig")

    rows = list(csv.reader(io.StringIO(told, newline="")))
    assert rows == [list(COLUMNS), *map(cells_of, sample().entries)]


@needs_libreoffice
def test_a_file_that_libreoffice_saved_again_is_the_same_register(tmp_path: Path) -> None:
    assert ods_file.read(converted(ods_file.write(sample()), tmp_path, "ods:calc8", "ods")) == sample()
