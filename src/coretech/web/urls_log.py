"""The addresses of the log: its page, its files, an item's proof. All public."""

from django.urls import URLPattern, path

from coretech.web.log import files, page

urlpatterns: list[URLPattern] = [
    path("log/", page.log, name="log"),
    path("log/checkpoint", files.log_checkpoint, name="log_checkpoint"),
    path("log/keys", files.log_keys_text, name="log_keys"),
    path("log/verify.py", files.log_verify, name="log_verify"),
    path("log/consistency", files.log_consistency, name="log_consistency"),
    path("register/<int:number>/proof", files.item_proof_file, name="register_item_proof"),
]
