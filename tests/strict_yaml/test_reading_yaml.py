"""Any bytes become a tree or a problem with its place; nothing else ever happens."""

from __future__ import annotations

import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wizard.problems import Place, Unreadable
from wizard.strict_yaml import Mapping, Scalar, Sequence, check_shape, locate, read_tree, tree_of_text
from wizard.strict_yaml.reading import LARGEST_FILE, decode

PIECES = st.sampled_from(
    ["a", "id", ":", ": ", "- ", "\n", "  ", "\t", "{", "}", "[", "]", ",", "'", '"', "#", "&a", "*a", "!!x", "!", "|",
     ">", "---", "...", "%", "@", "`", "?", "? ", "<<", "\\", "0", "é", "\u2028", "\ufeff", "\x85", "~", "=", "\r\n",
     "\x00"]
)  # fmt: skip


def _checks(text: str) -> list[str]:
    with pytest.raises(Unreadable) as raised:
        tree_of_text(text, "file.yaml")
    return [problem.check for problem in raised.value.problems]


def _holds(read: object) -> None:
    """Calls; whatever happens is a tree, or problems with a place in the file."""
    try:
        tree = read()  # type: ignore[operator]
    except Unreadable as fault:
        assert fault.problems
        for problem in fault.problems:
            assert problem.place.file == "file.yaml"
            assert problem.place.line >= 0
            assert problem.place.column >= 0
            assert problem.message
    else:
        assert isinstance(tree, (Mapping, Sequence, Scalar))
        tree.plain()


@settings(deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_any_mixture_of_signs_is_a_tree_or_a_problem(text: str) -> None:
    """Signs that mean something in YAML, in any order."""
    _holds(lambda: tree_of_text(text, "file.yaml"))


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_a_tree_or_a_problem(data: bytes) -> None:
    """Files that are not even text."""
    _holds(lambda: tree_of_text(decode(data, Place("file.yaml")), "file.yaml"))


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_a_tree_or_a_problem(text: str) -> None:
    """Every character there is."""
    _holds(lambda: tree_of_text(text, "file.yaml"))


@settings(deadline=None)
@given(st.dictionaries(st.text("abc_", min_size=1), st.lists(st.text("xyz ", min_size=1).map(str.strip)), max_size=5))
def test_what_is_written_plainly_is_read_back(content: dict[str, list[str]]) -> None:
    """Quoted texts in lists under keys come back as they were."""
    lines = [f"{key}: [{', '.join(repr(item) for item in items)}]" for key, items in content.items()]
    if lines:
        assert tree_of_text("\n".join(lines), "file.yaml").plain() == content


@pytest.mark.parametrize("sign", ["[", "{", "- ", "? ", "{a: ", "[{"])
def test_two_hundred_thousand_open_brackets_end_quickly_and_in_words(sign: str) -> None:
    """The parser of C crashes the process when it composes such a file; reading its events does not."""
    program = (
        "import sys; from wizard.problems import Unreadable; from wizard.strict_yaml import tree_of_text\n"
        "try:\n    tree_of_text(sys.argv[1] * 200_000, 'file.yaml')\n"
        "except Unreadable as fault:\n    print(*(problem.check for problem in fault.problems))\n"
    )
    root = Path(__file__).resolve().parent.parent.parent
    done = subprocess.run(
        [sys.executable, "-c", program, sign], capture_output=True, text=True, cwd=root, timeout=60, check=False
    )
    assert done.returncode == 0
    # A mapping inside a key is refused as well; what counts is that the reading ended.
    assert "too-deep" in done.stdout.split()


def test_fifty_levels_are_read_and_one_more_is_not() -> None:
    """The bound is the one that is promised."""
    tree_of_text("[" * 50 + "]" * 50, "file.yaml")
    assert _checks("[" * 51 + "]" * 51) == ["too-deep"]


def test_a_bomb_of_aliases_takes_no_memory() -> None:
    """Aliases of aliases, a billion when written out, are refused where they stand."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    tracemalloc.start()
    checks = _checks("\n".join(lines))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert set(checks) == {"anchor", "alias"}
    assert peak < 5_000_000


@pytest.mark.parametrize(
    "text",
    [
        "a: !!python/object/apply:os.system ['echo broken']",
        "a: !!python/name:os.system",
        "!!python/object/new:object {}",
        "a: !local x",
        "a: !<tag:example.org,2000:x> y",
        "a: !!binary aGVsbG8=",
        "a: !!set {x, y}",
        "a: !!str 5",
    ],
)
def test_every_tag_is_refused(text: str) -> None:
    """No tag is given a meaning, so none can make anything run."""
    assert _checks(text) == ["tag"]


@pytest.mark.parametrize(
    "written", ["1:8", "010", "no", "off", "1e3", "0x1F", "2008-04-01", "null", "~", "1_000", ".inf"]
)
def test_every_scalar_stays_the_text_that_was_written(written: str) -> None:
    """`1:8` is not 68, `010` not 8, `no` not false: the schema decides later."""
    tree = tree_of_text(f"a: {written}", "file.yaml")
    assert tree.plain() == {"a": written}


def test_a_second_key_never_wins() -> None:
    """It is refused, and so is each further one."""
    assert _checks("a: 1\nb: 2\na: 3\na: 4\n") == ["duplicate-key", "duplicate-key"]


def test_every_fault_that_does_not_stop_the_reading_is_told() -> None:
    """Faults of different kinds in one file, each with its own place, in the order of places."""
    with pytest.raises(Unreadable) as raised:
        tree_of_text("a: &x 1\na: *x\n[b]: !!str c\n<<: d\n", "file.yaml")
    assert [(problem.place.line, problem.check) for problem in raised.value.problems] == [
        (1, "anchor"),
        (2, "duplicate-key"),
        (2, "alias"),
        (3, "odd-key"),
        (3, "tag"),
        (4, "merge-key"),
    ]


def test_every_value_knows_its_place() -> None:
    """Keys, values, items of lists; what does not exist leads to the last that does."""
    tree = tree_of_text("a:\n  - b: {c: d}\n    e: f\n", "file.yaml")
    assert locate(tree, ("a", 0, "b", "c"))[:2] == (1, 11)
    assert locate(tree, ("a", 0, "b", "c"), key=True)[:2] == (1, 8)
    assert locate(tree, ("a", 0, "e"))[:2] == (2, 7)
    assert locate(tree, ("a", 0, "nothing", "here"))[:2] == locate(tree, ("a", 0))[:2]
    assert locate(tree, ("a", 5))[:2] == locate(tree, ("a",))[:2]


@pytest.mark.parametrize(
    ("check", "data"),
    [
        ("empty-file", b""),
        ("empty-file", b" \n\n"),
        ("empty-file", b"# nothing\n"),
        ("binary-file", b"\x89PNG\r\n\x1a\n\x00\x00"),
        ("not-utf-8", "a: b\n".encode("utf-16")),
        ("not-utf-8", "a: b\n".encode("utf-16-be").join([b"\xfe\xff", b""])),
        ("not-utf-8", "name: café\n".encode("latin-1")),
        ("odd-character", b"a: \x07\n"),
        ("not-yaml", b"a: [1, 2\n"),
        ("several-documents", b"a: 1\n---\nb: 2\n"),
        ("too-large", b"#" * (LARGEST_FILE + 1)),
    ],
)
def test_a_file_that_is_no_text_is_told_as_what_it_is(tmp_path: Path, check: str, data: bytes) -> None:
    """Empty, binary, UTF-16, another code page, a control character, half a file, a huge one."""
    file = tmp_path / "file.yaml"
    file.write_bytes(data)
    with pytest.raises(Unreadable) as raised:
        read_tree(file, "shown.yaml")
    (problem,) = raised.value.problems
    assert (problem.check, problem.place.file) == (check, "shown.yaml")
    assert problem.message.endswith(".")


def test_a_folder_and_a_missing_file_are_told_with_what_is_near(tmp_path: Path) -> None:
    """A mistyped name gets the nearest name in that folder."""
    (tmp_path / "council.yaml").write_text("a: b", encoding="utf-8")
    for path, check in ((tmp_path, "is-a-folder"), (tmp_path / "counsil.yaml", "missing-file")):
        with pytest.raises(Unreadable) as raised:
            read_tree(path)
        assert raised.value.problems[0].check == check
    assert raised.value.problems[0].hint == f"Did you mean '{tmp_path / 'council.yaml'}'?"


@pytest.mark.parametrize("name", ["a\x00b", "x" * 5000])
def test_a_name_that_no_file_can_have_is_told(tmp_path: Path, name: str) -> None:
    """Never the words of the operating system's exception alone."""
    with pytest.raises(Unreadable) as raised:
        read_tree(tmp_path / name)
    assert raised.value.problems[0].check in ("unreadable-file", "missing-file")


def test_a_byte_order_mark_is_let_alone() -> None:
    """Notepad writes one before UTF-8; the first key keeps its name and its place."""
    text = decode(b"\xef\xbb\xbfa: b\n", Place("file.yaml"))
    tree = tree_of_text(text, "file.yaml")
    assert tree.plain() == {"a": "b"}
    assert locate(tree, ("a",), key=True)[:2] == (0, 0)


def test_line_ends_of_windows_change_nothing() -> None:
    """The same tree and the same places."""
    unix, windows = (tree_of_text(text, "f") for text in ("a: b\nc:\n  - d\n", "a: b\r\nc:\r\n  - d\r\n"))
    assert unix.plain() == windows.plain()
    assert locate(unix, ("c", 0))[:2] == locate(windows, ("c", 0))[:2]


def test_all_faults_of_shape_are_told_at_once() -> None:
    """An unknown key, a missing one and a wrong value in one run, each at its place."""
    from wizard.schema.pack_head import Grade

    tree = tree_of_text("id: Firm\nstep: 70\nmeans: x\nmeens: y\n", "file.yaml")
    found, problems = check_shape(tree, Grade, "file.yaml")
    assert found is None
    assert sorted((problem.place.line, problem.check) for problem in problems) == [
        (1, "odd-id"),
        (2, "out-of-range"),
        (4, "unknown-key"),
    ]


def test_a_slip_in_a_key_is_one_fault() -> None:
    """`meens` for `means` is an unknown key, and not a missing one as well."""
    from wizard.schema.pack_head import Grade

    tree = tree_of_text("id: firm\nstep: 20\nmeens: x\n", "file.yaml")
    (problem,) = check_shape(tree, Grade, "file.yaml")[1]
    assert (problem.check, problem.hint) == ("unknown-key", "Did you mean 'means'?")
