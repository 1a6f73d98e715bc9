"""Tests never touch the person's own cache folder."""

import os

os.environ["WIZARD_CACHE"] = "off"
