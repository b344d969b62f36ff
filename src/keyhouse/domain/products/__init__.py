"""Products: the tools that work accounts may use, and who may use each."""
