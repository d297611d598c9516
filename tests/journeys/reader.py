"""Somebody at a browser: signs in, moves about, and holds each page met to what every page must be."""

import datetime as dt
import json
import os
from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, Response, expect

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "node_modules/axe-core/axe.min.js"
SCREENS = ROOT / "docs/screens"
WIDTHS = (1280, 390)
COLOURS = 32  # enough for pages; keeps a picture small
TALLEST = 1800  # pixels of a picture; what lies below is more of the same
GRAVE = {"serious", "critical"}


@cache
def axe() -> str:
    """The accessibility engine's source."""
    return AXE.read_text(encoding="utf-8")


class Reader:
    """A browser window of one person."""

    def __init__(self, browser: Browser, address: str) -> None:
        """Open a window; whatever goes wrong in it is collected."""
        self.address = address
        self.context = browser.new_context(
            base_url=address, viewport={"width": WIDTHS[0], "height": 900}, locale="zh-TW"
        )
        self.page: Page = self.context.new_page()
        self.troubles: list[str] = []
        self.seen: set[str] = set()
        self.page.on("console", lambda message: self._hear(message.type, message.text))
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))
        self.page.on("response", self._look)

    def open(self, path: str) -> None:
        """Go to an address."""
        self.page.goto(path)

    def become(self, account: str) -> None:
        """Step into one of the cast from the demonstration's page."""
        self.open("/demo/")
        self.page.locator(f'button[name="account"][value="{account}"]').click()
        self.told(f"您現在以「{account}」登入。")

    def told(self, words: str) -> None:
        """See a notice or a sentence on the page."""
        expect(self.page.get_by_text(words).first).to_be_visible()

    def fill(self, **answers: str) -> None:
        """Write into fields by their labels; underscores stand for nothing, so labels are given as they read."""
        for label, answer in answers.items():
            self.page.get_by_label(label, exact=True).fill(answer)

    def tick(self, *labels: str) -> None:
        """Choose radios or checkboxes by their labels."""
        for label in labels:
            self.page.get_by_label(label).first.check()

    def press(self, name: str) -> None:
        """Press the one button of this name."""
        self.page.get_by_role("button", name=name, exact=True).click()
        self.page.wait_for_load_state()

    def meet(self, name: str) -> None:
        """Hold a page to account in both languages and at both widths; each page once."""
        if name in self.seen:
            return
        self.seen.add(name)
        self.page.wait_for_load_state()
        here = self.page.url
        self._inspect(name, "zh")
        twin = self.page.locator('a[rel="alternate"]').first.get_attribute("href")
        assert twin is not None
        self.page.goto(twin)
        self._inspect(name, "en")
        self.page.goto(here)

    def meet_answer(self, name: str, language: str) -> None:
        """Hold to account an answer to a form, which has no address of its own; it stands in one language."""
        self.page.wait_for_load_state()
        self._inspect(name, language)

    def _inspect(self, name: str, language: str) -> None:
        """Accessible, and no sideways scrolling on a phone; its picture is taken."""
        for width in WIDTHS:
            self.page.set_viewport_size({"width": width, "height": 900})
            wide = self.page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, (
                f"{name} ({language}) is {wide} pixels wide on {width}: {self._beyond(width)}"
            )
            self._picture(f"{name}-{language}-{width}")
            self._audit(f"{name} ({language}) at {width}")
        self.page.set_viewport_size({"width": WIDTHS[0], "height": 900})

    def _beyond(self, width: int) -> list[str]:
        """What reaches beyond the right edge, as tag and class, the innermost last."""
        found: list[str] = self.page.evaluate(
            "width => [...document.querySelectorAll('body *')]"
            ".filter(each => each.getBoundingClientRect().right > width)"
            ".map(each => `${each.tagName}.${each.className} ${each.textContent.trim().slice(0, 40)}`)",
            width,
        )
        return found[-4:]

    def _audit(self, name: str) -> None:
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(axe())
        found = self.page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        grave = [
            {"rule": rule["id"], "where": [node["target"] for node in rule["nodes"]][:3]}
            for rule in found["violations"]
            if rule["impact"] in GRAVE
        ]
        assert grave == [], f"{name}: {json.dumps(grave, ensure_ascii=False)}"

    def _picture(self, name: str) -> None:
        """Pictures are kept only when asked for, so that a test run leaves the tree as it was."""
        if not os.environ.get("CORETECH_SCREENS"):
            return
        SCREENS.mkdir(parents=True, exist_ok=True)
        taken = Image.open(BytesIO(self.page.screenshot(full_page=True))).convert("RGB")
        seen = taken.crop((0, 0, taken.width, min(taken.height, TALLEST)))
        seen.quantize(COLOURS, dither=Image.Dither.NONE).save(SCREENS / f"{name}.png", optimize=True)

    def _hear(self, kind: str, text: str) -> None:
        """The browser reports every refusal by status as an error; those are part of the journey."""
        if kind == "error" and "status of 4" not in text:
            self.troubles.append(text)

    def _look(self, response: Response) -> None:
        if response.status >= 500:
            self.troubles.append(f"{response.status} {response.url}")


def day_of(reader: Reader) -> dt.date:
    """The day the demonstration stands at."""
    reader.open("/demo/")
    return dt.date.fromisoformat(reader.page.locator('input[name="day"]').input_value())


def move_day(reader: Reader, day: str) -> None:
    """Let the demonstration's clock go on."""
    reader.open("/demo/")
    reader.page.locator('input[name="day"]').fill(day)
    reader.press("移到這一天")
