"""The bundled sample: eight technologies of the draft that was made public on 2025-11-24."""

from importlib.resources import files

from coretech.readers.portfolio_cases.rows import CaseRow, read_cases


def sample_rows() -> tuple[CaseRow, ...]:
    """The sample's rows, as any file of candidates gives them."""
    raw = (files("coretech.data") / "samples" / "pre_announced_2025_11_24.csv").read_bytes()
    return read_cases(raw).rows
