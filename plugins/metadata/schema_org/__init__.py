"""What a page is about, as one graph in the words of schema.org, which search engines and assistants read."""
