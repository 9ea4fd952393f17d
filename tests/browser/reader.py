"""Someone who reads the self-check and answers it by keyboard alone."""

from __future__ import annotations

from collections.abc import Mapping

from playwright.sync_api import Locator, Page

Said = Mapping[str, str | list[str] | int]

MOST_TABS = 120


class Reader:
    """A reader at one page.

    Args:
        page: The browser's page.
        url: The address of the self-check.
    """

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url
        self.check = page.locator("self-check")

    def open(self) -> Reader:
        """Open the self-check and wait until its script is there."""
        self.page.goto(self.url)
        self.page.wait_for_selector("self-check[state]")
        return self

    @property
    def state(self) -> str | None:
        """`start`, `asking`, `result` or `fallback`."""
        return self.check.get_attribute("state")

    @property
    def screen(self) -> str | None:
        """The id of the screen that is shown; None beside a result."""
        shown = self.page.locator("[data-screen]:visible")
        return shown.get_attribute("data-screen") if shown.count() else None

    @property
    def result(self) -> Locator:
        """The card that is shown."""
        return self.page.locator("[data-disposition]:visible")

    def wait_for(self, state: str) -> None:
        """Wait for a state of the self-check."""
        self.page.wait_for_selector(f'self-check[state="{state}"]')

    def tab_to(self, selector: str) -> None:
        """Press Tab until the element, or another of its radio group, has the focus."""
        for _ in range(MOST_TABS):
            if self.page.evaluate(
                """selector => {
                    const here = document.activeElement, target = document.querySelector(selector)
                    return here === target
                        || (here.type === 'radio' && here.name === target.name && here.form === target.form)
                }""",
                selector,
            ):
                return
            self.page.keyboard.press("Tab")
        message = f"Tab never reaches {selector}."
        raise AssertionError(message)

    def answer(self, question: str, said: str | list[str] | int) -> None:
        """Give one answer on the screen that is shown."""
        options = [said] if isinstance(said, str) else said
        if isinstance(options, int) and self.page.locator(f"#q-{question}-number").count():
            self.tab_to(f"#q-{question}-number")
            self.page.keyboard.press("ControlOrMeta+a")
            self.page.keyboard.type(str(said))
            return
        for option in options if isinstance(options, list) else [str(said)]:
            self._choose(f"#q-{question}-{option}")

    def next(self) -> None:
        """Press Next and wait for what follows."""
        before = self.screen
        result_button = ".self-check__see-result"
        is_known = self.page.locator(result_button).is_visible()
        self.tab_to(result_button if is_known else "[data-next]")
        self.page.keyboard.press("Enter")
        self.page.wait_for_function(
            """before => {
                const state = document.querySelector('self-check').getAttribute('state')
                if (state === 'result' || state === 'fallback') return true
                if (!document.querySelector('[data-problems]').hidden) return true
                return document.querySelector('[data-screen]:not([hidden])').dataset.screen !== before
            }""",
            arg=before,
        )

    def answer_screen(self, answers: Said) -> None:
        """Answer every question of the screen, then press Next."""
        questions = self.page.locator("[data-screen]:visible [data-question]:visible").all()
        for question in [str(found.get_attribute("data-question")) for found in questions]:
            self.answer(question, answers[question])
        self.next()

    def answer_all(self, answers: Said) -> list[str]:
        """Go on until there is a result; gives the screens that were shown."""
        seen = []
        while (screen := self.screen) is not None and self.state != "fallback":
            assert screen not in seen, f"{screen} was asked twice"
            seen.append(screen)
            self.answer_screen(answers)
        return seen

    def _choose(self, selector: str) -> None:
        self.tab_to(selector)
        control = self.page.locator(selector)
        for _ in range(MOST_TABS):
            if self.page.evaluate(
                "s => document.activeElement === document.querySelector(s)", selector
            ):
                break
            self.page.keyboard.press("ArrowDown")
        if not control.is_checked():
            self.page.keyboard.press("Space")
        assert control.is_checked(), f"{selector} cannot be chosen by keyboard"
