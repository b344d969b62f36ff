"""Processes that cross modules: provision, change a person, activate, invite, accept, deprovision."""
