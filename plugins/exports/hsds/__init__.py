"""Open Referral's Human Services Data Specification (HSDS) 3.1."""

from plugins.exports.hsds.export import EXPORT

__all__ = ["EXPORT"]
