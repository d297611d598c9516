"""What an agency's judgements have taught of terms, version by version, and learning the next (art. 9)."""

from typing import Annotated

from django.http import HttpRequest
from ninja import Path, Router, Status

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import acting
from coretech.api.portfolios_given import LearnGiven
from coretech.api.portfolios_shown import TermModelBrief, TermModelShown, TermWeightShown
from coretech.api.schemas import AddressNumber, Code
from coretech.apps.audit.acting import Acting
from coretech.apps.inventory.models import TermModel
from coretech.apps.inventory.operations.learn_terms import check, learn_terms
from coretech.apps.inventory.yearly.rounds import find_agency
from coretech.engines.matching.learning import from_data
from coretech.kit.refusal import not_found

router = Router(tags=["portfolios"])

AgencyCode = Annotated[Code, Path(description="The agency, such as `nstc`.")]


@router.get("/{agency_code}", response=list[TermModelBrief], summary="詞彙版本 / Versions of terms")
def list_term_models(request: HttpRequest, agency_code: AgencyCode) -> list[TermModelBrief]:
    """The versions of an agency's learned terms, newest first, for its officers."""
    return [TermModelBrief.model_validate(_brief(each)) for each in _versions(acting(request), agency_code)]


@router.get("/{agency_code}/{version}", response=TermModelShown, summary="一版詞彙 / One version of terms")
def show_term_model(request: HttpRequest, agency_code: AgencyCode, version: AddressNumber) -> TermModelShown:
    """The terms and weights of each item in one version."""
    versions = _versions(acting(request), agency_code)
    found = next((each for each in versions if each.number == version), None)
    if found is None:
        raise not_found("沒有這個版本。", "There is no such version.")
    items = {
        item: [
            TermWeightShown(
                term=each.term, weight=each.weight, accepted=each.accepted, rejected=each.rejected
            )
            for each in weights
        ]
        for item, weights in from_data(found.weights).items()
    }
    return TermModelShown.model_validate(_brief(found) | {"items": items})


@router.post("", response=WRITTEN, summary="學習詞彙 / Learn terms")
def learn_term_model(request: HttpRequest, given: LearnGiven) -> Status[Done]:
    """Learn a new version from what the agency judged; portfolios taken or screened again from now on use it."""
    return written(request, lambda by: learn_terms(by, given.agency))


def _versions(by: Acting, agency_code: str) -> list[TermModel]:
    agency = find_agency(by, agency_code)
    check(by, agency.code)
    return list(TermModel.objects.filter(agency=agency))


def _brief(model: TermModel) -> dict[str, object]:
    return {
        "number": model.number,
        "at": model.at,
        "judgements": len(model.judgements),
        "parameters": model.parameters,
    }
