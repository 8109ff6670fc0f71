"""How the services of a portal stand, and when each is to be reviewed: for the administration, not for the public."""
