"""What a file says of a plan, held against what is stored: nothing is written here."""

import hashlib
from dataclasses import dataclass
from typing import Protocol

from coretech.apps.plans.models import Plan, PlanVersion
from coretech.apps.plans.storing import read_rows
from coretech.kit.folding import fold
from coretech.kit.refusal import Refused, bad_input
from coretech.kit.sentence import Sentence
from coretech.readers.files.errors import FileError
from coretech.readers.plan_files.contract import read_json, said_of
from coretech.readers.plan_files.difference import Difference, difference
from coretech.readers.plan_files.facts import facts_of
from coretech.readers.plan_files.putting_together import digest_of
from coretech.readers.plan_files.rows import PlanRows
from coretech.readers.plan_files.taking_apart import rows_of
from coretech.readers.plans.opening import opened
from coretech.readers.plans.reading import Kind, read_any


class Headed(Protocol):
    """What tells which plan a document is of: its kind, its title and its ROC years."""

    @property
    def kind(self) -> str:
        """What sort of plan it is."""
        ...

    @property
    def title(self) -> str:
        """What it is called."""
        ...

    @property
    def start(self) -> int | None:
        """Its first year."""
        ...

    @property
    def end(self) -> int | None:
        """Its last year."""
        ...


@dataclass(frozen=True, slots=True)
class GivenPlan:
    """A plan's file with its name; the kind and the plan it is of, where they are told.

    ``longest`` is how many characters may be read of it where somebody waits at a page; the command reads all there is.
    """

    name: str
    raw: bytes
    kind: str = ""
    slug: str = ""
    longest: int | None = None

    @property
    def sha256(self) -> str:
        """The fingerprint of the file's bytes."""
        return hashlib.sha256(self.raw).hexdigest()


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file holds and what it would change.

    ``plan`` is None for a plan that is new; ``before`` its newest version. ``adds_text`` says that the stored version
    has the facts alone and the file brings the sentences. ``digest`` names all of it, so that what is written is what
    was shown.
    """

    given: GivenPlan
    rows: PlanRows
    content_sha256: str
    plan: Plan | None
    before: PlanVersion | None
    difference: Difference
    adds_text: bool
    notes: tuple[Sentence, ...]

    @property
    def same(self) -> bool:
        """Whether the stored version says just this."""
        return self.before is not None and self.before.content_sha256 == self.content_sha256

    @property
    def digest(self) -> str:
        """The fingerprint of what was shown: the content, and the version it was held against."""
        against = "" if self.before is None else f"{self.before.pk}"
        return hashlib.sha256(f"{self.content_sha256}:{against}".encode()).hexdigest()


def foreseen(given: GivenPlan) -> Imported:
    """What a file would change.

    Raises:
        Refused: (HTTP 422) for a file that cannot be read or holds no plan; (HTTP 404) for a plan there is not.
    """
    rows, notes = read_given(given)
    plan = _plan_named(given.slug, rows.kind) if given.slug else plan_of(rows)
    before = None if plan is None else plan.versions.select_related("plan").last()
    stored = PlanRows(rows.kind, rows.title, rows.start, rows.end) if before is None else read_rows(before)
    brief = before is not None and before.facts_only
    return Imported(
        given=given,
        rows=rows,
        content_sha256=digest_of(rows),
        plan=plan,
        before=before,
        difference=difference(stored, facts_of(rows) if brief else rows),
        adds_text=brief and rows != facts_of(rows),
        notes=notes,
    )


def read_given(given: GivenPlan) -> tuple[PlanRows, tuple[Sentence, ...]]:
    """The rows of a document, or of JSON that was exported; and how it was read."""
    if given.raw.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
        rows, notes = _read_json(given)
    else:
        rows, notes = _read_document(given)
    if not (rows.elements or rows.work_items or rows.targets):
        raise bad_input(
            "file",
            f"{given.name}：讀不到任何目標、措施或計畫，沒有可匯入的。",
            f"{given.name}: no goal, measure or programme was found; there is nothing to take over.",
        )
    return rows, notes


def _read_json(given: GivenPlan) -> tuple[PlanRows, tuple[Sentence, ...]]:
    return rows_of(read_json(given.raw)), ()


def _read_document(given: GivenPlan) -> tuple[PlanRows, tuple[Sentence, ...]]:
    try:
        text = opened(given.raw)
        _require_short(text.text, given)
        document = read_any(text.text, Kind(given.kind) if given.kind else None)
    except FileError as error:
        said = error.sentence
        raise bad_input("file", f"{given.name}：{said.zh}", f"{given.name}: {said.en}") from None
    return rows_of(said_of(document.as_json())), text.notes


def _require_short(text: str, given: GivenPlan) -> None:
    if given.longest is not None and len(text) > given.longest:
        raise FileError(
            Sentence(
                f"文字有{len(text):,}字，網頁最多讀{given.longest:,}字；請改用指令 coretech plan import。",
                f"It holds {len(text):,} characters; a page reads {given.longest:,} at most. "
                "Use the command coretech plan import.",
            )
        )


def _plan_named(slug: str, kind: str) -> Plan:
    plan = Plan.objects.filter(slug=slug).first()
    if plan is None:
        raise no_such_plan(slug)
    if plan.kind != kind:
        raise bad_input(
            "plan",
            f"「{slug}」是另一種計畫（{plan.kind}），檔案是 {kind}。",
            f"“{slug}” is a plan of another kind ({plan.kind}); the file is a {kind}.",
        )
    return plan


def no_such_plan(slug: str) -> Refused:
    """That there is no plan at this address."""
    return Refused(
        Sentence(
            f"沒有「{slug}」這個計畫；請由計畫清單選擇。",
            f"There is no plan “{slug}”; choose one from the list of plans.",
        ),
        status=404,
        field="plan",
    )


def plan_of(said: Headed) -> Plan | None:
    """The stored plan of the same kind, title and years, however its title is typed."""
    versions = PlanVersion.objects.filter(plan__kind=said.kind, start=said.start, end=said.end)
    for version in versions.select_related("plan").order_by("-pk"):
        if fold(version.title) == fold(said.title):
            return version.plan
    return None


def address_for(rows: PlanRows) -> str:
    """An address that no plan has yet: the kind and the years, such as ``programme-110-113``."""
    years = dict.fromkeys(str(year) for year in (rows.start, rows.end) if year is not None)
    plain = "-".join([rows.kind, *years])
    taken = set(Plan.objects.filter(slug__startswith=plain).values_list("slug", flat=True))
    tries = (plain if number == 1 else f"{plain}-no{number}" for number in range(1, len(taken) + 2))
    return next(each for each in tries if each not in taken)
