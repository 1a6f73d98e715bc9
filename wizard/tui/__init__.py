"""The terminal app: screens, keys and a mouse, and no sums. Only this room imports textual."""
