"""What stands beside a total says whose it is."""

from __future__ import annotations

from wizard.report.design_sections import mitigation_words
from wizard.schema.risk import Mitigation


def test_our_own_advice_is_not_passed_off_as_a_report_s() -> None:
    """A mitigation that rests on no finding is marked; one that does stands as it is."""
    assert mitigation_words(Mitigation(do="Pay the tier below.", supported_by=("a.b",))) == "Pay the tier below"
    assert mitigation_words(Mitigation(do="Meet.", judgement="Our advice.")) == "Meet [our advice]"
