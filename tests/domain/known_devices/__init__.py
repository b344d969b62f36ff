"""Tests of known devices."""
