"""An API with one operation that breaks, for `test_broken.py`."""

from django.http import HttpRequest
from django.urls import path
from ninja import Router

from coretech.api import handlers, problem_kinds
from coretech.api.application import Api
from coretech.api.auth import PUBLIC

router = Router(auth=PUBLIC)


@router.get("")
def breaks(request: HttpRequest) -> None:
    """Raise what no handler expects."""
    message = f"the secret of {request.path}"
    raise RuntimeError(message)


api = Api(urls_namespace="api", docs_url=None)
handlers.register(api)
api.add_router("/breaks", router)
api.add_router("/problems", problem_kinds.router)

urlpatterns = [path("api/v1/", api.urls)]
