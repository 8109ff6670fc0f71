"""Stock Pelican: articles are services, tags are topics, authors are offices."""

import json
from pathlib import Path

_DATA = json.loads(Path(__file__).with_name("portal.json").read_text("utf-8"))

PORTAL = _DATA["site"]
HEADS = _DATA["heads"]
LETTERS = _DATA["letters"]
SITENAME = PORTAL["title"]
SITEURL = PORTAL["url"]
TIMEZONE = "Europe/Berlin"
DEFAULT_LANG = "de"
THEME = "theme"
PLUGINS: list[str] = []
JINJA_FILTERS = {"fromjson": json.loads}
FORMATTED_FIELDS: list[str] = []

PATH = "content"
ARTICLE_PATHS = ["leistungen"]
PAGE_PATHS = ["pages"]
STATIC_PATHS: list[str] = []
ARTICLE_ORDER_BY = "weight"
ARTICLE_URL = "/leistungen/{slug}/"
ARTICLE_SAVE_AS = "leistungen/{slug}/index.html"
PAGE_URL = "/{slug}/"
PAGE_SAVE_AS = "{slug}/index.html"
TAG_URL = "/themen/{slug}/"
TAG_SAVE_AS = "themen/{slug}/index.html"
AUTHOR_URL = "/stellen/{slug}/"
AUTHOR_SAVE_AS = "stellen/{slug}/index.html"
CATEGORY_SAVE_AS = ""
DIRECT_TEMPLATES = ["index", "leistungen", "themen", "stellen", "citizens", "businesses", "404", "sitemap"]
LEISTUNGEN_SAVE_AS = "leistungen/index.html"
THEMEN_SAVE_AS = "themen/index.html"
STELLEN_SAVE_AS = "stellen/index.html"
CITIZENS_SAVE_AS = "buergerinnen-und-buerger/index.html"
BUSINESSES_SAVE_AS = "unternehmen/index.html"
SITEMAP_SAVE_AS = "sitemap.xml"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
