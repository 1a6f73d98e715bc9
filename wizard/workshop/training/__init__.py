"""Case-study training: a place's facts from before it chose, what is foretold of it, and what is told step by step."""
