"""A rule set that builds on another: its files laid over those below, its head over the one below.

A file is added, or takes the place of the one of the same id, or is left out. Nothing is merged inside a file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.problems import Problem, Unreadable
from wizard.schema.overlay import KINDS, LeavesOut, OverlayHead
from wizard.schema.pack import BuiltOn, Pack
from wizard.schema.pack_head import PackHead, Renamed

from .bases import MOST_LAYERS, base_folder, packs_beside
from .finding import known_packs
from .layout import FOLDERS, Layout, PackFile
from .linking.links import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from .heads import WrittenHead
    from .parts import Parts
    from .reading import ReadPack

Above = tuple[tuple[str, "Path"], ...]
"""The rule sets that are being read because they build on this one: id and folder, the topmost first."""

FILE_KINDS = {folder: "sections" if folder == "questions" else folder for folder in FOLDERS}
"""Which key of `leaves_out` names the files of a folder."""


def base_of(written: WrittenHead, folder: Path, above: Above, read: Callable[[Path, Above], ReadPack]) -> ReadPack:
    """The rule set below, read by `read`. Raises Unreadable: at `builds_on`, or with the faults of what lies below."""
    assert written.builds_on is not None
    name = written.builds_on.id
    place = written.place("builds_on", "id")
    chain: Above = (*above, (written.own_id, folder.resolve()))
    found = base_folder(folder, name)
    if name in (each for each, _ in chain) or (found is not None and found.resolve() in (each for _, each in chain)):
        ids = [each for each, _ in chain]
        way = " <- ".join([name, *reversed(ids[ids.index(name) if name in ids else 0 :])])
        raise _refused(Problem("circle", place, f"'{name}' builds on itself: {way}.", "Name another rule set."))
    if found is None:
        message = f"There is no rule set '{name}' beside this one, nor among those that can be found by id."
        raise _refused(
            Problem(
                "unknown-base",
                place,
                message,
                did_you_mean(name, sorted({*known_packs(), *packs_beside(folder)} - {written.own_id})),
            )
        )
    if len(chain) >= MOST_LAYERS:
        message = f"This would be a rule set on {len(chain)} others; at most {MOST_LAYERS} may lie on one another."
        raise _refused(Problem("too-many-layers", place, message, "Join some of them into one."))
    base = read(found, chain)
    if base.pack.head.id != name:
        message = f"The folder '{found}' holds the rule set '{base.pack.head.id}'."
        raise _refused(Problem("other-base", place, message, "Let the folder and its rule set have the same name."))
    return base


def _refused(problem: Problem) -> Unreadable:
    return Unreadable([problem])


def laid_over(own: Layout, base: Layout, leaves_out: LeavesOut) -> Layout:
    """The layout of both together, in the order of the files' names; only faults of the own files are kept."""
    merged = Layout(own.head, problems=own.problems, harmless=own.harmless)
    without = frozenset((*leaves_out.questions, *leaves_out.findings))
    for folder in FOLDERS:
        gone = {file.id for file in own.files[folder]} | set(getattr(leaves_out, FILE_KINDS[folder]))
        merged.files[folder] = _joined(own.files[folder], base.files[folder], gone, without)
    written = {file.id for file in own.files["sources"]}
    for source in sorted({*base.sections, *own.sections}):
        below = base.sections.get(source, [])
        if source in leaves_out.sources and source not in written:
            below = []
        mine = own.sections.get(source, [])
        found = _joined(mine, below, {file.id for file in mine}, without)
        if found:
            merged.sections[source] = found
    return merged


def _joined(
    own: Iterable[PackFile], below: Iterable[PackFile], gone: set[str], without: frozenset[str]
) -> list[PackFile]:
    kept = [file._replace(without=file.without | without) for file in below if file.id not in gone]
    return sorted([*kept, *own], key=lambda file: file.name)


def left_out_faults(written: WrittenHead, own: Layout, base: ReadPack) -> list[Problem]:
    """What `leaves_out` names that is not there, stands there twice, or is written anew as well."""
    found = []
    files = {FILE_KINDS[folder]: [file.id for file in own.files[folder]] for folder in FOLDERS}
    there = _there(base)
    for key in KINDS:
        names = getattr(written.leaves_out, key)
        for index, name in enumerate(names):
            place = written.place("leaves_out", key, index)
            if name in names[:index]:
                message = f"'{name}' is left out a second time."
                found.append(Problem("left-out-twice", place, message, "Remove one."))
            elif name not in there[key]:
                kind = KINDS[key].replace("_", " ")
                message = f"'{base.pack.head.id}' has no {kind} '{name}' that could be left out."
                found.append(Problem("left-out-nothing", place, message, did_you_mean(name, list(there[key]))))
            elif name in files.get(key, ()):
                message = f"'{name}' is left out, but a file here is named for it too."
                hint = "A file takes the place of the one below by itself: remove this line, or the file."
                found.append(Problem("left-out-and-written", place, message, hint))
    return found


def _there(base: ReadPack) -> dict[str, list[str]]:
    """The ids below, by the keys of `leaves_out`."""
    found = {key: list(getattr(base.pack, key)) for key in KINDS if key not in ("sections", "sources", "findings")}
    found["sections"] = [section.section for section in base.pack.sections]
    found["sources"] = [file.id for file in base.layout.files["sources"]] if base.layout else list(base.pack.sources)
    found["findings"] = [f"{source.id}.{each}" for source in base.pack.sources.values() for each in source.findings]
    return found


def built_on(pack: Pack, below: Pack, written_for: str) -> tuple[BuiltOn, ...]:
    """What a rule set builds on, the nearest first, each with what has gone of it since."""
    now = _names(pack)
    lost = [each for each in _names(below) if each not in now]
    nearest = BuiltOn(below.head.id, below.head.version, written_for, tuple(lost))
    return nearest, *(each._replace(gone=(*each.gone, *lost)) for each in below.built_on)


def _names(pack: Pack) -> list[str]:
    """Everything that a council file may name."""
    groups = {each.group: None for each in pack.criteria.values()}
    return [*pack.decisions, *pack.questions, *pack.models, *pack.criteria, *groups]


def moved_base(written: WrittenHead, base: ReadPack) -> list[Problem]:
    """That the rule set below is no longer the version this one was written for."""
    builds_on, head = written.builds_on, base.pack.head
    if builds_on is None or builds_on.version == head.version:
        return []
    message = f"This was written for version {builds_on.version} of '{head.id}', which is now at {head.version}."
    hint = "See what differs ('wizard pack diff' with the earlier one), test, and write the new version here."
    return [Problem("base-moved", written.place("builds_on", "version"), message, hint)]


def head_over(own: OverlayHead, below: PackHead, parts: Parts) -> PackHead:
    """The head of both: each key from the own head where it stands there, else from the one below."""
    given = {
        name: value for name in PackHead.model_fields if name != "renamed" and (value := getattr(own, name)) is not None
    }
    return below.model_copy(update={**given, "renamed": _renamed(own.renamed, below.renamed, parts)})


def _renamed(own: Renamed, below: Renamed, parts: Parts) -> Renamed:
    """Old names from both. One from below leads on to what its name has become, and goes where nothing has it now."""
    options = {question.id: [option.id for option in question.options] for question in parts.questions.values()}
    answers: dict[str, dict[str, str]] = {}
    for question in {**below.answers, **own.answers}:
        now = own.questions.get(question, question)
        earlier = _led_on(below.answers.get(question, {}), own.answers.get(now, {}), options.get(now, ()))
        if now in parts.questions or question in own.answers:
            answers[now] = {**answers.get(now, {}), **earlier, **own.answers.get(question, {})}
    return Renamed(
        questions={**_led_on(below.questions, own.questions, parts.questions), **own.questions},
        models={**_led_on(below.models, own.models, parts.models), **own.models},
        answers={question: table for question, table in answers.items() if table},
    )


def _led_on(below: Mapping[str, str], own: Mapping[str, str], present: Iterable[str]) -> dict[str, str]:
    present = set(present)
    led = {old: own.get(new, new) for old, new in below.items()}
    return {old: new for old, new in led.items() if new in present and old not in present}
