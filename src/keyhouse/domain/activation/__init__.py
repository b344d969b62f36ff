"""How somebody becomes able to sign in: activating a work account, making a personal login."""
