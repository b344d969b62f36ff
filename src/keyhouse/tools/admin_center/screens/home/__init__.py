"""Home: what is set up, what waits, and how everything stands."""
