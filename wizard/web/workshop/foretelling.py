"""A case study's sheet: what the evidence points to, with a few reasons, and what one would watch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.schema.workshop import Foretold
from wizard.session.change import NotTaken
from wizard.session.giving import some_words
from wizard.web.fields import Option, choices, group
from wizard.web.markup import Html, joined, tag
from wizard.workshop.sound import MOST_REASONS, MOST_RISKS
from wizard.workshop.training.offered import YOU, offered

from .saying import fault_words
from .sheet_pages import Said, Taken, words_field

if TYPE_CHECKING:
    from wizard.schema.workshop import Sheet
    from wizard.web.exchange import Form
    from wizard.workshop.training.offered import ModelOffered
    from wizard.workshop.workshop import Workshop

    from .sheet_pages import Faults

MODEL, REASON, WORDS, RISK = "model", "reason", "words", "risk"
LEAVE_OUT = Option("", "Leave it out: we foretell nothing here")
OWN_WORDS = "What else speaks for your answer, in your own words?"


class ForetoldPage:
    """One decision: a model, at most three reasons, own words."""

    def __init__(self, workshop: Workshop, decision: str) -> None:
        self.id, self._decision = f"foretell-{decision}", decision
        self._offered = next(each for each in offered(workshop).decisions if each.decision.id == decision)
        self.title = self._offered.decision.title

    def fields(self, sheet: Sheet, sent: Form | None, faults: Faults) -> Html:
        """Buttons for the models, boxes for the reasons, a field for words."""
        stands = sheet.foretold.get(self._decision)
        model = stands.model if stands else ""
        chosen, words = (stands.reasons, stands.words or "") if stands else ((), "")
        if sent is not None:
            model, chosen, words = sent.one(MODEL), tuple(sent.every(REASON)), sent.one(WORDS)
        models = [*(_model_option(each) for each in self._offered.models), LEAVE_OUT]
        reasons = [Option(each.id, each.says, f"Speaks {each.sides}.") for each in self._offered.reasons]
        started = [model] if model or sent is not None else []
        most = f"At most {MOST_REASONS}. Whether each holds here is for you to say. {YOU}"
        return joined(
            (
                group(
                    tag("h2", "Which does the evidence point to?"),
                    choices(MODEL, MODEL, models, started),
                    id=MODEL,
                    hint="On what was known then, not on what you may know of the place since.",
                    fault=faults.get(f"{MODEL}-0", ""),
                ),
                group(
                    tag("h2", "Which reasons decide it?"),
                    choices(REASON, REASON, reasons, chosen, "checkbox"),
                    id=REASON,
                    hint=most,
                    fault=faults.get(f"{REASON}-0", ""),
                ),
                words_field(WORDS, OWN_WORDS, words, "It may stay empty.", faults.get(WORDS, "")),
            )
        )

    def taken(self, sheet: Sheet, sent: Form) -> Taken:
        """What was foretold, with as much of it as can be taken."""
        model, faults = sent.one(MODEL), {}
        known = {each.id for each in self._offered.reasons}
        reasons = tuple(each for each in dict.fromkeys(sent.every(REASON)) if each in known)
        try:
            words = some_words(sent.one(WORDS))
        except NotTaken as fault:
            stood = sheet.foretold.get(self._decision)
            words, faults[WORDS] = stood.words if stood else None, fault_words(fault)
        if model not in {each.id for each in self._offered.models}:
            if reasons or words or model:
                faults[f"{MODEL}-0"] = "Choose one of these: reasons without it cannot be kept."
            others = {each: found for each, found in sheet.foretold.items() if each != self._decision}
            return Taken(sheet.model_copy(update={"foretold": others}), faults)
        if len(reasons) > MOST_REASONS:
            words_said = f"You ticked {len(reasons)}. Keep the {MOST_REASONS} that weigh most."
            faults[f"{REASON}-0"] = words_said
            reasons = ()
        found = Foretold(model=model, reasons=reasons, words=words)
        return Taken(sheet.model_copy(update={"foretold": {**sheet.foretold, self._decision: found}}), faults)

    def said(self, sheet: Sheet) -> tuple[Said, ...]:
        """The model, the reasons and the words."""
        found = sheet.foretold.get(self._decision)
        if found is None:
            return (Said("Which does the evidence point to?", "Left out"),)
        titles = {each.id: each.title for each in self._offered.models}
        reasons = {each.id: each.says for each in self._offered.reasons}
        return (
            Said("Which does the evidence point to?", titles.get(found.model, found.model)),
            Said("Which reasons decide it?", " ".join(reasons.get(each, each) for each in found.reasons) or "None"),
            Said(OWN_WORDS, found.words or "Nothing"),
        )


class RisksPage:
    """At most five risks."""

    id, title = "risks", "What could go wrong?"

    def __init__(self, workshop: Workshop) -> None:
        self._offered = offered(workshop).risks

    def fields(self, sheet: Sheet, sent: Form | None, faults: Faults) -> Html:
        """Boxes for the risks."""
        chosen = sheet.risks if sent is None else tuple(sent.every(RISK))
        options = [Option(each.id, each.title, each.says) for each in self._offered]
        return group(
            tag("h2", "Which would you watch first?"),
            choices(RISK, RISK, options, chosen, "checkbox"),
            id=RISK,
            hint=f"At most {MOST_RISKS}. Not all of these arise here.",
            fault=faults.get(f"{RISK}-0", ""),
        )

    def taken(self, sheet: Sheet, sent: Form) -> Taken:
        """The risks that were ticked, unless there are too many."""
        known = {each.id for each in self._offered}
        risks = tuple(each for each in dict.fromkeys(sent.every(RISK)) if each in known)
        if len(risks) > MOST_RISKS:
            words = f"You ticked {len(risks)}. Keep the {MOST_RISKS} that you would watch first."
            return Taken(sheet, {f"{RISK}-0": words})
        return Taken(sheet.model_copy(update={"risks": risks}), {})

    def said(self, sheet: Sheet) -> tuple[Said, ...]:
        """The risks."""
        titles = {each.id: each.title for each in self._offered}
        named = "; ".join(titles.get(each, each) for each in sheet.risks)
        return (Said("Which would you watch first?", named or "None"),)


def _model_option(model: ModelOffered) -> Option:
    why = f" Not open here: {model.why_not}" if model.openness == "not_open" and model.why_not else ""
    return Option(model.id, model.title, f"{model.says}{why}")
