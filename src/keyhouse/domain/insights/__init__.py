"""What the figures of an organization say: people, sign-ins, risks, and the posture with what mends it."""
