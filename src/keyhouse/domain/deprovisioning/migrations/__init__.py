"""Migrations of deprovisioning."""
