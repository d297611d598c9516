"""Query parameters that an operation does not know are refused, never passed over: a misspelt day is no day."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from ninja.operation import Operation

from coretech.api.problems import answer
from coretech.kit.refusal import bad_input

Run = Callable[..., HttpResponseBase]


def known_parameters_only(run: Run) -> Run:
    """Around an operation's ``run``: HTTP 422 naming the first parameter that it does not take."""
    operation = getattr(run, "__self__", None)
    known = _parameters(operation) if isinstance(operation, Operation) else frozenset()

    @wraps(run)
    def checked(request: HttpRequest, **path: object) -> HttpResponseBase:
        unknown = next((name for name in request.GET if name not in known), None)
        if unknown is None:
            return run(request, **path)
        takes = ", ".join(sorted(known)) or "—"
        return answer(
            request,
            bad_input(
                unknown[:80],
                f"這個網址沒有這個查詢參數；可用的是：{takes}。",
                f"This address takes no such parameter; it takes: {takes}.",
            ),
        )

    return checked


def _parameters(operation: Operation) -> frozenset[str]:
    queries = (model for model in operation.models if model.__ninja_param_source__ == "query")
    return frozenset(name for model in queries for name in model.__ninja_flatten_map__)
