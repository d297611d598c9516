"""Learning a new version of an agency's term weights from what it judged."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.inventory.finds.learning import judged_by, taught
from coretech.apps.inventory.models import TermModel
from coretech.apps.inventory.yearly.rounds import find_agency
from coretech.engines.matching.learning import Parameters, as_data, learn
from coretech.kit.refusal import wrong_state
from coretech.law.access import Action, Matter


def check(by: Acting, agency: str) -> None:
    """Whether this person screens for this agency."""
    allow(by, Action.SCREEN_PORTFOLIO, Matter(agencies=frozenset({agency})))


@operation
def learn_terms(by: Acting, agency_code: str) -> Act:
    """Write the next version, with the judgements it rests on; portfolios taken from now on are scored with it."""
    agency = find_agency(by, agency_code)
    check(by, agency.code)
    hold(f"term-model:{agency.pk}")
    judged = judged_by(agency)
    if not judged:
        raise wrong_state(
            "還沒有可供學習的判斷；機密的計畫組合須先經機關同意。",
            "There is no judgement to learn from yet; a confidential portfolio needs the agency's leave first.",
        )
    newest = TermModel.objects.filter(agency=agency).first()
    numbers = sorted(judged)
    if newest is not None and newest.judgements == numbers:
        raise wrong_state("上次學習以後沒有新的判斷。", "Nothing was judged since the last version.")
    parameters = Parameters()
    model = TermModel.objects.create(
        agency=agency,
        number=1 if newest is None else newest.number + 1,
        parameters=parameters.as_dict(),
        judgements=numbers,
        weights=as_data(learn(taught(judged), parameters)),
        by_id=by.person_id,
        at=by.at,
    )
    return record(
        by,
        "inventory.terms_learned",
        model.subject,
        public={"agency": agency.code, "number": model.number},
        confidential={"judgements": len(numbers)},
        rows=[model],
    )
