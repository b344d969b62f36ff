"""What machines call, tried over HTTP."""
