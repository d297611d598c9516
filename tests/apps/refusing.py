"""Expecting a refusal."""

from collections.abc import Callable

import pytest

from coretech.apps.audit.models import Act
from coretech.kit.refusal import Refused


def refused(run: Callable[[], object]) -> Refused:
    """What the call is refused with; the log must not have grown."""
    before = Act.objects.count()
    with pytest.raises(Refused) as caught:
        run()
    assert Act.objects.count() == before
    return caught.value
