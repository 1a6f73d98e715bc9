"""Every page that can be come to keeps the laws of `html_laws`, and shows words as words."""

from __future__ import annotations

from html import escape

from hypothesis import given
from hypothesis import strategies as st

from wizard.report.formats.html_style import STYLE
from wizard.web.markup import in_lines, joined, tag
from wizard.web.stylesheet import SHEET

from .conftest import Browser, House, HouseOf, answer_core
from .html_laws import Read, faults

NASTY = '<b onclick="x">O\'Hara & "Sons"</b> [1](javascript:0) <script>alert(1)</script>'
MANY, ONE_OF_MANY = ("/download/", "/places/"), ("text.txt", "/medway_2008")


def crawled(browser: Browser, start: str = "/work") -> dict[str, str]:
    """Every page that links lead to from there."""
    found: dict[str, str] = {}
    left = [start]
    while left:
        path = left.pop()
        text = browser.get(path)
        found[path] = text if browser.headers["content-type"].startswith("text/html") else ""
        if path.startswith("/download/"):
            found[path] = ""
            continue
        for each in Read(text).all("a"):
            address = str(each["href"]).partition("#")[0]
            if address and address not in found and address not in left:
                # One file of a result, and one place, stand for the others, which are tested by themselves.
                left += [address] if not address.startswith(MANY) or address.endswith(ONE_OF_MANY) else []
    return found


def test_every_page_keeps_the_laws(house: House) -> None:
    """From the overview on, before and after the core questions have answers, with a what-if begun: no fault."""
    browser = house.at_work(NASTY)
    pages = {"/": browser.get("/"), **crawled(browser)}
    browser.get("/questions")
    answer_core(browser)
    browser.get("/what-if/a-new-one/vary/head_leaving")
    browser.send(browser.path, {"do": "save", "answer": "is_yes"})
    browser.get("/what-if")
    browser.send("/what-if", {"like": ""})
    pages |= {f"{path} after": text for path, text in crawled(browser).items()}
    assert {path: found for path, text in pages.items() if text and (found := faults(text))} == {}
    assert len(pages) > 40 and "/result/how-firm after" in pages and "/what-if/side-by-side after" in pages
    new = ("/compare", "/evidence", "/places/medway_2008", "/models", "/what-if/what_if_1/weights")
    assert all(f"{each} after" in pages for each in (*new, "/priorities/leadership/order/readers"))


def test_pages_that_say_no_keep_the_laws(house_of: HouseOf) -> None:
    """What is not there, what is refused, a form with a fault, and the page to join at."""
    house = house_of(code="abcd-2345")
    browser = house.browser()
    said = [browser.get("/"), browser.send("/join", {"code": "wrong"}), browser.get("/nowhere")]
    browser.get("/join")
    said += [browser.send("/join", {"code": "ABCD 2345"}), browser.send("/begin", {"title": " "})]
    browser.get("/")
    browser.send("/begin", {"title": "Newtown"})
    said.append(browser.send(browser.path, {"do": "save", "answer": "typed", "figure": "soon"}))
    assert browser.status == 422
    fields = {"decision": "leadership", "one": "readers", "other": "readers"}
    for path in ("/priorities/leadership/points", "/priorities/leadership/which", "/models"):
        browser.get("/priorities/leadership/weights")
        said.append(browser.send(path, dict(fields)))
        assert browser.status == 422
    browser.get("/")
    said.append(browser.send("/bring", files={"file": ("x.yaml", b"{")}))
    assert browser.status == 422
    assert [found for text in said if (found := faults(text))] == []


def test_titles_are_words(house: House) -> None:
    """Brackets, quotation marks and scripts in a title stand on the page as they were typed, and do nothing."""
    browser = house.at_work(NASTY)
    for path in ("/work", "/questions", "/download", "/"):
        text = browser.get(path)
        assert escape(NASTY, quote=False).split("[")[0][:12] in text.replace("&#39;", "'").replace("&quot;", '"')
        assert not Read(text).all("script") and not Read(text).all("b")
    assert NASTY in Read(browser.get("/work")).text_of("h1")


@given(st.text())
def test_no_words_become_markup(words: str) -> None:
    """Whatever is put into an element or an attribute is read back as words, and opens no element."""
    page = Read(tag("p", joined([words]), title=words))
    assert [name for name, *_ in page.elements] == ["p"] and page.wrong == []
    shown = "".join(each if each >= " " else " " for each in words)
    shown = "".join(each for each in shown if each not in "\ufffe\uffff")
    read = page.texts.get(0, "")
    assert len(read) == len(shown) and all(
        a == b or not "\x20" <= a < "\ud800" for a, b in zip(shown, read, strict=True)
    )


@given(st.lists(st.text(st.characters(min_codepoint=32, max_codepoint=0xD7FF)), min_size=1, max_size=4))
def test_lines_stay_lines(lines: list[str]) -> None:
    """In a field of several lines, each is where it was; the line break at its head is the one browsers drop."""
    page = Read(tag("textarea", in_lines("\n".join(lines))))
    assert page.texts[0] == "\n" + "\n".join(lines)


def _shades(sheet: str) -> list[dict[str, str]]:
    """The colours of the sheet by daylight and in the dark."""
    import re

    found: list[dict[str, str]] = [{}, {}]
    for dark, block in ((False, sheet.split("@media screen and (prefers-color-scheme: dark)")[0]), (True, sheet)):
        for name, value in re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{3,6})", block):
            found[dark][name] = value
    return found


def _light(colour: str) -> float:
    """Relative luminance by the Web Content Accessibility Guidelines 2.2."""
    digits = colour[1:] if len(colour) == 7 else "".join(each * 2 for each in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_every_text_has_contrast() -> None:
    """4.5 to 1 at least, for text, links, buttons, what is quiet and what is wrong, by day and in the dark."""
    for shades in (_shades(STYLE)[0] | {"wrong": "#a3190f"}, _shades(SHEET)[1]):
        for ink in ("ink", "quiet", "main", "wrong"):
            lights = sorted((_light(shades[ink]), _light(shades["paper"])))
            assert (lights[1] + 0.05) / (lights[0] + 0.05) >= 4.5, (ink, shades)
    assert "--wrong: #a3190f" in SHEET


def test_the_sheet_fetches_nothing(house: House) -> None:
    """It is served by the server itself under its own name, may be kept, and names no other address."""
    browser = house.browser()
    sheet = str(Read(browser.get("/")).all("link")[0]["href"])
    assert browser.get(sheet) == SHEET and "url(" not in SHEET and "@import" not in SHEET
    assert browser.headers["cache-control"].startswith("public") and browser.headers["content-type"][:8] == "text/css"
