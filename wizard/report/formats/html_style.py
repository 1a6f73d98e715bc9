"""How a web page looks: on a screen, in the dark, on a phone and on paper. Every text keeps a contrast of 4.5 to 1."""

from __future__ import annotations

STYLE = """
:root { --ink: #1b1f24; --quiet: #4c5560; --paper: #fff; --main: #1f4e79; --pale: #c9d6e4; --rule: #8a94a0;
  --wash: #f1f4f8; --todo: #fff8e1; --band-1: #eef2f6; --band-2: #d9e2ec; --band-3: #c3d0de; color-scheme: light dark; }
@media screen and (prefers-color-scheme: dark) {
  :root { --ink: #e8eaed; --quiet: #b4bcc6; --paper: #14181d; --main: #8ab8e6; --pale: #35506b; --rule: #77818d;
    --wash: #1d232b; --todo: #2b2613; --band-1: #1f262e; --band-2: #2a3540; --band-3: #384756; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem 1.25rem 4rem; max-width: 50rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", "Liberation Sans", Arial, sans-serif; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.4em 0 .5em; break-after: avoid; }
h1 { font-size: 1.75rem; margin-top: .6em; } h2 { font-size: 1.35rem; border-bottom: 2px solid var(--main);
  padding-bottom: .2em; margin-top: 2em; } h3 { font-size: 1.12rem; } h4, h5, h6 { font-size: 1rem; }
p, ul, ol { margin: .6em 0; } p, li { orphans: 2; widows: 2; } .aside { color: var(--quiet); }
a { color: var(--main); } a:focus-visible, [tabindex]:focus-visible {
  outline: 3px solid var(--main); outline-offset: 2px; }
.skip { position: absolute; left: -999rem; } .skip:focus { position: static; }
.mark { border: 2px solid var(--ink); padding: .4em .7em; font-weight: 600; }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }
nav ol { columns: 2; column-gap: 2rem; padding-left: 1.4rem; } nav li { break-inside: avoid; margin: .1em 0; }
ul.signed { list-style: none; padding-left: 1.6em; } ul.signed > li { position: relative; margin: .45em 0; }
.sign { position: absolute; left: -1.5em; width: 1.2em; text-align: center; font-weight: 700; }
li > .who { color: var(--quiet); font-size: .9em; } ul.notes { font-size: .9em; color: var(--quiet); margin: .2em 0; }
.scroll { overflow-x: auto; margin: 1em 0; }
table { border-collapse: collapse; width: 100%; font-size: .93rem; } caption { text-align: left; font-weight: 600;
  padding: .3em 0; } th, td { text-align: left; vertical-align: top; padding: .35em .6em .35em 0;
  border-bottom: 1px solid var(--rule); } thead th, thead td { border-bottom: 2px solid var(--main); }
tbody th { font-weight: 400; } summary { cursor: pointer; color: var(--main); }
p:has(+ ul), p:has(+ ol) { break-after: avoid; }
.figures { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
tr, li, .todo, section:has(> .ticks) { break-inside: avoid; } thead { display: table-header-group; }
figure { margin: 1.4em 0; padding: .8em 0 0; border-top: 1px solid var(--rule); }
figcaption { font-weight: 600; break-after: avoid; } figure svg { display: block;  max-width: 100%; height: auto;
  margin: .6em 0; break-inside: avoid; }
.todo { background: var(--todo); border: 1px dashed var(--ink); padding: .5em .8em; margin: .8em 0; }
.page-break { break-before: page; }
svg .c-ink { fill: var(--ink); } svg .c-quiet { fill: var(--quiet); } svg .c-paper { fill: var(--paper); }
svg .c-main { fill: var(--main); } svg .c-pale { fill: var(--pale); } svg .c-edge { stroke: var(--main); }
svg .c-line-ink { stroke: var(--ink); } svg .c-line-quiet { stroke: var(--quiet); }
svg .c-band-0 { fill: var(--paper); } svg .c-band-1 { fill: var(--band-1); }
svg .c-band-2 { fill: var(--band-2); } svg .c-band-3 { fill: var(--band-3); }
footer { margin-top: 3em; color: var(--quiet); font-size: .9em; border-top: 1px solid var(--rule); }
@media (max-width: 36rem) { nav ol { columns: 1; } }
@page { size: A4; margin: 16mm 17mm 18mm; @bottom-right { content: counter(page); font: 9pt Arial, sans-serif; }
  @bottom-left { content: MARK; font: 9pt Arial, sans-serif; } }
@media print { body { max-width: none; padding: 0; font-size: 10pt; line-height: 1.4; }
  details { display: none; } .skip, nav { display: none; }
  .scroll { overflow: visible; } a { color: inherit; text-decoration: none; } h1 { font-size: 1.45rem; margin: .4em 0; }
  h2 { font-size: 1.2rem; margin-top: 1.2em; } p, ul, ol { margin: .45em 0; } ul.signed > li { margin: .25em 0; }
  table { font-size: 8.5pt; } }
"""


def style_with(mark: str) -> str:
    """The style sheet; `mark` stands at the foot of each printed page."""
    safe = "".join(char if char.isalnum() or char in " .,:;-()" else " " for char in mark)
    return STYLE.replace("MARK", f'"{safe}"')
