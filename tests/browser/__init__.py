"""A package, so that one browser serves every test of this folder, and none beyond."""
