"""Keyhouse keeps the work accounts of organizations and what those accounts may touch."""

__version__ = "0.1.0"
