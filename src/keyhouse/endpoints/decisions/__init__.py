"""Decisions by AuthZEN 1.0: may this subject do this task with this asset, who may, and what may she."""
