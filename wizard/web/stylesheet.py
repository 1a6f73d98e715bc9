"""The one style sheet: that of the report, and what forms need beside it."""

from __future__ import annotations

from hashlib import sha256

from wizard.report.formats.html_style import style_with

FORMS = """
.top { border-bottom: 2px solid var(--main); padding-bottom: .4rem; } .name { font-weight: 600; margin: .2em 0; }
.menu ul { list-style: none; margin: .3em 0 0; padding: 0; display: flex; flex-wrap: wrap; gap: .1em 1.1em; }
.menu a, .pages a { display: inline-block; padding: .35em 0; }
[aria-current] { font-weight: 700; text-decoration-thickness: .18em; }
.pages ol { columns: auto; list-style: none; margin: .6em 0; padding: 0; display: flex; flex-wrap: wrap;
  gap: .1em 1.1em; }
h1 { overflow-wrap: anywhere; } h1[tabindex]:focus-visible, main[tabindex]:focus-visible { outline: none; }
.errors:focus-visible { outline: 3px solid var(--main); outline-offset: 4px; }
fieldset { border: 0; margin: 0 0 1em; padding: 0; min-width: 0; } legend { padding: 0; }
legend.sub { font-weight: 600; margin: .8em 0 .3em; } label { cursor: pointer; }
.choice { display: flex; align-items: flex-start; gap: .7em; padding: .45em 0; }
.choice input { width: 1.5rem; height: 1.5rem; margin: 0; flex: none; accent-color: var(--main); }
.choice label, .choice > div { flex: 1; overflow-wrap: anywhere; } .choice .hint { margin: 0; }
.field { margin: .8em 0; } .field > label { display: block; font-weight: 600; }
input[type="file"] { font: inherit; color: inherit; max-width: 100%; }
input[type="text"], textarea, select { font: inherit; color: inherit; background: var(--paper);
  border: 2px solid var(--ink); padding: .4em .5em; width: 100%; max-width: 32rem; }
input.short { max-width: 16rem; } textarea { min-height: 5em; }
input:focus-visible, textarea:focus-visible, select:focus-visible, button:focus-visible, summary:focus-visible {
  outline: 3px solid var(--main); outline-offset: 2px; }
.hint, .position, .quiet-words { color: var(--quiet); } .hint { margin: .2em 0 .5em; }
button { font: inherit; font-weight: 600; padding: .5em 1.1em; margin: .3em .6em .3em 0; cursor: pointer;
  color: var(--paper); background: var(--main); border: 2px solid var(--main); }
button.quiet { color: var(--main); background: var(--paper); }
a.next { display: inline-block; font-weight: 600; padding: .5em 1.1em; color: var(--paper); background: var(--main);
  text-decoration: none; }
.buttons { margin-top: 1.4em; } .inline { display: inline; }
.said, .errors { border: 3px solid var(--main); padding: .3em 1em; margin: 1em 0; }
.errors { border-color: var(--wrong); } .errors a, .wrong { color: var(--wrong); font-weight: 600; }
.errors-title { font-weight: 700; font-size: 1.12rem; } .wrong { margin: .2em 0; }
.has-error { border-left: 4px solid var(--wrong); padding-left: .8em; }
:root { --wrong: #a3190f; } details { margin: .8em 0; } details > :not(summary) { margin-left: 1em; }
.answers { margin: 1em 0; padding: 0; } .answers > div { border-bottom: 1px solid var(--rule); padding: .5em 0; }
.answers dt { font-weight: 600; } .answers dd { margin: .15em 0; }
.list { list-style: none; padding: 0; } .list > li { padding: .45em 0; border-bottom: 1px solid var(--rule); }
p, li, dd, dt, td, th { overflow-wrap: break-word; }
@media screen and (prefers-color-scheme: dark) { :root { --wrong: #ff9d92; } }
@media (max-width: 30rem) { body { padding: .6rem .8rem 3rem; } h1 { font-size: 1.4rem; } .buttons button, a.next {
  width: 100%; text-align: center; } }
@media print { form .buttons, .menu, .pages, button, .next, .said { display: none; } }
"""

WORKSHOP = """
.large { font-size: 2rem; font-weight: 700; margin: .3em 0; overflow-wrap: anywhere; }
select.short { max-width: 16rem; }
legend:has(h2) { width: 100%; } legend h2 { margin-top: 1.2em; } fieldset > details { margin-top: .4em; }
.projector { max-width: none; padding: 2vw 4vw; font-size: clamp(1.4rem, 2.6vw, 4rem); line-height: 1.35; }
.projector h1 { font-size: 1.5em; } .projector h2 { font-size: 1.2em; margin-top: 1em; }
.projector h3, .projector h4 { font-size: 1.05em; } .projector table { font-size: .8em; }
.projector .code { font-size: 2.4em; overflow-wrap: anywhere; }
.projector .count { font-size: 1.6em; font-weight: 700; }
.projector .spread { list-style: none; padding: 0; } .projector .figure { font-size: 1.4em; }
.projector .name, .projector .small, .projector footer, .projector li > .who, .projector ul.notes { font-size: .55em; }
.projector .small { color: var(--quiet); margin-top: 2em; }
@media (min-width: 60rem) { .projector .name, .projector .small, .projector footer, .projector li > .who,
  .projector ul.notes { font-size: max(1.5rem, .55em); } }
@media (min-width: 60rem) and (min-height: 35rem) { .projector h1 { position: sticky; top: 0; padding: .2em 0;
  background: var(--paper); z-index: 1; } }
"""
"""Of a room's pages: what must be read from afar is large, and still flows anew in a narrow window.

The heading of a projector's page stays in sight: where it was out of sight, the browser would go back to it each time
the page is loaded anew, away from what the room is reading.
"""

SHEET = style_with("") + FORMS + WORKSHOP
PATH = f"/style-{sha256(SHEET.encode()).hexdigest()[:12]}.css"
"""Under a name that changes with it, so that it may be kept by browsers."""
