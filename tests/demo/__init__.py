"""The demo: what a newcomer tries first."""
