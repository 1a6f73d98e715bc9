"""Background papers, and the annex of evidence: every finding that the report cites, and where to find it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.document import Column, Item, Items, Paragraph, Section, Table
from wizard.report.evidence_words import voice_words
from wizard.report.figures import counted, sentence

if TYPE_CHECKING:
    from .paper import Paper

BACKGROUND, EVIDENCE = "Background papers", "Annex A: evidence"


def background(paper: Paper) -> Section:
    """The reports that are cited."""
    sources = [paper.subject.pack.sources[each] for each in paper.citing.sources()]
    if not sources:
        return Section(BACKGROUND, (Paragraph("No report is cited."),))
    items = tuple(Item(f"{each.title}. {each.publisher}, {each.date} ({each.kind}).") for each in sources)
    return Section(BACKGROUND, (Items(items),))


def evidence(paper: Paper) -> Section:
    """Every finding cited, by its number; made last, since numbers are given as the report is written."""
    pack, cited = paper.subject.pack, paper.citing.cited
    if not cited:
        return Section(EVIDENCE, (Paragraph("Nothing is cited."),))
    rows = []
    for number, citation in enumerate(cited, start=1):
        finding, source = pack.finding(citation), pack.sources[citation.partition(".")[0]]
        rows.append(
            (
                str(number),
                sentence(finding.says),
                voice_words(finding),
                f"{source.short}, {finding.where}",
                f"“{finding.phrase}”",
            )
        )
    columns = (
        Column("No."),
        Column("What it says"),
        Column("Who says it"),
        Column("Report and section"),
        Column("Words to find it by"),
    )
    opening = Paragraph(
        f"{sentence(counted(len(cited), 'finding')).rstrip('.')}, in the rule set's own words; the words to find it by "
        "stand exactly so in the report."
    )
    return Section(EVIDENCE, (opening, Table(columns, tuple(rows), wide=True)))
