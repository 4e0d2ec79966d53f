"""Decodes a call list into dictionaries with the standard library's ElementTree.

Prints the seconds of processor time for it, without reading the file, and the number of rows: the middle one of
three times.
"""

import json
import sys
import time
from xml.etree import ElementTree

with open(sys.argv[1], "rb") as file:
    text = file.read()
seconds = []
for _ in range(3):
    start = time.process_time()
    page = ElementTree.fromstring(text)
    rows = [{field.tag: field.text for field in call} for call in page.iterfind("calls_stat/calls/call")]
    seconds.append(time.process_time() - start)
    count = len(rows)
    del page, rows
print(json.dumps({"seconds": sorted(seconds)[1], "rows": count}))
