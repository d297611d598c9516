"""The addresses of yearly reviews."""

from django.urls import URLPattern, path

from coretech.web.reviews import file, listing, review

urlpatterns: list[URLPattern] = [
    path("reviews/", listing.reviews, name="reviews"),
    path("reviews/file/<slug:form>/", file.reviews_file, name="reviews_file"),
    path("reviews/<int:number>/", review.review, name="review"),
]
