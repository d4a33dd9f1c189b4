"""Article → records: sentences → mentions → frames → merged records, each value with its evidence."""

from clipper.extract.engine import Extraction, extract

__all__ = ["Extraction", "extract"]
