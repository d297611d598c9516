"""That a case the Office opens is its own proposal is said before it is opened, and on its page."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from coretech.apps.inventory.operations.record_candidate import record_candidate
from coretech.readers.portfolio_cases.sample import sample_rows
from coretech.readers.portfolio_cases.write import write_cases
from coretech.readers.seats.write import Format
from tests import factories
from tests.web.page_text import text_of

pytestmark = pytest.mark.usefixtures("stage")

Visit = Callable[[str], Client]
SAID = "由辦公室成案者，為辦公室自行提案"


def difference(client: Client) -> str:
    file = SimpleUploadedFile("eight.ods", write_cases(sample_rows(), Format.ODS))
    return client.post("/inventory/import/", {"file": file}).text


def test_an_import_by_the_office_says_whose_proposals_its_cases_are(visit: Visit) -> None:
    assert SAID in difference(visit("office"))


def test_the_inventory_says_so_beside_the_button_to_the_office_alone(visit: Visit) -> None:
    record_candidate(factories.acting("agency-nstc"), factories.addition())

    assert SAID in text_of(visit("office"), "/inventory/")
    assert "is its own proposal (art. 7(2))" in text_of(visit("office"), "/en/inventory/")
    assert SAID not in text_of(visit("agency-nstc"), "/inventory/")


def test_the_page_of_a_case_tells_who_proposes_it(visit: Visit) -> None:
    own = factories.draft_case(factories.addition(), username="office")
    agency = factories.draft_case(factories.renaming())

    assert "關鍵技術辦公室自行提案，不經專家審查會（第7條第2項）" in text_of(
        visit("office"), f"/cases/{own.reference}/"
    )
    assert "the Office itself, past the agency's panel" in text_of(
        visit("office"), f"/en/cases/{own.reference}/"
    )
    assert "自行提案" not in text_of(visit("office"), f"/cases/{agency.reference}/")
