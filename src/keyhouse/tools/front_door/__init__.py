"""The front door: sign in, accept an invitation, activate a work account, my account, sign out; who is at the door."""
