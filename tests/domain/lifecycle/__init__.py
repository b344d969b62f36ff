"""Tests of the module lifecycle."""
