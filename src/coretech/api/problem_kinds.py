"""The kinds of problem, each at the address its documents name."""

from django.http import HttpRequest
from ninja import Router

from coretech.api.auth import PUBLIC
from coretech.api.problems import ProblemKind, kinds

router = Router(auth=PUBLIC, tags=["problems"])


@router.get("", response=list[ProblemKind], url_name="problem_kinds", summary="問題種類 / Kinds of problem")
def list_problem_kinds(request: HttpRequest) -> list[ProblemKind]:  # noqa: ARG001 - the framework gives it by name
    """Every kind of problem document this API answers with (RFC 9457)."""
    return kinds()
