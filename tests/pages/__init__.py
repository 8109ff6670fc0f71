"""The pages: views, filters, assets, output, the run as a whole, and what was built."""
