"""Sessions, tokens, passwords and factors, sign-in rules and attempts."""
