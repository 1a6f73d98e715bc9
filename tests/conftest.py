"""What holds for every test: the person's own cache and settings are never touched, and no law depends on the clock."""

import os
from collections.abc import Iterator
from functools import lru_cache

import pytest
from hypothesis import HealthCheck, settings

from wizard.pack import reading_files

os.environ["WIZARD_CACHE"] = "off"
os.environ["WIZARD_SETTINGS"] = "off"

# A busy machine is slow to draw examples; that says nothing about the law being tested.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
# What decides whether a change lands tries the same examples each time; on a developer's machine new ones are tried.
settings.register_profile("ci", settings.get_profile("house"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "house")


@pytest.fixture(scope="session", autouse=True)
def _each_text_of_a_rule_set_is_parsed_once() -> Iterator[None]:
    """Every file is still read and checked each time; only the tree of a text that was parsed before is taken again.

    A tree is the same for the same text and name, and nothing changes one.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading_files, "tree_of_text", lru_cache(maxsize=3_000)(reading_files.tree_of_text))
        yield
