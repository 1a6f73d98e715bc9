"""Archives: the same members give the same bytes, what was changed is told by name, and nothing leads outside."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wizard.problems import Unreadable
from wizard.session.freezing import archive as archive_module
from wizard.session.freezing.archive import MANIFEST, is_archive, packed, unpacked

MEMBERS = {"council.yaml": b"id: newtown\n", "rules/tiny/pack.yaml": b"id: tiny\n", "result.txt": b"fine\n" * 50}
FACTS = {"program": {"version": "1"}}

names = st.from_regex(r"[a-z]{1,5}(/[a-z]{1,5}){0,2}\.[a-z]{1,3}", fullmatch=True)
any_members = st.dictionaries(names, st.binary(max_size=200), max_size=6)


@pytest.fixture
def on_disk(tmp_path: Path) -> Callable[[bytes], Path]:
    """These bytes as an archive."""

    def put(data: bytes) -> Path:
        path = tmp_path / "x.zip"
        path.write_bytes(data)
        return path

    return put


def _refused(path: Path) -> list[tuple[str, str]]:
    with pytest.raises(Unreadable) as caught:
        unpacked(path, "x.zip")
    assert all(each.place.file == "x.zip" for each in caught.value.problems)
    return [(each.check, each.message) for each in caught.value.problems]


def _rewritten(data: bytes, change: Callable[[zipfile.ZipFile, zipfile.ZipInfo, bytes], None]) -> bytes:
    """The archive once more, every member put in by `change`."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            change(new, info, old.read(info))
    return out.getvalue()


def _with(name: str, content: bytes = b"x", **attributes: object) -> bytes:
    """The sound archive with one more member, listed in its manifest as if it had been frozen with it."""
    members = {**MEMBERS, name: content}
    listed = {each: {"sha256": sha256(data).hexdigest()} for each, data in members.items()}
    manifest = {"kind": "frozen council file", "format": 1, "members": listed}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for each, data in {MANIFEST: json.dumps(manifest).encode(), **members}.items():
            info = zipfile.ZipInfo("placeholder")
            info.filename = each
            if each == name:
                for key, value in attributes.items():
                    setattr(info, key, value)
            archive.writestr(info, data)
    return out.getvalue()


def test_one_more_member_that_is_listed_is_read(on_disk: Callable[[bytes], Path]) -> None:
    """So that what follows is refused for its name and for nothing else."""
    assert unpacked(on_disk(_with("more.txt")), "x.zip").members == {**MEMBERS, "more.txt": b"x"}


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(members=any_members, order=st.randoms())
def test_what_is_packed_is_unpacked(members: dict[str, bytes], order: object, on_disk: Callable[[bytes], Path]) -> None:
    """Byte for byte; and in whatever order the members come, the archive is the same."""
    data = packed(members, FACTS)
    shuffled = list(members.items())
    order.shuffle(shuffled)
    assert packed(dict(shuffled), FACTS) == data
    found = unpacked(on_disk(data), "x.zip")
    assert found.members == members and found.facts["program"] == FACTS["program"]


def test_nothing_in_an_archive_tells_when_or_where_it_was_made() -> None:
    """No time, no owner, no folder of this machine."""
    with zipfile.ZipFile(io.BytesIO(packed(MEMBERS, FACTS))) as archive:
        infos = archive.infolist()
    assert {info.date_time for info in infos} == {(1980, 1, 1, 0, 0, 0)}
    assert all(info.compress_type == zipfile.ZIP_STORED and not info.extra and not info.comment for info in infos)
    assert [info.filename for info in infos] == [MANIFEST, *sorted(MEMBERS)]


def test_an_archive_packed_again_by_another_program_is_still_the_same(on_disk: Callable[[bytes], Path]) -> None:
    """Compressed, with folders of its own and other times: the members are what counts."""

    def again(new: zipfile.ZipFile, info: zipfile.ZipInfo, content: bytes) -> None:
        new.writestr(info.filename, content, zipfile.ZIP_DEFLATED)

    data = io.BytesIO(_rewritten(packed(MEMBERS, FACTS), again))
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr(zipfile.ZipInfo("rules/"), b"")
    assert unpacked(on_disk(data.getvalue()), "x.zip").members == MEMBERS


@pytest.mark.parametrize("name", MEMBERS)
def test_a_changed_member_is_told_by_its_name(name: str, on_disk: Callable[[bytes], Path]) -> None:
    """However small the change; the others are not accused."""

    def change(new: zipfile.ZipFile, info: zipfile.ZipInfo, content: bytes) -> None:
        new.writestr(info, content + b" " if info.filename == name else content)

    ((check, message),) = _refused(on_disk(_rewritten(packed(MEMBERS, FACTS), change)))
    assert check == "member-changed" and f"'{name}'" in message


def test_members_missing_and_added_are_told_together(on_disk: Callable[[bytes], Path]) -> None:
    """Each by its name."""

    def change(new: zipfile.ZipFile, info: zipfile.ZipInfo, content: bytes) -> None:
        if info.filename == "result.txt":
            new.writestr("extra.txt", content)
        else:
            new.writestr(info, content)

    found = _refused(on_disk(_rewritten(packed(MEMBERS, FACTS), change)))
    assert [check for check, _ in found] == ["member-added", "member-missing"]
    assert "extra.txt" in found[0][1] and "result.txt" in found[1][1]


@pytest.mark.parametrize("at", range(0, 2000, 97))
def test_a_byte_turned_on_the_way_is_noticed(at: int, on_disk: Callable[[bytes], Path]) -> None:
    """Wherever it is: what is read is either what was frozen or refused."""
    data = bytearray(packed(MEMBERS, FACTS))
    data[at % len(data)] ^= 0x41
    try:
        found = unpacked(on_disk(bytes(data)), "x.zip")
    except Unreadable:
        return
    assert found.members == MEMBERS


@pytest.mark.parametrize(
    "name",
    [
        "../evil",
        "/etc/evil",
        "a/../../evil",
        "C:/evil",
        "a\\..\\evil",
        "./a",
        "a//b",
        "e\u00e9",
        "a\nb",
        "n" * 300,
        "a:b",
    ],
)
def test_names_that_lead_outside_or_nowhere_are_refused(name: str, on_disk: Callable[[bytes], Path]) -> None:
    """Before anything is read, and although the manifest lists them."""
    ((check, _),) = _refused(on_disk(_with(name)))
    assert check == "odd-member"


def test_links_doubles_and_secrets_are_refused(on_disk: Callable[[bytes], Path]) -> None:
    """A link, two members of one name (also on systems to which A is a), and what is encrypted."""
    assert _refused(on_disk(_with("z", external_attr=0o120777 << 16)))[0][0] == "odd-member"
    assert _refused(on_disk(_with("RESULT.txt")))[0][0] == "odd-member"
    encrypted = bytearray(packed(MEMBERS, FACTS))
    encrypted[encrypted.rindex(b"PK\x01\x02") + 8] |= 1
    assert _refused(on_disk(bytes(encrypted)))[0][0] == "odd-member"


def test_an_archive_that_swells_is_refused(on_disk: Callable[[bytes], Path]) -> None:
    """A few thousand bytes that would become 200 MB: by what it says of itself, and where that is a lie, by reading."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(4):
            archive.writestr(f"zeros_{number}", b"\0" * 50_000_000)
    data = out.getvalue()
    assert len(data) < 300_000 and _refused(on_disk(data))[0][0] == "too-large"
    small = (100).to_bytes(4, "little")
    lying = data.replace((50_000_000).to_bytes(4, "little"), small)
    assert _refused(on_disk(lying))[0][0] in ("too-large", "member-changed", "not-frozen")


def test_more_members_than_any_rule_set_has_are_refused(on_disk: Callable[[bytes], Path]) -> None:
    """Counted before any is read."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(2_100):
            archive.writestr(str(number), b"")
    assert _refused(on_disk(out.getvalue()))[0][0] == "too-large"


def test_a_file_too_large_is_not_even_read(on_disk: Callable[[bytes], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """By its size on disk."""
    monkeypatch.setattr(archive_module, "LARGEST_ARCHIVE", 100)
    assert _refused(on_disk(packed(MEMBERS, FACTS)))[0][0] == "too-large"


@pytest.mark.parametrize(
    "manifest",
    [None, b"", b"[]", b"{", b"{}", b"[" * 100_000, b'{"kind": "frozen council file", "members": []}', b"\xff"],
)
def test_other_archives_are_no_frozen_files(manifest: bytes | None, on_disk: Callable[[bytes], Path]) -> None:
    """Without a manifest, or with one that is not ours."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("council.yaml", b"id: a\n")
        if manifest is not None:
            archive.writestr(MANIFEST, manifest)
    assert _refused(on_disk(out.getvalue()))[0][0] == "not-frozen"


def test_a_newer_format_is_told(on_disk: Callable[[bytes], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """With what to do about it."""
    monkeypatch.setattr(archive_module, "FORMAT", 2)
    data = packed(MEMBERS, FACTS)
    monkeypatch.undo()
    ((check, message),) = _refused(on_disk(data))
    assert check == "newer-format" and "format 2" in message


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_bytes_bring_more_than_words(data: st.DataObject, on_disk: Callable[[bytes], Path]) -> None:
    """A sound archive cut, overwritten or shuffled anywhere: its members, or Unreadable, and nothing else."""
    whole = bytearray(packed(MEMBERS, FACTS))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(whole) - 1))
        noise = data.draw(st.binary(max_size=8))
        whole[at : at + data.draw(st.integers(0, 40))] = noise
        if not whole:
            whole = bytearray(b"P")
    try:
        found = unpacked(on_disk(bytes(whole)), "x.zip")
    except Unreadable:
        return
    assert found.members == MEMBERS


def test_an_archive_is_known_by_name_or_by_its_first_bytes(tmp_path: Path) -> None:
    """And a missing file or a folder is none."""
    data = packed(MEMBERS, FACTS)
    (tmp_path / "a.yaml").write_bytes(data)
    (tmp_path / "b.yaml").write_bytes(b"id: a\n")
    assert is_archive(tmp_path / "a.yaml") and is_archive(tmp_path / "none.ZIP")
    assert not is_archive(tmp_path / "b.yaml") and not is_archive(tmp_path) and not is_archive(tmp_path / "none.yaml")
