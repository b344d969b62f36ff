"""Tests of looking for people."""
