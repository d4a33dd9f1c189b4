"""Outcomes → JSON, JSON Lines or CSV on a text stream, and files that are written whole or not at all."""

from clipper.write.csv import COLUMNS, write_csv
from clipper.write.files import whole_binary_file, whole_file
from clipper.write.json import write_json, write_jsonl

__all__ = ["COLUMNS", "whole_binary_file", "whole_file", "write_csv", "write_json", "write_jsonl"]
