"""The link ledger: which external addresses the portals lead to, and whether they still work."""
