"""Everything that attacks: public corpora and a selection of our own, through the whole build into a browser."""
