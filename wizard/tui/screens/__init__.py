"""The screens, one module each; none is imported before it is opened (see `screen_registry`)."""
