"""Decodes a call list into dictionaries that hold what our rows hold: texts, dates, decimals and whole numbers.

Prints the seconds of processor time for it, without reading the file, and the number of rows: the middle one of
three times.
"""

import json
import sys
import time
from datetime import datetime
from decimal import Decimal

TYPES = {
    "calldate2": datetime.fromisoformat,
    "nice_billsec": int,
    "profit": Decimal,
    "provider_price": Decimal,
    "provider_rate": Decimal,
    "server_id": int,
    "user_price": Decimal,
    "user_rate": Decimal,
}


def row(call):
    """A dictionary by the names of the elements; what is empty is None."""
    values = {}
    for field in call:
        name, text = field.tag, field.text
        values[name] = TYPES[name](text) if text and name in TYPES else text
    return values


def measure(parse):
    """Decodes the file in the arguments three times, its tree made by `parse`."""
    with open(sys.argv[1], "rb") as file:
        text = file.read()
    seconds = []
    for _ in range(3):
        start = time.process_time()
        page = parse(text)
        rows = [row(call) for call in page.iterfind("calls_stat/calls/call")]
        seconds.append(time.process_time() - start)
        count = len(rows)
        del page, rows
    print(json.dumps({"seconds": sorted(seconds)[1], "rows": count}))
