"""References and works from other databases come in by the same door."""

import json
from pathlib import Path

import polars as pl
import pytest

from coretech.kit.countries import country_of, number_of
from coretech.readers.works.country_names import countries_in
from tests.factories.works_factories import read_in

BIBTEX = """@article{chen2020,
  title = {A {GaN} device}, year = {2020}, doi = {10.1/x}, keywords = {gan; power},
  affiliation = {National Taiwan University, Taipei, Taiwan; MIT, Cambridge, MA 02139 USA}, abstract = {Power in GaN},
}
"""
RIS = """TY  - JOUR
TI  - A GaN device
PY  - 2020
DO  - 10.1/x
KW  - gan
KW  - power
AB  - Power in GaN
AD  - National Taiwan University, Taipei, Taiwan; MIT, Cambridge, MA 02139 USA
ER  -
"""
SCOPUS = (
    "Title,Year,Cited by,DOI,Affiliations,Author Keywords,Abstract,EID\n"
    'A GaN device,2020,7,10.1/x,"NTU, Taipei, Taiwan; MIT, Cambridge, MA 02139 USA",gan; power,Power in GaN,2-s2.0-1\n'
)


@pytest.mark.parametrize(("name", "text"), [("a.bib", BIBTEX), ("a.ris", RIS), ("a.csv", SCOPUS)])
def test_a_reference_becomes_a_work_with_its_countries(name: str, text: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")

    snapshot, manifest = read_in(tmp_path, tmp_path / name)

    part = manifest.parts[0]
    countries = pl.read_parquet(snapshot.part("authorships", part))["country"]
    assert {country_of(each) for each in countries} == {"TW", "US"}
    texts = pl.read_parquet(snapshot.part("texts", part)).row(0, named=True)
    assert (texts["title"], texts["doi"], texts["keywords"]) == ("A GaN device", "10.1/x", ["gan", "power"])
    assert json.loads(texts["abstract"]) == {"Power": [0], "in": [1], "GaN": [2]}
    assert pl.read_parquet(snapshot.part("works", part))["year"].to_list() == [2020]


def test_parquet_in_openalexs_shape_is_read_with_json_in_its_columns_too(tmp_path: Path) -> None:
    pl.DataFrame(
        {
            "id": ["W1"],
            "publication_year": [2021],
            "primary_topic": [{"id": "https://openalex.org/T10399"}],
            "authorships": ['[{"countries": ["TW"]}]'],
            "abstract_inverted_index": ['{"Power": [0]}'],
        }
    ).write_parquet(tmp_path / "works.parquet")

    snapshot, manifest = read_in(tmp_path, tmp_path / "works.parquet")

    part = manifest.parts[0]
    assert pl.read_parquet(snapshot.part("topics", part)).rows() == [(0, 10399)]
    assert pl.read_parquet(snapshot.part("authorships", part))["country"].to_list() == [number_of("TW")]


def test_a_csv_without_a_title_is_no_list_of_works(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a,b\n1,2\n", encoding="utf-8")

    with pytest.raises(ValueError, match="title"):
        read_in(tmp_path, tmp_path / "a.csv")


def test_countries_are_found_at_the_end_of_addresses_and_hong_kong_and_taiwan_stand_apart() -> None:
    addresses = "A, Hong Kong; B, Taiwan; C, Beijing, Peoples R China; D, CA 94305 USA; E, Nowhere; TW"

    assert countries_in(addresses) == ["HK", "TW", "CN", "US"]


@pytest.mark.parametrize("wrong", ["tw", "T", "TWN", "1A", "臺灣"])
def test_only_two_capital_letters_are_a_country(wrong: str) -> None:
    with pytest.raises(ValueError, match="letters"):
        number_of(wrong)


def test_a_countrys_number_and_letters_go_both_ways() -> None:
    assert country_of(number_of("TW")) == "TW"
    with pytest.raises(ValueError, match="number"):
        country_of(676)
