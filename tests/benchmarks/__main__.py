"""Prints ratios measured side by side in one run: `uv run --group bench python -m tests.benchmarks`.

Nothing here fails a build. Each figure is the least of many rounds, as noise only ever adds time. The
shipped rule set is the workload.
"""

from __future__ import annotations

from tests.benchmarks import answering, decision_libraries, evaluation, firmness, start_up, terminal


def main() -> None:
    """Print every ratio beside the bound that the project has set itself."""
    for part in (start_up, terminal, answering, evaluation, firmness, decision_libraries):
        for line in part.lines():
            print(line, flush=True)


if __name__ == "__main__":
    main()
