"""Tests of the module groups."""
