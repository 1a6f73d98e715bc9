"""Reads the files of a rule set, one after the other: every fault of every file is gathered."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel

from wizard.problems import Place, Problem, Unreadable
from wizard.schema.criterion import Criterion
from wizard.schema.decision import Decision
from wizard.schema.measure import Measure
from wizard.schema.operating_model import OperatingModel
from wizard.schema.poor_fit import PoorFit
from wizard.schema.question import Question, QuestionFile
from wizard.schema.risk import Risk
from wizard.schema.source import Source, SourceHead, SourceSection
from wizard.strict_yaml import Mapping, Node, Sequence, check_shape, read_text, tree_of_text

from .heads import WrittenHead, text_at
from .layout import Layout, PackFile
from .parts import ANY, Parts
from .places import Places, place_in
from .usage import citations_in

if TYPE_CHECKING:
    from pathlib import Path

Shaped = TypeVar("Shaped", bound=BaseModel)


class Reading:
    """Reads file after file into `parts`, and gathers `problems`."""

    def __init__(self, folder: Path, layout: Layout, written: WrittenHead) -> None:
        self.layout = layout
        self.parts = Parts(Places(str(folder)))
        self.problems: list[Problem] = [*layout.problems, *written.problems]
        self._texts: dict[str, str] = {}
        if written.text is not None:
            self._texts[layout.head.name] = written.text
        if written.tree is not None:
            self.parts.places.add("pack", "", layout.head.shown, written.tree)

    def read(self, every_source: bool) -> None:
        """Everything but the head."""
        self.read_objects()
        self.read_sources(every_source)

    def read_objects(self) -> None:
        """Everything but the sources."""
        parts = self.parts
        self._read_kind("decisions", "decision", Decision, parts.decisions)
        for file in self.layout.files["questions"]:
            self._read_questions(file)
        self._read_kind("models", "model", OperatingModel, parts.models)
        self._read_kind("criteria", "criterion", Criterion, parts.criteria)
        self._read_kind("poor_fits", "poor_fit", PoorFit, parts.poor_fits)
        self._read_kind("risks", "risk", Risk, parts.risks)
        self._read_kind("measures", "measure", Measure, parts.measures)

    def read_sources(self, every_source: bool) -> None:
        """The sources that something cites, and those they draw on."""
        files = {file.id: file for file in self.layout.files["sources"]}
        self.parts.source_names = tuple(files)
        self._report_orphans(files)
        cited = [citation.partition(".")[0] for _, _, citation in citations_in(self.parts)]
        self._read_closure(cited, files)
        needed = set(self._texts)
        if every_source:
            self._read_closure(files, files)
            # The fingerprint is of what results rest on, whether or not other sources were looked at.
            self._texts = {name: text for name, text in self._texts.items() if name in needed}
        self.parts.sources = dict(sorted(self.parts.sources.items()))

    def fingerprint(self, below: str = "") -> str:
        """SHA-256 over names and texts of the files that count; line ends of Windows do not change it.

        `below` is the fingerprint of the rule set that this one builds on.
        """
        from hashlib import sha256

        digest = sha256(below.encode())
        for name in sorted(self._texts):
            digest.update(f"{name}\n".encode())
            digest.update(self._texts[name].replace("\r\n", "\n").encode())
        return digest.hexdigest()

    def _read_kind(self, folder: str, kind: str, shape: type[Shaped], into: dict[str, Shaped]) -> None:
        for file in self.layout.files[folder]:
            tree = self._tree(file)
            found = None if tree is None else self._shaped(tree, shape, file)
            if tree is None or found is None:
                self.parts.doubtful.add((kind, file.id))
                continue
            self.parts.places.add(kind, file.id, file.shown, tree)
            self._expect_name(found, "id", file, tree)
            into[file.id] = found

    def _read_questions(self, file: PackFile) -> None:
        tree = self._tree(file)
        if tree is None:
            self.parts.doubtful.add(("question", ANY))
            return
        found = self._shaped(tree, QuestionFile, file)
        if found is None:
            placed = [(_index_of(tree, question.id), question) for question in self._sound_questions(tree)]
        else:
            placed = [
                (index, question) for index, question in enumerate(found.questions) if question.id not in file.without
            ]
            if not placed and found.questions:
                # Every question of the section is left out.
                return
            found = found.model_copy(update={"questions": tuple(question for _, question in placed)})
            self._expect_name(found, "section", file, tree)
            if any(section.section == found.section for section in self.parts.sections):
                first = self.parts.places.of("section", found.section, "section")
                place = place_in(file.shown, tree, ("section",))
                message = f"'{found.section}' is already a section: {first}."
                self.problems.append(Problem("id-twice", place, message, "Rename one, or join the two."))
            self.parts.sections.append(found)
        self.parts.places.add("section", file.id, file.shown, tree)
        for index, question in placed:
            self._add_question(question, file, tree, index)

    def _add_question(self, question: Question, file: PackFile, tree: Node, index: int) -> None:
        if question.id in self.parts.questions:
            first = self.parts.places.of("question", question.id, "id")
            place = place_in(file.shown, tree, ("questions", index, "id"))
            self.problems.append(
                Problem("id-twice", place, f"'{question.id}' is already a question: {first}.", "Rename or remove one.")
            )
            return
        self.parts.questions[question.id] = question
        self.parts.places.add("question", question.id, file.shown, tree, ("questions", index))

    def _sound_questions(self, tree: Node) -> list[Question]:
        """The questions of a faulty file that have no fault; the others are remembered as doubtful."""
        items = tree.value_node("questions") if isinstance(tree, Mapping) else None
        if not isinstance(items, Sequence):
            self.parts.doubtful.add(("question", ANY))
            return []
        sound = []
        for item in items.items:
            question, faults = check_shape(item, Question, "")
            if question is not None:
                sound.append(question)
            elif faults:
                self.parts.doubtful.add(("question", text_at(item, "id") or ANY))
        return sound

    def _read_closure(self, wanted: Iterable[str], files: dict[str, PackFile]) -> None:
        waiting = sorted(set(wanted) & set(files))
        while waiting:
            name = waiting.pop(0)
            if name in self.parts.sources or ("source", name) in self.parts.doubtful:
                continue
            drawn_on = self._read_source(files[name])
            if drawn_on in files:
                waiting.append(drawn_on)

    def _read_source(self, file: PackFile) -> str:
        """Reads a source and its sections; returns the id of the source that it draws on, or ""."""
        trees = [(each, self._tree(each)) for each in (file, *self.layout.sections.get(file.id, ()))]
        sound = True
        findings: dict[str, Any] = {}
        head: SourceHead | None = None
        for each, tree in trees:
            shape: Any = Source if each is file else SourceSection
            found = None if tree is None else self._shaped(tree, shape, each)
            if tree is None or found is None:
                sound = False
                self._doubt_findings(file.id, tree)
                continue
            if each is file:
                head = found
                self._expect_name(found, "id", file, tree)
                self.parts.places.add("source", file.id, file.shown, tree)
            self._add_findings(file.id, each, tree, found.findings, findings)
        if head is None or not sound:
            self.parts.doubtful.add(("source", file.id))
            for name in findings:
                self.parts.doubtful.add(("finding", f"{file.id}.{name}"))
            return ""
        # The class is frozen; a copy with all findings stands for the source from here on.
        self.parts.sources[file.id] = head.model_copy(update={"findings": findings})  # type: ignore[assignment]
        return head.draws_on or ""

    def _add_findings(self, source: str, file: PackFile, tree: Node, new: dict[str, Any], into: dict[str, Any]) -> None:
        for name, finding in new.items():
            if f"{source}.{name}" in file.without:
                continue
            if name in into:
                first = self.parts.places.of("finding", f"{source}.{name}", key=True)
                place = place_in(file.shown, tree, ("findings", name), key=True)
                message = f"'{name}' is already a finding of '{source}': {first}."
                self.problems.append(Problem("id-twice", place, message, "Rename or remove one."))
                continue
            into[name] = finding
            self.parts.places.add("finding", f"{source}.{name}", file.shown, tree, ("findings", name))

    def _doubt_findings(self, source: str, tree: Node | None) -> None:
        findings = tree.value_node("findings") if isinstance(tree, Mapping) else None
        names = list(findings.entries) if isinstance(findings, Mapping) else [ANY]
        self.parts.doubtful.update(("finding", f"{source}.{name}") for name in names)

    def _report_orphans(self, files: dict[str, PackFile]) -> None:
        for source, sections in self.layout.sections.items():
            if source not in files and sections:
                place = Place(sections[0].shown)
                message = f"There is no source '{source}' for the findings in this folder."
                self.problems.append(Problem("stray-file", place, message, f"Add 'sources/{source}.yaml'."))

    def _tree(self, file: PackFile) -> Node | None:
        try:
            text = read_text(file.path, file.shown)
            self._texts[file.name] = text
            return tree_of_text(text, file.shown)
        except Unreadable as fault:
            self.problems.extend(fault.problems)
            return None

    def _shaped(self, tree: Node, shape: type[Shaped], file: PackFile) -> Shaped | None:
        found, problems = check_shape(tree, shape, file.shown)
        self.problems.extend(problems)
        return found

    def _expect_name(self, found: BaseModel, key: str, file: PackFile, tree: Node) -> None:
        written = getattr(found, key)
        if written != file.id:
            place = place_in(file.shown, tree, (key,))
            message = f"The file is named for '{file.id}', but its {key} is '{written}'."
            self.problems.append(Problem("file-name", place, message, "Let the two be the same."))


def _index_of(tree: Node, question: str) -> int:
    items = tree.value_node("questions") if isinstance(tree, Mapping) else None
    ids = [text_at(item, "id") for item in items.items] if isinstance(items, Sequence) else []
    return ids.index(question) if question in ids else 0
