"""The rooms of Fundstelle: the catalog in the centre, its outputs around it."""
