"""Countries named in addresses: as two letters, or by the English names databases write."""

import csv
import re
from functools import cache
from importlib import resources

_PARTS = re.compile(r"[;；]")
_CODE = re.compile(r"[A-Z]{2}")
_POSTAL = re.compile(r"\d|^[a-z]{2}$")


def countries_in(addresses: str) -> list[str]:
    """The two letters of each country that ends an address of the list, each once; unknown names are passed over."""
    found = dict.fromkeys(_country(part) for part in _PARTS.split(addresses))
    return [each for each in found if each]


def country_named(name: str) -> str:
    """The two letters of a country named alone, by its letters or a name databases write; empty for an unknown one.

    "Other Asia, nes" and its code S19 are taken for Taiwan, whose trade UN Comtrade gives under them.
    """
    return _names().get(name.strip(" .").casefold()) or _country(name)


def _country(address: str) -> str:
    last = address.rpartition(",")[2].strip(" .")
    if _CODE.fullmatch(last):
        return last
    # Addresses in the United States end with the state and its postal code before the name: "MA 02139 USA".
    before, _, word = last.casefold().rpartition(" ")
    return _names().get(last.casefold()) or (_names().get(word, "") if _POSTAL.search(before) else "")


@cache
def _names() -> dict[str, str]:
    file = resources.files("coretech.data").joinpath("watch", "country_names.csv")
    with file.open(encoding="utf-8") as rows:
        return {row["name"].casefold(): row["country"] for row in csv.DictReader(rows)}
