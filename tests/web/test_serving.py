"""The server itself, on this machine: slow and too many connections are ended, while others are answered."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from wizard.cli import main
from wizard.web.limits import Limits
from wizard.web.serving import CannotListen, Served, prepared, server_of

LIMITS = Limits(head_seconds=0.2, body_seconds=0.2, connections_each=5)
"""Short enough to be waited for: the other end closes the connection, and that ends the wait."""


class Running(NamedTuple):
    """A server at work."""

    served: Served
    port: int


@pytest.fixture(scope="module")
def running() -> Iterator[Running]:
    """A server on a port that was free."""
    served = prepared("127.0.0.1", 0, limits=LIMITS)
    ready = threading.Event()
    server = server_of(served, ready.set)
    thread = threading.Thread(target=lambda: server.run(sockets=[served.socket]), daemon=True)
    thread.start()
    assert ready.wait(20)
    yield Running(served, served.socket.getsockname()[1])
    server.should_exit = True
    thread.join(20)
    assert not thread.is_alive()


def connected(running: Running) -> socket.socket:
    """A connection that gives up waiting in the end."""
    return socket.create_connection(("127.0.0.1", running.port), timeout=20)


def said(connection: socket.socket) -> str:
    """All that comes until the other end closes."""
    parts = []
    try:
        while data := connection.recv(65_536):
            parts.append(data)
    except ConnectionResetError:
        pass
    connection.close()
    return b"".join(parts).decode()


def head(running: Running, method: str = "GET", path: str = "/", more: str = "") -> bytes:
    """The head of a request that is the last on its connection."""
    return f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{running.port}\r\nConnection: close\r\n{more}\r\n".encode()


def answered(running: Running) -> bool:
    """Whether somebody else gets their page."""
    connection = connected(running)
    connection.sendall(head(running))
    return "Leading social services" in said(connection)


def test_pages_are_served(running: Running) -> None:
    """With the headers, and without a word on what serves them."""
    connection = connected(running)
    connection.sendall(head(running))
    page = said(connection)
    assert page.startswith("HTTP/1.1 200") and "no-store" in page and "uvicorn" not in page.lower()
    assert running.served.code is None and running.served.address == f"http://127.0.0.1:{running.port}/"


@pytest.mark.parametrize("begun", [b"", b"GET / HT", b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: "])
def test_who_never_finishes_asking_is_ended(running: Running, begun: bytes) -> None:
    """Said so in words; meanwhile others are answered."""
    connection = connected(running)
    connection.sendall(begun)
    assert answered(running)
    assert said(connection).startswith("HTTP/1.1 408") and answered(running)


def test_the_next_request_of_a_connection_must_come_in_time_too(running: Running) -> None:
    """A first one in time buys no more time for the second."""
    connection = connected(running)
    connection.sendall(head(running).replace(b"Connection: close\r\n", b""))
    page = b""
    while b"</html>" not in page:
        page += connection.recv(65_536)
    connection.sendall(b"GET / HT")
    assert page.startswith(b"HTTP/1.1 200") and said(connection).startswith("HTTP/1.1 408")


def test_a_form_that_never_arrives_is_refused(running: Running) -> None:
    """Whether it is announced or sent piece by piece."""
    kind = "Content-Type: application/x-www-form-urlencoded\r\n"
    for more in (f"{kind}Content-Length: 500\r\n", f"{kind}Transfer-Encoding: chunked\r\n"):
        connection = connected(running)
        connection.sendall(head(running, "POST", "/begin", more))
        assert answered(running)
        page = said(connection)
        assert page.startswith("HTTP/1.1 408") and "took too long to arrive" in page


def test_too_many_connections_are_turned_away(running: Running) -> None:
    """Those beyond what an address may hold are told so; once some are ended, it is answered again."""
    held = [connected(running) for _ in range(12)]
    words = [said(each) for each in held]
    assert any("Too many connections" in each for each in words)
    assert sum(each.startswith("HTTP/1.1 408") for each in words) <= 5 and answered(running)


def test_who_has_left_early_harms_nothing(running: Running) -> None:
    """Rubbish, half a form, and closing at once."""
    for rubbish in (
        b"\x16\x03\x01\x00",
        b"GET\r\n\r\n",
        head(running, "POST", "/begin", "Content-Length: 9\r\n") + b"x",
    ):
        connection = connected(running)
        connection.sendall(rubbish)
        connection.close()
    assert answered(running)


def test_beyond_this_machine_a_code_is_needed() -> None:
    """Bound to every address there is a join code; bound to this machine alone there is none."""
    for host in ("0.0.0.0", "127.0.0.1"):
        served = prepared(host, 0, ["wizard.example"])
        served.socket.close()
        assert (served.code is not None) == (host == "0.0.0.0")
        assert ("wizard.example" in served.address) == (host == "0.0.0.0")


def test_a_place_that_is_taken_is_told(running: Running, capsys: pytest.CaptureFixture[str]) -> None:
    """Code 2, and what to do; nothing was served."""
    with pytest.raises(CannotListen, match="in use"):
        prepared("127.0.0.1", running.port)
    assert main.main(["serve", "--port", str(running.port)]) == 2
    said_there = capsys.readouterr()
    assert "--port" in said_there.err and said_there.out == ""


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["--port", "many"], "'many' is not a port"),
        (["--port", "65536"], "from 0 to 65535"),
        (["--port", "²"], "is not a port"),
        (["--host", "no such host"], "not the name or address"),
        (["ours.yaml"], "not understood"),
    ],
)
def test_misuse_is_told(argv: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Code 2."""
    assert main.main(["serve", *argv]) == 2
    assert words in capsys.readouterr().err


def test_without_the_extra_it_is_told_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Code 2, with the command to type, and what does without."""
    monkeypatch.setattr("wizard.cli.serve.find_spec", lambda _: None)
    assert main.main(["serve"]) == 2
    err = capsys.readouterr().err
    assert "pip install 'council-wizard[web]'" in err and "wizard ask" in err
