"""What the commands share: how they start, what can be wrong, and the processes of a server."""
