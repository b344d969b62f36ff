"""Software that we did not write, talking to Keyhouse as it does in life."""
