"""What holds for every test: the person's own cache and settings are never touched, and no law depends on the clock."""

import os

from hypothesis import HealthCheck, settings

os.environ["WIZARD_CACHE"] = "off"
os.environ["WIZARD_SETTINGS"] = "off"

# A busy machine is slow to draw examples; that says nothing about the law being tested.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
# What decides whether a change lands tries the same examples each time; on a developer's machine new ones are tried.
settings.register_profile("ci", settings.get_profile("house"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "house")
