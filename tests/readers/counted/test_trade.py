"""Trade summed: by whichever database wrote it, the world apart, and nothing believed that cannot be."""

import io

import pytest

from coretech.kit.refusal import Refused
from coretech.readers.counted.counting import Counted
from coretech.readers.counted.trade import WORLD, trade_in
from coretech.readers.texts.opening import open_table

COMTRADE = """refYear,reporterISO,partnerISO,flowCode,cmdCode,primaryValue
2022,USA,S19,M,854231,100.5
2022,USA,S19,M,854231,"1,000"
2022,USA,W00,M,854231,5000
2022,USA,TWN,X,8542,7
"""
BACI = "t,i,j,k,v,q\n2021,490,842,854231,12.5,3\n"


def counted(content: bytes) -> Counted:
    return trade_in(open_table(io.BytesIO(content)), 2026, {})


def test_comtrade_gives_taiwan_under_another_name_and_the_world_stands_apart() -> None:
    made = counted(COMTRADE.encode())

    assert made.tables["trade"].rows() == [
        ("8542", 2022, "US", "TW", "X", 7.0, 1),
        ("854231", 2022, "US", "TW", "M", 1100.5, 2),
        ("854231", 2022, "US", WORLD, "M", 5000.0, 1),
    ]
    assert made.coverage == {"rows": 4, "rows_with_the_world": 1, "rows_left_out": 0}


def test_codes_of_countries_that_are_not_known_stay_as_they_are() -> None:
    assert counted(BACI.encode()).tables["trade"].rows() == [("854231", 2021, "490", "842", None, 12.5, 1)]


def test_a_table_of_the_customs_in_big5_is_read() -> None:
    text = "年,申報國,國家,貨品號列,價值\n2023,臺灣,美國,8542.31.00.00-9,5\n2023,臺灣,日本,85423100009,6\n"

    made = counted(text.encode("cp950"))

    assert made.tables["trade"].rows() == [
        ("8542310000", 2023, "TW", "JP", None, 6.0, 1),
        ("8542310000", 2023, "TW", "US", None, 5.0, 1),
    ]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("2022,US,TW,10121,5", "leading 0"),
        ("2022,US,TW,chips,5", "goods"),
        ("2090,US,TW,8542,5", "year"),
        ("2022,US,TW,8542,-5", "value"),
        ("2022,US,TW,8542,nan", "value"),
        ("2022,US,TW,8542,", "value"),
        ("2022,US", "columns"),
    ],
)
def test_a_row_that_cannot_be_believed_is_left_out_and_said(row: str, why: str) -> None:
    made = counted(f"year,reporter,partner,hs code,value\n{row}\n202203,US,TW,TOTAL,1\n".encode())

    assert [(each.line, why in each.sentence.en) for each in made.problems.listed] == [(2, True)]
    assert made.tables["trade"].rows() == [("TOTAL", 2022, "US", "TW", None, 1.0, 1)]


@pytest.mark.parametrize("content", [b"", b"a,b\n1,2\n", b"%PDF-1.4"])
def test_what_is_no_table_of_trade_is_refused(content: bytes) -> None:
    with pytest.raises(Refused):
        counted(content)
