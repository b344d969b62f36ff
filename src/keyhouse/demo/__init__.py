"""The demo: the cast, a practice identity provider and a page that shows mail; all on loopback, only for commands."""
