"""Pictures and PDFs of editors: recognised by their bytes, refused where they are more than that, written anew."""
