"""The security log as administrators keep it: exports, streams to elsewhere, its verification and its length."""
