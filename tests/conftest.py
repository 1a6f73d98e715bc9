"""What holds for every test: the person's own cache and settings are never touched, and no law depends on the clock."""

import os

from hypothesis import HealthCheck, settings

os.environ["WIZARD_CACHE"] = "off"
os.environ["WIZARD_SETTINGS"] = "off"

# A busy machine is slow to draw examples; that says nothing about the law being tested.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")
