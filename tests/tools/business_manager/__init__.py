"""Tests of Business Manager."""
