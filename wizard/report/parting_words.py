"""Where the evidence and a place part company, in words: which reasons drive it, and whose findings those are."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from .document import Item, Items, Paragraph, Section
from .evidence_words import OWN_JUDGEMENT, said_by
from .figures import counted, hundredths, hundredths_that_add_up, points_words, sentence, whole

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wizard.proof.consistency import Consistency, PlaceTried
    from wizard.proof.driving import Driver, Parting, PartingKind
    from wizard.schema.pack import Pack

    Parted = Sequence[tuple[PlaceTried, Parting]]
    Key = tuple[str, str]

MOST_DRIVERS = 3
"""For each place; a page that lists everything is read by nobody, and JSON has them all."""

PARTING_TITLES: dict[PartingKind, str] = {
    "differed": "Differed: the verdict names another model",
    "first_so_far": "No verdict for one model, but another comes first so far",
    "only_one_open": "Only another model was open",
}
"""In the order in which they are shown."""

HOW_TO_READ = (
    "For each place, what the weightiest reasons add to the lead over what it did, in points of the total. "
    "Reasons the other way take some off again, so one reason can add more than the whole lead. "
    "Each reason stands once with its findings, the commonest first; for a place its own findings are left out."
)


def partings_section(found: Consistency, decision: str) -> tuple[Section, ...]:
    """What drives each difference on a decision, by how the two part; none where they never do."""
    parted = [(place, each.parting) for place, each in found.compared(decision) if each.parting is not None]
    if not parted:
        return ()
    numbered = _numbered(parted)
    listed = tuple(_reason_item(found.pack, each, len(parted)) for each in numbered.values())
    reasons = (Paragraph(HOW_TO_READ), Items(listed)) if listed else ()
    sections = tuple(
        Section(title, (Items(tuple(_place_item(found.pack, place, each, numbered) for place, each in alike)),))
        for kind, title in PARTING_TITLES.items()
        if (alike := [each for each in parted if each[1].kind == kind])
    )
    return (Section("What drives the differences", (*reasons, *sections)),)


def parting_words(pack: Pack, each: Parting) -> str:
    """'two directors before one director for both by 2.4 points (...)', or why no total decided."""
    first, did = pack.models[each.first].name, pack.models[each.did].name
    why = f" ({each.why_not.rstrip('.')})" if each.why_not else ""
    if each.kind == "only_one_open":
        return f"by the rules only {first} was open, so no reason decided{why}"
    lead = points_words(abs(each.lead))
    if each.did_openness in ("not_open", "off_the_table"):
        stands = "before" if each.lead > 0 else "behind"
        return f"by the rules {did} was not open{why}; {first} stands {lead} {stands} it"
    doubt = "; whether that was open is not known" if each.did_openness == "not_known" else ""
    adds, takes = (part.lstrip("+-") for part in hundredths_that_add_up([each.speaks_for, -each.speaks_against]))
    against = f", {counted(each.others, 'reason')} the other way take off {takes}" if each.others else ""
    return f"{first} before {did} by {hundredths(each.lead).lstrip('+')} points (reasons add {adds}{against}){doubt}"


def driver_words(driver: Driver) -> str:
    """'+1.67, 70 in 100 of the lead: Moving costs money. (partly a judgement; not known yet, counted by its chance)'"""
    remarks = ["partly a judgement" if driver.findings else "a judgement"] if driver.is_judgement else []
    remarks += ["not known yet, counted by its chance"] if driver.undecided else []
    said = f" ({'; '.join(remarks)})" if remarks else ""
    return f"{hundredths(driver.adds)}{_share_words(driver.share)}: {sentence(driver.because)}{said}"


class _Shared(NamedTuple):
    """A reason as it stands in the list: its number, in how many places it is among the weightiest, its findings."""

    number: int
    driver: Driver
    places: int
    supported_by: tuple[str, ...]
    disputed_by: tuple[str, ...]


def _numbered(parted: Parted) -> Mapping[Key, _Shared]:
    """The reasons among the weightiest of some place, the commonest first."""
    drivers: dict[Key, list[Driver]] = {}
    for _, each in parted:
        for driver in each.drivers[:MOST_DRIVERS]:
            drivers.setdefault((driver.criterion, driver.argument), []).append(driver)
    ordered = sorted(drivers.items(), key=lambda entry: -len(entry[1]))
    return {
        key: _Shared(
            number,
            found[0],
            len(found),
            tuple(dict.fromkeys(finding.citation for each in found for finding in each.findings)),
            tuple(dict.fromkeys(finding.citation for each in found for finding in each.disputed_by)),
        )
        for number, (key, found) in enumerate(ordered, start=1)
    }


def _reason_item(pack: Pack, shared: _Shared, places: int) -> Item:
    notes = [said_by(pack, shared.supported_by) or OWN_JUDGEMENT]
    notes += [f"disputed by {said_by(pack, shared.disputed_by)}"] if shared.disputed_by else []
    notes += [f"a judgement: {shared.driver.judgement}"] if shared.driver.judgement else []
    among = f"in {shared.places} of {counted(places, 'place')}"
    return Item(sentence(shared.driver.because), "numbered", among, tuple(notes))


def _place_item(pack: Pack, place: PlaceTried, each: Parting, numbered: Mapping[Key, _Shared]) -> Item:
    notes = [
        f"reason {numbered[driver.criterion, driver.argument].number}: {driver_words(driver)}"
        for driver in each.drivers[:MOST_DRIVERS]
    ]
    rest = each.drivers[MOST_DRIVERS:]
    if rest:
        adds = hundredths(sum((driver.adds for driver in rest), Fraction(0)))
        notes.append(f"and {counted(len(rest), 'more reason')} of no more weight, together {adds}")
    return Item(f"{place.title}: {sentence(parting_words(pack, each))}", notes=tuple(notes))


def _share_words(share: Fraction | None) -> str:
    if share is None:
        return ""
    return f", {whole(share * 100)} in 100 of the lead" if share <= 1 else ", more than the whole lead"
