"""What a person says about priorities on the command line, understood: which decision, which groups, how much."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .naming import meant, suggestion
from .usage import Misused

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Mapping

    from wizard.council_file import PackView
    from wizard.proof.setting_priorities import NewPriorities, SaidBy, When
    from wizard.schema.council import CouncilFile
    from wizard.schema.pack import Pack

SPOKEN = (
    ("--prefer", "A,B", "A matters more than B; may be given several times"),
    ("--cannot-say", "A,B", "nobody can say which of the two matters more; may be given several times"),
    (
        "--swing",
        "A=100,B=60,...",
        "points for how much the step from worst to best matters in each, usually 100 at most",
    ),
    ("--rank", "A,B=C,...", "an order of all of them, what matters most first; '=' joins what matters the same"),
    ("--weight", "A=30,...", "weights in 100; the others share what is left"),
)
"""The ways of saying it: option, how it is written, what it does."""


def spoken_in(args: argparse.Namespace) -> list[str]:
    """The options that say something, in the order of `SPOKEN`."""
    return [option for option, _, _ in SPOKEN if _value(args, option) is not None]


def refuse_unready(args: argparse.Namespace) -> None:
    """Raises Misused for options that do not go together, and for saving without what has to be recorded."""
    spoken = spoken_in(args)
    ways = [option for option in spoken if option not in ("--prefer", "--cannot-say")]
    if len(ways) > 1 or (ways and len(spoken) > 1):
        raise Misused(f"{' and '.join(spoken)} cannot be said together: say one, save it, then the other.")
    about = {"--set-by": args.set_by, "--why": args.why, "--save": args.save}
    about |= {"--before-result": args.before_result, "--after-result": args.after_result}
    idle = [option for option, value in about.items() if value]
    if not spoken and idle:
        raise Misused(
            f"{', '.join(idle)}: nothing is said that could be set. Add --prefer, --swing, --rank or --weight."
        )
    for option in ("--prefer", "--cannot-say"):
        for pair in _value(args, option) or ():
            if len(_listed(option, pair)) != 2:
                raise Misused(f"{option}: '{pair}' should be two groups with a comma between them, such as A,B.")
    for option, words in (("--set-by", args.set_by), ("--why", args.why)):
        if words is not None and not words.strip():
            raise Misused(f"{option} is empty.")
    if args.save:
        _refuse_saving(args, spoken)


def _refuse_saving(args: argparse.Namespace, spoken: list[str]) -> None:
    if not (args.before_result or args.after_result):
        raise Misused(
            "Say whether this was set --before-result or --after-result: had whoever says it seen a result, here or "
            "anywhere? The council file records it, and it cannot be guessed."
        )
    missing = ["--set-by ROLE"] if args.set_by is None else []
    missing += ["--why TEXT"] if args.why is None and spoken != ["--cannot-say"] else []
    if missing:
        raise Misused(f"To save it, add {' and '.join(missing)}: the council file records whose view it is, and why.")
    if not Path(args.file).exists():
        raise Misused(
            f"'{args.file}' is not in this folder; what ships with the program is not written to. Copy it first."
        )


def said_in(args: argparse.Namespace, file: CouncilFile, pack: Pack, view: PackView) -> tuple[str, NewPriorities]:
    """The decision that is meant and the file as it would be. Raises Misused."""
    from wizard.engine.eliciting import NotWeights
    from wizard.proof.setting_priorities import SaidBy

    when: When | None = "before_result" if args.before_result else "after_result" if args.after_result else None
    by = SaidBy(args.set_by and args.set_by.strip(), when, args.why and args.why.strip())
    decision = _decision(args, pack, view)
    try:
        return decision, _new(args, file, decision, _Naming(pack, view.weighable[decision]), by)
    except NotWeights as refused:
        raise Misused(f"{' '.join(spoken_in(args))}: {refused.message} {refused.hint}") from None


def _new(args: argparse.Namespace, file: CouncilFile, decision: str, naming: _Naming, by: SaidBy) -> NewPriorities:
    from wizard.proof import setting_priorities as setting

    weighable = naming.weighable
    if args.swing is not None:
        return setting.with_swings(file, decision, weighable, naming.numbers("--swing", args.swing), by)
    if args.weight is not None:
        return setting.with_stated(file, decision, weighable, naming.numbers("--weight", args.weight), by)
    if args.rank is not None:
        order = [[naming.id(each) for each in tier.split("=")] for tier in _listed("--rank", args.rank)]
        return setting.with_ranks(file, decision, weighable, order, by)
    compared = [
        setting.Compared(*naming.two(option, pair), option == "--prefer")
        for option in ("--prefer", "--cannot-say")
        for pair in _value(args, option) or ()
    ]
    return setting.with_trade_offs(file, decision, weighable, compared, by)


class _Naming:
    """The groups and criteria of a decision as a person may name them: by id, or by title where it has no comma."""

    def __init__(self, pack: Pack, weighable: Mapping[str, str | None]) -> None:
        self.weighable = weighable
        groups = {each.id: each.title for each in pack.head.groups}
        self._ids: dict[str, str] = {each.replace("_", " "): each for each in weighable}
        # What comes later counts: an id before a title, a group before a criterion of the same title.
        for each in sorted(weighable, key=lambda each: weighable[each] is None):
            title = groups.get(each, each) if weighable[each] is None else pack.criteria[each].title
            self._ids[title.casefold()] = each
        self._ids.update({each: each for each in weighable})

    def id(self, written: str) -> str:
        """The id that is meant, or the word itself where none is: what comes after says what is wrong with it."""
        return self._ids.get(" ".join(written.split()).casefold(), written.strip())

    def numbers(self, option: str, written: str) -> list[tuple[str, str]]:
        """'a=1,b=2' as pairs. Raises Misused."""
        pairs = [part.partition("=") for part in _listed(option, written)]
        for name, equals, number in pairs:
            if not equals or not number.strip():
                raise Misused(
                    f"{option}: '{name.strip()}' has no number. Write {name.strip() or 'A'}=40, with no blanks."
                )
        return [(self.id(name), number.strip()) for name, _, number in pairs]

    def two(self, option: str, written: str) -> tuple[str, str]:
        """'a,b' as two ids."""
        one, other = _listed(option, written)
        return self.id(one), self.id(other)


def _decision(args: argparse.Namespace, pack: Pack, view: PackView) -> str:
    """The decision named, or the only one that has all that is named. Raises Misused."""
    titles = {each.id: each.title for each in pack.decisions.values()}
    named: str | None = meant(args.decision, titles, "question being settled")
    if named is not None:
        return named
    having = [
        decision
        for decision in titles
        if {_Naming(pack, view.weighable[decision]).id(each) for each in _names(args)}
        <= view.weighable[decision].keys()
    ]
    if len(having) == 1:
        return having[0]
    if having:
        raise Misused(f"This could be about {' or '.join(having)}: add --decision.")
    every = {each for weighable in view.weighable.values() for each in weighable}
    for name in _names(args):
        if all(_Naming(pack, weighable).id(name) not in every for weighable in view.weighable.values()):
            hint = (
                suggestion(name, sorted(every)) or f"Groups are: {', '.join(group.id for group in pack.head.groups)}."
            )
            raise Misused(f"'{name}' is not a group or a criterion. {hint}")
    raise Misused("What is named does not belong to one question being settled: say one at a time.")


def _names(args: argparse.Namespace) -> list[str]:
    """Every name that is mentioned, whatever is said of it."""
    parts: Iterable[str] = []
    if args.rank is not None:
        parts = [each for tier in _listed("--rank", args.rank) for each in tier.split("=")]
    elif args.swing is not None or args.weight is not None:
        parts = [part.partition("=")[0] for part in _listed("--swing", args.swing or args.weight)]
    else:
        pairs = [*(args.prefer or ()), *(args.cannot_say or ())]
        parts = [each for pair in pairs for each in _listed("--prefer", pair)]
    return [each.strip() for each in parts]


def _listed(option: str, written: str) -> list[str]:
    parts = [part.strip() for part in written.split(",")]
    if not all(parts):
        raise Misused(f"{option}: '{written}' has nothing before, after or between its commas.")
    return parts


def _value(args: argparse.Namespace, option: str) -> list[str] | str | None:
    found: list[str] | str | None = getattr(args, option.removeprefix("--").replace("-", "_"))
    return found
