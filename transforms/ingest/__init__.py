"""From a file, folder, feed or address to one night's typed rows, with the bytes kept as received."""

from transforms.ingest.night import Ingested, ingest_night
from transforms.ingest.reparse import reparse_night

__all__ = ["Ingested", "ingest_night", "reparse_night"]
