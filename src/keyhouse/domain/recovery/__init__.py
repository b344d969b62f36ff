"""How sign-in is renewed: reset links, one-time links, changed passwords, a second factor turned on."""
