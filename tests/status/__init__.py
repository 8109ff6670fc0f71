"""How the services stand, and when they are to be reviewed."""
