"""The form in the browser: what Sveltia CMS has to know, all of it from the declarations of the fields."""
