"""Portfolios of an inventory: uploaded, their columns named, screened, held, screened again (art. 9)."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import File, Form, Query, Router, Status
from ninja.files import UploadedFile

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import acting
from coretech.api.portfolios_given import (
    AgainGiven,
    ColumnsGiven,
    ForeignGiven,
    HoldingGiven,
    PortfolioGiven,
    QueueGiven,
    ReaderGiven,
    TrainingGiven,
)
from coretech.api.portfolios_shown import (
    AgreementShown,
    ColumnsShown,
    EntryShown,
    ForeseenShown,
    LeftShown,
    PortfolioBrief,
    PortfolioShown,
    RenewalShown,
    RowFault,
    WaitingShown,
    brief_of,
)
from coretech.api.schemas import AddressNumber, Words
from coretech.apps.inventory.finds.catalogue import Entry
from coretech.apps.inventory.finds.columns import guessed_columns
from coretech.apps.inventory.finds.portfolios import (
    allow_screening,
    find_portfolio,
    readable,
    require_judge,
)
from coretech.apps.inventory.finds.queue import Queue, queue_of
from coretech.apps.inventory.finds.renewing import renewal_of
from coretech.apps.inventory.finds.screenings import screenings_of
from coretech.apps.inventory.finds.standing import standing_of
from coretech.apps.inventory.operations.allow_training import allow_training
from coretech.apps.inventory.operations.hold_screening import hold_screening
from coretech.apps.inventory.operations.name_portfolio_reader import name_portfolio_reader
from coretech.apps.inventory.operations.screen_again import screen_again
from coretech.apps.inventory.operations.take_portfolio import check as check_taking
from coretech.apps.inventory.operations.take_portfolio import foresee, take_portfolio
from coretech.apps.inventory.operations.upload_portfolio import Upload, upload_portfolio

router = Router(tags=["portfolios"])


@router.get("", response=list[PortfolioBrief], summary="計畫組合 / Portfolios")
def list_portfolios(request: HttpRequest) -> list[PortfolioBrief]:
    """The portfolios that open to this account, newest first."""
    by = acting(request)
    require_judge(by)
    return [PortfolioBrief.of(by, each) for each, refusal in readable(by) if refusal is None]


@router.post("", response=WRITTEN, summary="上傳計畫組合 / Upload a portfolio")
def upload_a_portfolio(
    request: HttpRequest, given: Annotated[PortfolioGiven, Form()], file: Annotated[UploadedFile, File()]
) -> Status[Done]:
    """Upload a file of projects as CSV, ODS, JSON Lines or Parquet; it is sealed, and its columns are named next."""
    upload = Upload(given.title, file.name or "", file.read(), given.confidential, given.foreign)
    return written(request, lambda by: upload_portfolio(by, given.agency, upload))


@router.get("/{portfolio_id}", response=PortfolioShown, summary="一個計畫組合 / One portfolio")
def show_portfolio(request: HttpRequest, portfolio_id: AddressNumber) -> PortfolioShown:
    """How far a portfolio has come, what is probably left, and how far two reviewers agree."""
    by = acting(request)
    found = find_portfolio(by, portfolio_id)
    standing = standing_of(found)
    counts = ("above", "judged", "accepted", "set_aside", "unsure", "waiting")
    return PortfolioShown.model_validate(
        brief_of(by, found)
        | {name: getattr(standing, name) for name in counts}
        | {
            "threshold": found.threshold,
            "left_out": found.fault_count,
            "faults": _kept(found.faults),
            "left": LeftShown(**{name: getattr(standing.left, name) for name in LeftShown.model_fields}),
            "agreement": AgreementShown(
                **{name: getattr(standing.agreement, name) for name in AgreementShown.model_fields}
            ),
            "screenings": {str(each.number): each.pk for each in screenings_of(found)},
        }
    )


@router.get("/{portfolio_id}/columns", response=ColumnsShown, summary="欄位 / Its columns")
def show_portfolio_columns(request: HttpRequest, portfolio_id: AddressNumber) -> ColumnsShown:
    """The headings of the file, and which holds what: guessed as the agency named them last, or as they were named."""
    found = find_portfolio(acting(request), portfolio_id)
    return ColumnsShown(
        headings=[str(each) for each in found.headings], columns=guessed_columns(found), taken=found.total > 0
    )


@router.post("/{portfolio_id}/columns/check", response=ForeseenShown, summary="檢查欄位 / Check columns")
def check_portfolio_columns(
    request: HttpRequest, portfolio_id: AddressNumber, given: ColumnsGiven
) -> ForeseenShown:
    """What the file holds by these columns, with every row that would be left out; nothing is written."""
    by = acting(request)
    found = find_portfolio(by, portfolio_id)
    check_taking(by, found)
    read = foresee(found, given.model_dump())
    return ForeseenShown(
        projects=len(read.projects),
        left_out=read.left_out,
        faults=_kept(fault.as_dict() for fault in read.faults),
    )


@router.post("/{portfolio_id}/columns", response=WRITTEN, summary="讀入並比對 / Take and screen")
def take_a_portfolio(request: HttpRequest, portfolio_id: AddressNumber, given: ColumnsGiven) -> Status[Done]:
    """Take the sound rows by these columns, and begin screening in the background."""
    find_portfolio(acting(request), portfolio_id)
    return written(request, lambda by: take_portfolio(by, portfolio_id, given.model_dump()))


@router.post("/{portfolio_id}/holding", response=WRITTEN, summary="暫停、繼續 / Hold, go on")
def hold_a_screening(request: HttpRequest, portfolio_id: AddressNumber, given: HoldingGiven) -> Status[Done]:
    """Hold the screening after the rows in hand, or go on with it."""
    find_portfolio(acting(request), portfolio_id)
    return written(request, lambda by: hold_screening(by, portfolio_id, hold=given.hold))


@router.get("/{portfolio_id}/renewal", response=RenewalShown, summary="有何更新 / What is new")
def show_renewal(
    request: HttpRequest, portfolio_id: AddressNumber, given: Annotated[ForeignGiven, Query()]
) -> RenewalShown:
    """What a new screening of the same projects would be made with that this one was not."""
    by = acting(request)
    found = find_portfolio(by, portfolio_id)
    allow_screening(by, found)
    foreign = found.foreign if given.foreign is None else given.foreign
    renewal = renewal_of(found, by.today, foreign=foreign)
    return RenewalShown(
        differs=renewal.differs,
        added=_entries(renewal.added),
        reworded=_entries(renewal.reworded),
        gone=_entries(renewal.gone),
        terms_before=None if found.model is None else found.model.number,
        terms_now=None if renewal.model is None else renewal.model.number,
    )


@router.post("/{portfolio_id}/screenings", response=WRITTEN, summary="重新比對 / Screen again")
def screen_a_portfolio_again(
    request: HttpRequest, portfolio_id: AddressNumber, given: AgainGiven
) -> Status[Done]:
    """Begin a new screening beside the old ones; what was judged stays judged where it says the same."""
    find_portfolio(acting(request), portfolio_id)
    return written(request, lambda by: screen_again(by, portfolio_id, foreign=given.foreign))


@router.get("/{portfolio_id}/queue", response=list[WaitingShown], summary="待判斷 / What to judge next")
def list_waiting_finds(
    request: HttpRequest, portfolio_id: AddressNumber, given: Annotated[QueueGiven, Query()]
) -> list[WaitingShown]:
    """The finds that wait for this account in one queue, the most informative first."""
    by = acting(request)
    waiting = queue_of(by, find_portfolio(by, portfolio_id), Queue(given.queue))
    return [WaitingShown(find=key, why=why.value) for key, why in waiting]


@router.post("/{portfolio_id}/readers", response=WRITTEN, summary="指名委員 / Name a reader")
def name_reader_of_portfolio(
    request: HttpRequest, portfolio_id: AddressNumber, given: ReaderGiven
) -> Status[Done]:
    """Name one of the agency's panel to a confidential portfolio (art. 11)."""
    find_portfolio(acting(request), portfolio_id)
    return written(request, lambda by: name_portfolio_reader(by, portfolio_id, given.person))


@router.post("/{portfolio_id}/training", response=WRITTEN, summary="同意學習 / Leave to learn")
def allow_training_from_portfolio(
    request: HttpRequest, portfolio_id: AddressNumber, given: TrainingGiven
) -> Status[Done]:
    """Allow that terms are learned from a confidential portfolio, or take that back."""
    find_portfolio(acting(request), portfolio_id)
    return written(request, lambda by: allow_training(by, portfolio_id, given.why, allowed=given.allowed))


def _kept(faults: Iterable[Mapping[str, Any]]) -> list[RowFault]:
    return [
        RowFault(
            line=each["line"],
            column=each["column"],
            sentence=Words(zh=each["zh"], en=each["en"]),
            kept=each.get("kept", False),
        )
        for each in faults
    ]


def _entries(entries: Iterable[Entry]) -> list[EntryShown]:
    return [EntryShown(key=each.key, name=Words.of(each.name), source=each.source) for each in entries]
