"""Every address, and nothing else: Chinese at the root, English under /en/."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from coretech.web import urls as pages

handler400 = "coretech.web.shell.problems.bad_request"
handler403 = "coretech.web.shell.problems.forbidden"
handler404 = "coretech.web.shell.problems.not_found"
handler500 = "coretech.web.shell.problems.server_error"

urlpatterns = [
    path("api/", include("coretech.api.urls")),
    *i18n_patterns(
        path("account/", include("coretech.web.shell.sign_in_urls")),
        *pages.urlpatterns,
        prefix_default_language=False,
    ),
]
