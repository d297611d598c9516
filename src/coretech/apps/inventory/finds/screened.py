"""What was looked through for a round: the numbers its report stands on, a nil result's ground among them."""

from dataclasses import dataclass

from coretech.apps.inventory.finds.standing import standing_of
from coretech.apps.inventory.models import FindCandidate, Portfolio, Round
from coretech.kit.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Screened:
    """The portfolios of a round that are screened, added up; ``most_left`` is at most left below the threshold.

    ``candidates`` are the round's that were made of their projects, ``grounding`` the projects they were made of.
    """

    portfolios: int
    projects: int
    judged: int
    accepted: int
    waiting: int
    most_left: int
    candidates: int
    grounding: int

    @property
    def words(self) -> Sentence:
        """The numbers as a note that may go with the report."""
        return Sentence(
            f"以系統比對{self.portfolios}個計畫組合、共{self.projects}件計畫；人工判斷{self.judged}件，"
            f"列入{self.accepted}件，其中{self.grounding}件作成{self.candidates}項候選項目；門檻以上尚未判斷{self.waiting}件。"
            f"依門檻以下的抽樣，未找到的相關計畫估計至多{self.most_left}件（95%信賴水準）。",
            f"Compared by the system: {self.projects} projects in {self.portfolios} portfolios. Judged by people: "
            f"{self.judged}; accepted: {self.accepted}, "
            f"of which made candidates: {self.grounding}, candidates made: {self.candidates}; "
            f"above the threshold and not judged yet: {self.waiting}. "
            f"By the sample below the threshold at most {self.most_left} relevant ones were missed (95% confidence).",
        )


def screened_for(round_: Round) -> Screened | None:
    """What was screened for a round, projects screened again counted once; None where nothing was."""
    rows = round_.portfolios.filter(state=Portfolio.State.SCREENED).defer("content", "catalogue")
    newest = {portfolio.projects_key: portfolio for portfolio in rows.order_by("pk")}
    standings = [standing_of(portfolio) for portfolio in newest.values()]
    if not standings:
        return None
    made = FindCandidate.objects.filter(candidate__round=round_, find__row__intake__portfolio__in=newest)
    return Screened(
        portfolios=len(standings),
        projects=sum(each.screened for each in standings),
        judged=sum(each.judged for each in standings),
        accepted=sum(each.accepted for each in standings),
        waiting=sum(each.waiting for each in standings),
        most_left=sum(each.left.high for each in standings),
        candidates=made.values("candidate").distinct().count(),
        grounding=made.count(),
    )
