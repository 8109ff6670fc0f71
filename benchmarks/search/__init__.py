"""The search beside Pagefind, MiniSearch and lunr.js: the same services, the same run, the same slow phone."""
