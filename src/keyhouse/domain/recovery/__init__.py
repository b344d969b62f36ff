"""How somebody who can't sign in gets back in: reset links and the operator's one-time links."""
