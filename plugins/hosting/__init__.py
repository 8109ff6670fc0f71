"""What web servers and hosts of static pages have to know of a portal, all from one source."""
