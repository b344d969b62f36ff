"""Tests of who owns a domain."""
