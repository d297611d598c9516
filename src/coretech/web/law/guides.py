"""What one needs to know before using a calculator."""

from dataclasses import dataclass

from coretech.kit.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Guide:
    """A calculator's page: what it tells, what to have at hand, and the questions behind it.

    ``form`` puts the first question's form on the page itself; ``picker`` leads to the steps of kinship.
    """

    title: Sentence
    lead: Sentence
    notes: tuple[Sentence, ...]
    questions: tuple[str, ...]
    form: bool = False
    picker: bool = False


GUIDES = {
    "quorum": Guide(
        title=Sentence("出席人數", "Quorum"),
        lead=Sentence(
            "出席人數夠不夠開會、夠不夠議決一案。",
            "Whether enough members attend to meet and to decide an item.",
        ),
        notes=(
            Sentence(
                "只數在職的委員，出缺的席次不算。", "Only members in office count; vacant seats do not."
            ),
            Sentence(
                "機關依規定指派、獲准出席的代表算出席；列席者不算。",
                "A stand-in sent by a body and admitted counts as attending; an observer does not.",
            ),
            Sentence(
                "應迴避者仍算出席，但不參與該案表決。",
                "Members who are recused count as attending, but take no part in the vote on that item.",
            ),
        ),
        questions=("meeting.quorum", "meeting.ballot", "stand_in.admission", "meeting.admission"),
        form=True,
    ),
    "majority": Guide(
        title=Sentence("表決", "Majority"),
        lead=Sentence(
            "一案要幾票才通過，這樣的票數通過了沒有。", "How many votes carry an item, and whether these did."
        ),
        notes=(
            Sentence(
                "以得參與表決的出席者為準：出席者扣除就本案迴避者。",
                "The base is those present who may vote: everyone attending, less those recused from the item.",
            ),
            Sentence(
                "棄權與未投票都不是同意票；同數不通過。",
                "Abstaining and not voting are not votes for; a tie fails.",
            ),
        ),
        questions=("meeting.resolution", "meeting.casting_vote", "meeting.ballot"),
        form=True,
    ),
    "terms": Guide(
        title=Sentence("任期", "Terms"),
        lead=Sentence(
            "任期到哪一天、能不能再聘、某一天是否在任。",
            "When a term ends, whether it can be renewed, and who serves on a day.",
        ),
        notes=(
            Sentence(
                "代表機關（構）的委員（第1至3類）隨本職進退；專家學者與產業專家（第4、5類）依任期。",
                "Members who represent a body (categories 1 to 3) come and go with their post; "
                "scholars and industry experts (4 and 5) serve a term.",
            ),
            Sentence(
                "諮詢委員也有任期，但沒有連任次數的限制。",
                "Advisers have a term too, but no cap on renewals.",
            ),
        ),
        questions=("term.end", "term.renewal", "term.serving", "term.length", "vacancy.fill"),
    ),
    "recusal": Guide(
        title=Sentence("迴避", "Recusal"),
        lead=Sentence(
            "案件涉及某人的利益時，參與會議的人要不要迴避。",
            "Whether somebody must step aside because an item touches a person's interest.",
        ),
        notes=(
            Sentence(
                "本人、配偶、二親等內的親屬，以及同住一家的人的利益，都要迴避。",
                "One steps aside for oneself, a spouse, relatives within the second degree, and one's household.",
            ),
            Sentence(
                "離婚後，因該婚姻而生的姻親關係消滅。",
                "A divorce ends the affinity that came with the marriage.",
            ),
        ),
        questions=(
            "recusal.required",
            "recusal.interest",
            "recusal.order",
            "recusal.chair",
            "stand_in.recusal",
        ),
        picker=True,
    ),
}
"""The calculators people need, by the name in their address."""
