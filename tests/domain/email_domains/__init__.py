"""Tests of email domains."""
