"""Services to and from other systems: every importer turns foreign data into records and accounts for all of it."""
