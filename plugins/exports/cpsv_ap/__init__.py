"""CPSV-AP 3.2, the European profile for public services."""

from plugins.exports.cpsv_ap.export import EXPORT

__all__ = ["EXPORT"]
