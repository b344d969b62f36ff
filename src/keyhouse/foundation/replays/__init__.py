"""Replays: the answer to a request that a program may repeat, kept so that the repetition has the effect of one."""
