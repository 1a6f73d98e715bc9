"""A rule set that builds on another: what is added, replaced and left out, and what stays as it was."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from wizard.pack import check_pack, read_pack
from wizard.pack.bases import digest_of_rules, folders_at_a_glance
from wizard.pack.recalling import KIND, pack_in
from wizard.pack.showing import show
from wizard.problems import Unreadable

HEAD = """id: {id}
title: Ours
version: 0.1.0
format: 1
builds_on: {{id: {base}, version: 1.0.0}}
summary: What we see otherwise.
"""

TEA = """id: tea
title: Tea
does: Tea is served.
decision: leadership
status: draft
because: It helps.
judgement: Ours.
"""

Over = Callable[..., Path]


@pytest.fixture
def over(tiny: Path) -> Over:
    """Writes a rule set beside `tiny` that builds on it."""

    def write(extra: str = "", files: dict[str, str] | None = None, *, id: str = "ours", base: str = "tiny") -> Path:
        folder = tiny.parent / id
        folder.mkdir(exist_ok=True)
        (folder / "pack.yaml").write_text(HEAD.format(id=id, base=base) + extra, encoding="utf-8")
        for name, text in (files or {}).items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
        return folder

    return write


def test_what_changes_nothing_is_the_same(over: Over, tiny: Path) -> None:
    """All objects are those below; only the head's own words, the fingerprint and what it builds on differ."""
    base, ours = read_pack(tiny).pack, read_pack(over()).pack
    for part in ("decisions", "sections", "models", "criteria", "poor_fits", "risks", "measures", "sources"):
        assert getattr(ours, part) == getattr(base, part)
    assert ours.head.title == "Ours"
    assert (
        ours.head.model_copy(
            update={
                "id": base.head.id,
                "title": base.head.title,
                "version": base.head.version,
                "summary": base.head.summary,
            }
        )
        == base.head
    )
    assert ours.fingerprint != base.fingerprint
    (below,) = ours.built_on
    assert (below.id, below.version, below.has_moved, below.gone) == ("tiny", "1.0.0", False, ())


def test_a_file_is_added_replaced_or_left_out(over: Over, tiny: Path) -> None:
    """Each whole: a new measure, an old one of the same id written anew, and a risk that is gone."""
    text = (tiny / "measures" / "shared_catalogue.yaml").read_text(encoding="utf-8")
    files = {"measures/tea.yaml": TEA, "measures/shared_catalogue.yaml": text.replace("One catalogue", "One long list")}
    pack = read_pack(over("leaves_out: {risks: [two_changes]}\n", files)).pack
    assert list(pack.measures) == ["reading_evenings", "shared_catalogue", "tea"]
    assert pack.measures["shared_catalogue"].title == "One long list"
    assert list(pack.risks) == ["burn_out"]


def test_a_section_is_replaced_by_its_name_whatever_its_number(over: Over, tiny: Path) -> None:
    """The figures only set the order of asking."""
    text = (tiny / "questions" / "02_service.yaml").read_text(encoding="utf-8")
    pack = read_pack(
        over("", {"questions/00_service.yaml": text.replace("The service and its roof", "Roof and service")})
    ).pack
    assert [section.title for section in pack.sections] == ["Roof and service", "How you are deciding"]


def test_findings_are_added_to_a_source_below(over: Over) -> None:
    """A file in `sources/<id>/` joins those of the source."""
    section = """findings:
  tea_at_four:
    says: Readers like tea at four.
    where: chapter 9
    speaker: a reader
    voices: one_person
    method: interview
    phrase: tea at four
"""
    files = {
        "sources/branch_survey_2011/tea.yaml": section,
        "measures/tea.yaml": TEA.replace("judgement: Ours.", "supported_by: [branch_survey_2011.tea_at_four]"),
    }
    read = read_pack(over("", files), every_source=True)
    assert "tea_at_four" in read.pack.sources["branch_survey_2011"].findings
    assert "heating_shared" in read.pack.sources["branch_survey_2011"].findings
    assert check_pack(read) == []


def test_a_key_of_the_head_replaces_the_whole_key(over: Over, tiny: Path) -> None:
    """No deep merge: groups are those written, or those below."""
    groups = "groups:\n  - {id: readers, title: Readers}\n  - {id: change, title: Change}\n"
    base = read_pack(tiny).pack.head
    head = read_pack(over(groups)).pack.head
    assert [group.title for group in head.groups] == ["Readers", "Change"]
    assert (head.thresholds, head.grades, head.period) == (base.thresholds, base.grades, base.period)


def test_rule_sets_lie_on_one_another(over: Over) -> None:
    """A change of the middle one holds above; the fingerprint covers all, to the last byte."""
    over("leaves_out: {measures: [reading_evenings]}\n", id="middle")
    top = over("", {"measures/tea.yaml": TEA}, base="middle")
    before = read_pack(top)
    assert list(before.pack.measures) == ["shared_catalogue", "tea"]
    assert [each.id for each in before.pack.built_on] == ["middle", "tiny"]
    assert [folder.name for folder in before.folders] == ["ours", "middle", "tiny"]
    (Path("tiny") / "measures" / "shared_catalogue.yaml").open("a", encoding="utf-8").write("# seen\n")
    assert read_pack(top).pack.fingerprint != before.pack.fingerprint


def test_what_has_gone_is_known(over: Over) -> None:
    """So that a council file made with what lies below can be held against it."""
    over("leaves_out: {criteria: [nearness], measures: [reading_evenings]}\n", id="middle")
    pack = read_pack(over("", base="middle")).pack
    middle, tiny = pack.built_on
    assert middle.gone == ()
    assert tiny.gone == ("nearness",)


def test_old_names_lead_on(over: Over, tiny: Path) -> None:
    """A name from below leads to what that question is called now; a new one is added."""
    renaming = "renamed:\n  questions: {roof: state_of_roof}\n"
    files = {}
    for path in sorted(tiny.rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        if (path.name != "pack.yaml" and "roof:" in text.replace("under_school_roof:", "")) or "id: roof\n" in text:
            changed = text.replace("id: roof\n", "id: state_of_roof\n").replace("{roof:", "{state_of_roof:")
            files[path.relative_to(tiny).as_posix()] = changed
    head = read_pack(over(renaming, files)).pack.head
    assert head.renamed.questions == {"number_of_readers": "readers", "roof": "state_of_roof"}
    assert head.renamed.answers == {"state_of_roof": {"leaking": "bad"}}
    assert head.renamed.models == {"single_head": "one_librarian"}


def test_it_is_found_beside_before_among_those_that_ship(over: Over, tiny: Path) -> None:
    """A folder of the same name beside goes before one that ships; without one, the shipped is found from anywhere."""
    shutil.copytree(tiny, tiny.parent / "reports_2008")
    head = tiny.parent / "reports_2008" / "pack.yaml"
    head.write_text(head.read_text(encoding="utf-8").replace("id: tiny", "id: reports_2008"), encoding="utf-8")
    ours = over(base="reports_2008")
    assert "one_librarian" in read_pack(ours).pack.models
    shutil.rmtree(tiny.parent / "reports_2008")
    assert "combined_director" in read_pack(ours).pack.models


@pytest.mark.parametrize(
    "written",
    [
        "builds_on: {id: tiny, version: 1.0.0}",
        "builds_on: {version: 1.0.0, id: tiny}",
        "builds_on:   # the one beside\n  version: 1.0.0\n  id: tiny",
        "builds_on:\n  id: tiny\n  version: 1.0.0",
        "'builds_on': {id: tiny, version: 1.0.0}",
    ],
)
def test_what_was_kept_is_never_used_after_a_change_below(
    over: Over, tiny: Path, written: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """However `builds_on` is written: a byte changed in any of the files is noticed."""
    monkeypatch.setenv("WIZARD_CACHE", str(tmp_path / "cache"))
    ours = over()
    head = ours / "pack.yaml"
    head.write_text(
        head.read_text(encoding="utf-8").replace("builds_on: {id: tiny, version: 1.0.0}", written), encoding="utf-8"
    )
    assert pack_in(ours).measures["shared_catalogue"].title == "One catalogue"
    assert pack_in(ours).measures["shared_catalogue"].title == "One catalogue"
    below = tiny / "measures" / "shared_catalogue.yaml"
    below.write_text(below.read_text(encoding="utf-8").replace("One catalogue", "One list"), encoding="utf-8")
    assert pack_in(ours).measures["shared_catalogue"].title == "One list"


def test_an_ordinary_way_of_writing_is_kept(over: Over, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The next run takes it as kept, what it builds on included."""
    monkeypatch.setenv("WIZARD_CACHE", str(tmp_path / "cache"))
    ours = over()
    fresh = pack_in(ours)
    assert (tmp_path / "cache" / f"{KIND}-{digest_of_rules(ours)}").is_file()
    kept = pack_in(ours)
    assert (kept.fingerprint, kept.built_on) == (fresh.fingerprint, fresh.built_on)
    assert [folder.name for folder in folders_at_a_glance(ours)] == ["ours", "tiny"]


def test_weights_are_declared_with_who_and_why(over: Over) -> None:
    """They stand in the head, and are shown with it."""
    weights = "weights:\n  leadership:\n    readers: {weight: 70, set_by: the consultant, why: Readers come first.}\n"
    read = read_pack(over(weights))
    entry = read.pack.head.weights["leadership"]["readers"]
    assert (entry.weight, entry.set_by, entry.why) == (70, "the consultant", "Readers come first.")
    assert any("readers: 70 in 100, by the consultant" in line for line in show(read))


def test_findings_that_nothing_cites_any_more_are_no_fault(over: Over) -> None:
    """Leaving out a criterion leaves its findings in the library; only a question nobody needs is told."""
    read = read_pack(
        over("leaves_out: {measures: [reading_evenings], risks: [burn_out, two_changes]}\n"), every_source=True
    )
    assert check_pack(read) == []


def test_faults_of_both_kinds_are_told_in_one_run(over: Over) -> None:
    """A wrong file of its own, and something left out that is needed."""
    ours = over("leaves_out: {questions: [readers]}\n", {"measures/tea.yaml": TEA.replace("leadership", "leadershp")})
    with pytest.raises(Unreadable) as raised:
        read_pack(ours)
    assert {problem.place.file for problem in raised.value.problems} == {
        str(ours / "pack.yaml"),
        str(ours / "measures" / "tea.yaml"),
    }
    assert all(problem.place.line > 0 for problem in raised.value.problems)
