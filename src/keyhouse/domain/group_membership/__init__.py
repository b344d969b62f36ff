"""Who is in a group: members by hand, by rule and until a day, and what follows from it."""
