"""Tests of admin roles."""
