"""What machines read about a page or a portal: search engines, feed readers, browsers."""
