"""The register as files: JSON Lines, CSV and JSON, written whole or not at all."""

from tallybook.write.files import writing_to
from tallybook.write.flat import claims_csv, transfers_csv
from tallybook.write.json import claims_jsonl, jsonl, lineage_json, reports_jsonl, transfers_jsonl

__all__ = [
    "claims_csv",
    "claims_jsonl",
    "jsonl",
    "lineage_json",
    "reports_jsonl",
    "transfers_csv",
    "transfers_jsonl",
    "writing_to",
]
