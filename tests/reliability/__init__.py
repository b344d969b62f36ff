"""What must hold when processes are killed, requests are repeated and messages come twice."""
