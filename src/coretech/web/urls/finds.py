"""The addresses of portfolios, what was found in them, and the terms learned."""

from django.urls import URLPattern, path

from coretech.web.finds import again, columns, confiding, grouping, judging, listing, page, terms, using

urlpatterns: list[URLPattern] = [
    path("inventory/portfolios/", listing.portfolios, name="portfolios"),
    path("inventory/portfolios/new/", listing.portfolio_new, name="portfolio_new"),
    path("inventory/portfolios/<int:portfolio_id>/", page.portfolio_page, name="portfolio"),
    path(
        "inventory/portfolios/<int:portfolio_id>/columns/",
        columns.portfolio_columns,
        name="portfolio_columns",
    ),
    path("inventory/portfolios/<int:portfolio_id>/again/", again.portfolio_again, name="portfolio_again"),
    path("inventory/portfolios/<int:portfolio_id>/hold/", page.portfolio_hold, name="portfolio_hold"),
    path(
        "inventory/portfolios/<int:portfolio_id>/readers/",
        confiding.portfolio_readers,
        name="portfolio_readers",
    ),
    path(
        "inventory/portfolios/<int:portfolio_id>/training/",
        confiding.portfolio_training,
        name="portfolio_training",
    ),
    path(
        "inventory/portfolios/<int:portfolio_id>/queues/<slug:queue>/",
        judging.portfolio_queue,
        name="portfolio_queue",
    ),
    path(
        "inventory/portfolios/<int:portfolio_id>/candidate/",
        grouping.portfolio_propose,
        name="portfolio_propose",
    ),
    path("inventory/finds/<int:find_id>/", judging.find_page, name="find"),
    path("inventory/finds/<int:find_id>/readiness/", using.find_readiness, name="find_readiness"),
    path("inventory/finds/<int:find_id>/candidate/", using.find_propose, name="find_propose"),
    path("inventory/agencies/<slug:agency_code>/terms/", terms.term_models, name="term_models"),
]
