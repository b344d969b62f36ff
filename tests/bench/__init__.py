"""`make bench`: hot paths beside their peers and limits, on this machine, in one run."""
