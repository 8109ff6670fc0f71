"""Portals built on many machines by Dask distributed; only this package knows it, and fsspec.

`make portals SCHEDULER=tcp://host:8786` sends each portal as a task (`task`) to workers that were started beside the
same content and code (`make worker`), and gives back what became of it (`client`). `storing` puts a portal into an
object store.
"""
