"""The front door, tried from outside."""
