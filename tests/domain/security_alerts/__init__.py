"""Tests of security alerts."""
