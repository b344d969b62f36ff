"""Tests of the module profiles."""
