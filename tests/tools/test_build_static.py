"""What is built: the pages' styles without GOV.UK's typeface and crest, and the typeface of PDFs."""

import json
from pathlib import Path

import pytest

from tools.build_static import ChangedError, build, build_typeface, script, stylesheet

FACE = '@font-face{font-family:GDS Transport;src:url(/assets/fonts/light.woff2) format("woff2")}'
CSS = (
    f"{FACE}.govuk-body{{font-family:GDS Transport,arial,sans-serif;color:#0b0c0c}}"
    ".govuk-footer__crest{background-image:url(/assets/images/govuk-crest.svg)}"
    '.govuk-select{background:url("data:image/svg+xml,x")}\n/*# sourceMappingURL=govuk.css.map */\n'
)


def test_the_typeface_and_the_crest_are_left_out_and_nothing_else() -> None:
    css = stylesheet(CSS)
    assert "@font-face" not in css
    assert "GDS Transport" not in css
    assert "crest.svg" not in css
    assert "Noto Sans TC" in css
    assert "color:#0b0c0c" in css
    assert 'url("data:image/svg+xml,x")' in css
    assert "sourceMappingURL" not in css


@pytest.mark.parametrize(
    ("css", "complaint"),
    [(CSS + ".new{background:url(/assets/new.png)}", "new.png"), (".govuk-body{font-family:Other}", "fonts")],
)
def test_a_package_that_changed_its_shape_is_refused(css: str, complaint: str) -> None:
    with pytest.raises(ChangedError, match=complaint):
        stylesheet(css)


def test_a_script_keeps_all_but_the_pointer_to_its_map() -> None:
    assert script("export{a};//# sourceMappingURL=a.js.map\n") == "export{a};"


def test_building_writes_every_file_and_whose_they_are(tmp_path: Path) -> None:
    modules, built = tmp_path / "node_modules", tmp_path / "built"
    govuk = modules / "govuk-frontend" / "dist" / "govuk"
    htmx = modules / "htmx.org" / "dist"
    noto = modules / "@expo-google-fonts" / "noto-sans-tc"
    for folder in (govuk, htmx, noto, built):
        folder.mkdir(parents=True)
    (built / "stale.css").write_text("old")
    (govuk / "govuk-frontend.min.css").write_text(CSS)
    (govuk / "govuk-frontend.min.js").write_text("export{}")
    (htmx / "htmx.min.js").write_text("var htmx")
    for package in (modules / "govuk-frontend", modules / "htmx.org", noto):
        facts = {"name": package.name, "version": "1.2.3", "license": "MIT"}
        (package / "package.json").write_text(json.dumps(facts))
    build(modules, built)
    assert {path.name for path in built.iterdir()} == {
        *("govuk-frontend.css", "govuk-frontend.js", "htmx.js", "NOTICE.txt"),
    }
    assert "htmx.org 1.2.3, licence MIT" in (built / "NOTICE.txt").read_text()


def test_absent_packages_are_named_and_nothing_is_removed(tmp_path: Path) -> None:
    (tmp_path / "built").mkdir()
    (tmp_path / "built" / "htmx.js").write_text("old")
    with pytest.raises(ChangedError, match="make setup"):
        build(tmp_path / "node_modules", tmp_path / "built")
    assert (tmp_path / "built" / "htmx.js").read_text() == "old"


def test_the_typeface_travels_with_its_licence_and_git_passes_it_by(tmp_path: Path) -> None:
    noto = tmp_path / "node_modules" / "@expo-google-fonts" / "noto-sans-tc"
    sources = ("400Regular/NotoSansTC_400Regular.ttf", "700Bold/NotoSansTC_700Bold.ttf", "LICENSE_FONT")
    for source in sources:
        (noto / source).parent.mkdir(parents=True, exist_ok=True)
        (noto / source).write_bytes(source.encode())
    build_typeface(tmp_path / "node_modules", tmp_path / "fonts")
    assert {path.name: path.read_text() for path in (tmp_path / "fonts").iterdir()} == {
        "NotoSansTC-Regular.ttf": sources[0],
        "NotoSansTC-Bold.ttf": sources[1],
        "OFL.txt": sources[2],
        ".gitignore": "*\n",
    }


def test_an_absent_typeface_is_named_and_no_half_of_it_is_written(tmp_path: Path) -> None:
    with pytest.raises(ChangedError, match="make setup"):
        build_typeface(tmp_path / "node_modules", tmp_path / "fonts")
    assert not (tmp_path / "fonts").exists()
