"""Small tables of patents and of trade, taken in: one of everything, and patents of one technology alone."""

import datetime as dt
import io

from coretech.apps.watch.counts.taking_in_tables import Kind, take_table
from coretech.apps.watch.models import KeptTable
from coretech.apps.watch.operations.keep_table import About, keep_table
from tests.factories.watch_factories import office

CHIPS = "BRIEF-IC"
"""Bundled with the subclasses H01L, H10B and H10D and the goods 8542."""
PATENTS = """appln_id,appln_auth,appln_filing_year,person_ctry_code,cpc_class_symbol
1,TW,2020,TW,H01L  21/336
1,TW,2020,US,H01L  21/336
1,TW,2020,TW,G06F   9/50
1,TW,2020,US,G06F   9/50
2,EP,2021,,H01L  29/78
3,US,2022,TW,H10B  10/00
4,US,2022,US,A61K  31/00
5,US,20xx,Atlantis,H01L
"""
TRADE = """refYear,reporterISO,partnerISO,flowCode,cmdCode,primaryValue
2022,TWN,USA,X,8542,80
2022,TWN,JPN,X,8542,20
2022,TWN,W00,X,8542,120
2022,TWN,JPN,M,8542,30
2022,TWN,JPN,M,854231,10
2023,TWN,USA,X,854231,60
2023,TWN,USA,X,8542,90
2023,USA,TWN,M,854231,7
2023,USA,TWN,M,854232,5
2023,TWN,USA,X,0901,1000
2023,TWN,USA,X,854,1
"""


def taken(kind: Kind, text: str, about: About, name: str = "table.csv") -> KeptTable:
    """A table, read and kept."""
    read = take_table(kind, name, io.BytesIO(text.encode()), 2026, {})
    act = keep_table(office(), read, about)
    return KeptTable.objects.get(pk=int(act.subject.split("/")[1]))


def patents(technology: str = "", text: str = PATENTS) -> KeptTable:
    """Patents of everything, or of one technology."""
    return taken(Kind.PATENTS, text, About("PATSTAT", dt.date(2025, 1, 5), "all", technology))


def trade() -> KeptTable:
    """Trade of everything."""
    return taken(Kind.TRADE, TRADE, About("UN Comtrade", dt.date(2025, 1, 5), unit="US$"))
