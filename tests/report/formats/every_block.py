"""A document with every kind of block in it, and texts that would do harm where they were taken for markup."""

from __future__ import annotations

from hypothesis import strategies as st

from wizard.report.charts import Share, SharesChart
from wizard.report.document import (
    Block,
    Column,
    Document,
    Figure,
    Item,
    Items,
    PageBreak,
    Paragraph,
    Placeholder,
    Section,
    Table,
)

WICKED = "#panic() $x$ *star* _under_ [a](b) `code` \\ </w:p> <w:p/> &amp; {{title}} {{body}} \"two\" 'one' // ]]>"

CHART = SharesChart((Share("One", 0.7, "70 of 100", True), Share(WICKED, 0.3, "30 of 100")))

EVERY_BLOCK = Document(
    f"A title {WICKED}",
    "an aside",
    (
        Table((Column("Heading"), Column("Entry")), (("Report to", "to be completed"),), caption="About it"),
        Section(
            f"First {WICKED}",
            (
                Paragraph(f"Some words {WICKED} strong ones.", strong=("strong ones",)),
                Items((Item(WICKED, "for", WICKED, (WICKED,)), Item("no", "against"), Item("who knows", "not_known"))),
                Items((Item("there", "met"), Item("plain"))),
                Items((Item("one", "numbered"), Item("two", "numbered"))),
                Items((Item("uno", "numbered"), Item("due", "numbered"))),
                Table((Column("a"), Column("b", figures=True), Column("empty")), ((WICKED, "1", ""), ("x", "2", ""))),
                Section("Deeper", (Placeholder("say what it costs", "the finance officer"),)),
            ),
        ),
        PageBreak(),
        Section(
            "Second",
            (Figure("A chart", f"It shows {WICKED}.", CHART, Table((Column("Model"),), (("One",), ("Two",)))),),
        ),
        Section("Third", (Table((Column("c"),), (("last",),), caption="The last"),)),
        Section("Fourth", ()),
    ),
    "Exempt: not for publication",
)

SNIPPETS = (
    "#panic()",
    "#import sys: *",
    '#read("/etc/hosts")',
    "$ x^2 $",
    "*b*",
    "_i_",
    "`raw`",
    "<label>",
    "@ref",
    "\\",
    "]",
    "[",
    "//",
    "/*",
    "= h",
    "-- ---",
    "{{body}}",
    "{{title}}",
    "</w:t>",
    "<!--",
    "&#38;",
    "&lt;",
    "]]>",
    "漢字",
    "\U0001f600",
    "\u202e",
    "\u200b",
    "\x00",
    "\x1b[31m",
    "\ud800",
    "\ufffe",
    "e\u0301",
    "\n\n",
    "\t",
    "long" * 70,
)

nasty_texts = st.one_of(
    st.lists(st.sampled_from(SNIPPETS), max_size=5).map(" ".join),
    st.lists(st.sampled_from(SNIPPETS), max_size=5).map("".join),
    st.text(st.characters(), max_size=40),
)
"""Any text at all, and oftener those that mean something to a format."""


def everywhere(text: str) -> Document:
    """A document that has a text in every place that takes one."""
    chart = SharesChart((Share(text, 0.5, text, True),))
    blocks: tuple[Block, ...] = (
        Paragraph(text, (text,)),
        Items((Item(text, "for", text, (text,)), Item(text, "numbered"))),
        Table((Column(text), Column("figures", figures=True)), ((text, "1"), ("kept", text)), caption=text),
        Figure(text, text, chart, Table((Column(text),), (("kept",), (text,)))),
        Placeholder(text, text),
    )
    return Document(text, text, (Section(text, blocks), PageBreak(), Section("End", ())), text)
