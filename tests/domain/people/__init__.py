"""Tests of the module people."""
