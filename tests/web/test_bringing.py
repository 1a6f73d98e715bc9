"""A council file that somebody brings along: opened as a copy, or refused with what is wrong; never put on the disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.web.bringing import shown_name
from wizard.web.parts import form_with_file

from .conftest import GENEROUS, Browser, House, HouseOf
from .html_laws import Read, faults
from .test_guarding import still_fine

GOOD = "id: oldtown  # ours\ntitle: Oldtown\npack: {id: tiny}\nanswers:\n  roof: bad\n"


@pytest.fixture
def own_rules(house: House, monkeypatch: pytest.MonkeyPatch) -> House:
    """A server that finds the tiny rule set by its name."""
    monkeypatch.setattr(house.room.rule_sets, "of", lambda _: house.room.rule_sets.named(house.room._pack or ""))
    return house


def bring(browser: Browser, data: str | bytes, name: str = "oldtown.yaml") -> str:
    """Sends a file from the first page."""
    browser.get("/")
    return browser.send("/bring", files={"file": (name, data, "application/octet-stream")})


def test_a_file_is_opened_as_a_copy(own_rules: House) -> None:
    """With its answers, its comments and its title; it has no file on the server, and is there to be kept."""
    browser = own_rules.browser()
    bring(browser, GOOD)
    assert browser.path == "/work" and browser.heading == "Oldtown" and "in no file of their own" in browser.text
    browser.get("/question/roof")
    browser.send("/question/roof", {"do": "save", "answer": "is_sound"})
    assert browser.get("/download/council.yaml") == GOOD.replace("bad", "sound")


def test_the_field_is_a_native_one(house: House) -> None:
    """With its label and its hint, in a form that can bring a file."""
    page = Read(house.browser().get("/"))
    field = next(each for each in page.all("input") if each.get("type") == "file")
    forms = [each for each in page.all("form") if each.get("enctype") == "multipart/form-data"]
    assert field["id"] == "file" and "value" not in field and [each["action"] for each in forms] == ["/bring"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("", "file"),
        (b"\x00\x01\xff\xfe" * 100, "oldtown.yaml"),
        (b"PK\x03\x04 and so on", "oldtown.yaml"),
        ("just words", "oldtown.yaml"),
        (GOOD.replace("roof: bad", "roof: green"), "oldtown.yaml:5:"),
        (GOOD.replace("title: Oldtown\n", ""), "title"),
        (GOOD.replace("roof", "rof"), "roof"),
        (GOOD + "x: &a [1, 2]\ny: [*a, *a]\n", "oldtown.yaml:6:4: An anchor"),
        ("[" * 50_000, "oldtown.yaml:1:51"),
        (GOOD.replace("oldtown ", "old-town "), "oldtown.yaml:1:5"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_line_by_line(own_rules: House, data: str | bytes, said: str) -> None:
    """In the box of faults, which leads to the field; whatever was open stays open."""
    browser = own_rules.at_work()
    bring(browser, data)
    assert browser.status == 422 and said in browser.text and 'href="#file"' in browser.text
    assert faults(browser.text) == [] and "Traceback" not in browser.text and still_fine(browser)


def test_of_very_many_faults_the_first_are_told(own_rules: House) -> None:
    """However long the file and its words, the page stays one that can be read; nothing of it becomes markup."""
    browser = own_rules.at_work()
    bring(browser, GOOD + "".join(f"  q_{number}: yes\n" for number in range(3_000)))
    assert browser.status == 422 and "And 2,980 more." in browser.text and len(browser.text) < 20_000
    bring(browser, GOOD.replace("id: tiny", f"id: <b>{'x' * 30_000}"))
    assert browser.status == 422 and len(browser.text) < 20_000 and "<b>" not in browser.text
    bring(browser, GOOD + "what_ifs:\n" + "".join(f"- {{id: w{n}, title: W, answers: {{}}}}\n" for n in range(50)))
    assert browser.status == 422 and "50 what-ifs" in browser.text and still_fine(browser)


def test_nothing_chosen(own_rules: House) -> None:
    """Browsers send a part without a name and without anything in it."""
    browser = own_rules.browser()
    browser.get("/")
    body = parts(('form-data; name="token"', browser.token), ('form-data; name="file"; filename=""', ""))
    assert sent(browser, body) == 422 and "Choose a council file first." in browser.text


def test_a_rule_set_that_is_not_there_is_told(house: House) -> None:
    """At its place in the file."""
    browser = house.browser()
    bring(browser, GOOD.replace("id: tiny", "id: nowhere"))
    assert browser.status == 422 and "oldtown.yaml:3:12: There is no rule set" in browser.text.replace("&#39;", "'")


@pytest.mark.parametrize("name", ["../../etc/cron.d/x.yaml", "C:\\x\\y.yaml", "/x/y.yaml", "a\x00b.yaml", "~/.profile"])
def test_the_name_never_becomes_a_path(own_rules: House, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither in what is shown nor on the disk: no file is opened or made under it, whatever the file says."""
    browser = own_rules.at_work()
    touched: list[str] = []
    for method in ("open", "write_bytes", "write_text", "read_bytes", "mkdir", "rename", "replace", "is_file", "stat"):
        plain = getattr(Path, method)

        def noted(self: Path, *args: object, plain: object = plain, **more: object) -> object:
            touched.append(str(self))
            return plain(self, *args, **more)  # type: ignore[operator]

        monkeypatch.setattr(Path, method, noted)
    bring(browser, GOOD.replace("roof: bad", "roof: green"), name)
    assert browser.status == 422 and "../" not in browser.text and "etc/cron" not in browser.text
    bring(browser, GOOD, name)
    assert browser.path == "/work"
    # Rule sets and the files that are offered may be looked up; nothing that the name or the file says.
    assert not [each for each in touched if "cron" in each or "profile" in each or Path(each).name.startswith("y.")]


def test_shown_names_are_short_last_parts() -> None:
    """Of any name only the last part, in signs that can be seen."""
    assert shown_name("../../etc/passwd") == "passwd" and shown_name("C:\\a\\b.yaml") == "b.yaml"
    assert shown_name("") == shown_name("\x00\u202e") == "the file" and len(shown_name("x" * 500)) == 60


BOUNDARY = "x1x2x3"


def parts(*given_parts: tuple[str, str], end: bool = True) -> bytes:
    """The body of a form: the disposition of each part, and what it holds."""
    said = "".join(f"--{BOUNDARY}\r\nContent-Disposition: {head}\r\n\r\n{data}\r\n" for head, data in given_parts)
    return (said + (f"--{BOUNDARY}--\r\n" if end else "")).encode()


def sent(browser: Browser, body: bytes, kind: str = f"multipart/form-data; boundary={BOUNDARY}") -> int:
    """The status of the answer to a body as it is."""
    browser._took(browser.client.post("/bring", content=body, headers={"content-type": kind}))
    return browser.status


FILE = ('form-data; name="file"; filename="x.yaml"', GOOD)


@pytest.mark.parametrize(
    "more",
    [
        [FILE],
        [('form-data; name="file"', GOOD)],
        [('form-data; name="other"; filename="x.yaml"', GOOD)],
        [('form-data; name="token"', "again")],
        [('attachment; name="x"', "")],
        [("form-data", "")],
        [('form-data; name="x"\r\nContent-Transfer-Encoding: base64', "eA==")],
        [('form-data; name="x"\r\nX-Other: y', "")],
        [('form-data; name="x"\r\nContent-Disposition: form-data; name="y"', "")],
        [(f'form-data; name="x{"y" * 2_000}"', "")],
        [('form-data; name="x"', "y" * 2_000)],
        [(f'form-data; name="x{number}"', "") for number in range(3)],
    ],
)
def test_forms_that_no_browser_sends_are_refused(own_rules: House, more: list[tuple[str, str]]) -> None:
    """Several files, too many parts, fields twice, what is encoded once more: nothing is opened."""
    browser = own_rules.at_work()
    browser.get("/")
    good = (('form-data; name="token"', browser.token), FILE)
    assert sent(browser, parts(*good, *more)) == 400 and "cannot be read" in browser.text and still_fine(browser)
    browser.get("/")
    assert sent(browser, parts(*good)) == 200 and browser.heading == "Oldtown"


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        ("multipart/form-data", 400),
        ("multipart/form-data; boundary=other", 400),
        (f"multipart/form-data; boundary={'x' * 300}", 400),
        (f"multipart/mixed; boundary={BOUNDARY}", 415),
        ("application/x-www-form-urlencoded", 415),
        ("application/yaml", 415),
    ],
)
def test_only_such_forms_are_taken_there(own_rules: House, kind: str, status: int) -> None:
    """And such forms nowhere else."""
    browser = own_rules.at_work()
    browser.get("/")
    body = parts(('form-data; name="token"', browser.token), FILE)
    assert sent(browser, body, kind) == status and still_fine(browser)
    assert sent(browser, body[: len(body) // 2]) == 400
    elsewhere = {"content-type": f"multipart/form-data; boundary={BOUNDARY}"}
    assert browser.client.post("/begin", content=body, headers=elsewhere).status_code == 415


def test_it_needs_its_proof_and_the_code(own_rules: House, house_of: HouseOf) -> None:
    """Like every other form."""
    browser = own_rules.at_work()
    assert sent(browser, parts(('form-data; name="token"', "0" * 64), FILE)) == 403 and still_fine(browser)
    assert sent(browser, parts(FILE)) == 403
    outside = house_of(code="abcd-2345").browser("192.0.2.1")
    outside.get("/")
    bring(outside, GOOD)
    assert outside.path == "/join"


def test_a_huge_file_is_refused(house_of: HouseOf) -> None:
    """By what is announced and by what comes; whoever is at work goes on."""
    browser = house_of(GENEROUS._replace(body=5_000)).at_work()
    bring(browser, "x" * 6_000)
    assert browser.status == 413 and "This file is too large." in browser.text and "4 KB" in browser.text
    browser.get("/")
    head = {"content-type": f"multipart/form-data; boundary={BOUNDARY}"}
    pieces = iter([parts(("form-data", ""), end=False), b"y" * 6_000])
    assert browser.client.post("/bring", content=pieces, headers=head).status_code == 413 and still_fine(browser)


@given(st.binary(max_size=200), st.integers(0, 300), st.binary(max_size=6))
def test_whatever_arrives_is_a_form_or_none(noise: bytes, place: int, cut: bytes) -> None:
    """A form with a file comes back as it was sent; anything else is told by one kind of error."""
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="x"\r\n\r\n'.encode()
    body = head + noise + f"\r\n--{BOUNDARY}--\r\n".encode()
    kind = f"multipart/form-data; boundary={BOUNDARY}"
    if BOUNDARY.encode() not in noise:
        form = form_with_file(body, kind)
        assert form.file is not None and form.file.data == noise
    spoilt = body[:place] + cut + body[place + 1 :]
    try:
        form = form_with_file(spoilt, kind)
    except ValueError:
        return
    assert form.file is None or len(form.file.data) <= len(spoilt)
