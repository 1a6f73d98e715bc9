"""A group's answers: each one's own result, what the sheets come to together, and where they part."""
