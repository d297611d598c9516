"""The addresses of what follows for an item. All are public."""

from django.urls import URLPattern, path

from coretech.web.obligations import page

urlpatterns: list[URLPattern] = [
    path("obligations/", page.obligations, name="obligations"),
    path("register/<int:number>/follows/", page.register_follows, name="register_follows"),
    path(
        "register/<int:number>/follows/checklist.<slug:follows_form>",
        page.register_follows_file,
        name="register_follows_file",
    ),
]
