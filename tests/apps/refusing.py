"""Expecting a refusal."""

from collections.abc import Callable, Iterable
from functools import partial

import pytest

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.kit.refusal import Refused
from tests import factories


def refused(run: Callable[[], object]) -> Refused:
    """What the call is refused with; the log must not have grown."""
    before = Act.objects.count()
    with pytest.raises(Refused) as caught:
        run()
    assert Act.objects.count() == before
    return caught.value


def statuses_for(usernames: Iterable[str], run: Callable[[Acting], object]) -> set[int]:
    """With which statuses these accounts are refused, on the day the factories work on."""
    return {refused(partial(run, factories.acting(username))).status for username in usernames}
