"""Drafts of a part: private, off the log, and never written over by another window."""

import pytest

from coretech.apps.audit.models import Act
from coretech.apps.cases.drafts import Elsewhere, discard_draft, draft_of, save_draft
from coretech.apps.cases.models import PartDraft
from coretech.kit.refusal import Refused
from tests import factories
from tests.factories.dossier_factories import OFFICER, content, draft, write

pytestmark = pytest.mark.usefixtures("stage")


def test_a_draft_is_its_writers_alone_leaves_no_act_and_goes_when_the_part_is_written() -> None:
    case, officer, office = draft(), factories.acting(OFFICER), factories.acting("office")
    acts = Act.objects.count()
    half = content("other_references", {"references": [{"date": "half a da"}]})
    save_draft(officer, case, "other_references", half, level="internal", based_on=0)

    kept = draft_of(officer, case, "other_references")
    assert kept is not None
    assert (kept.content, kept.level) == (half, "internal")
    assert draft_of(office, case, "other_references") is None
    assert Act.objects.count() == acts
    write(case, "other_references", {"none": True})
    assert not PartDraft.objects.exists()


def test_a_draft_saved_in_another_window_is_not_written_over() -> None:
    case, by = draft(), factories.acting(OFFICER)

    def save(does: str, seen: str) -> str:
        form = content("functions", {"does": does})
        return save_draft(by, case, "functions", form, level="", based_on=0, seen=seen).stamp

    stamp = save("first window", "")
    save("first window goes on", stamp)
    with pytest.raises(Elsewhere):
        save("second window", stamp)
    with pytest.raises(Elsewhere):
        save("third window", "")

    kept = draft_of(by, case, "functions")
    assert kept is not None
    assert kept.content == content("functions", {"does": "first window goes on"})
    discard_draft(by, case, "functions")
    assert draft_of(by, case, "functions") is None


def test_a_draft_is_kept_by_nobody_who_may_not_write() -> None:
    case, form = draft(), content("functions", {"does": "x"})

    for username in ("agency-moea", "member-02", "public"):
        with pytest.raises(Refused):
            save_draft(factories.acting(username), case, "functions", form, level="", based_on=0)
