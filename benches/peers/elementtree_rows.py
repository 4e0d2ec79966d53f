"""Decodes a call list into dictionaries with the standard library's ElementTree.

Prints the seconds of processor time for it, without reading the file, and the number of rows.
"""

import json
import sys
import time
from xml.etree import ElementTree

with open(sys.argv[1], "rb") as file:
    text = file.read()
start = time.process_time()
page = ElementTree.fromstring(text)
rows = [{field.tag: field.text for field in call} for call in page.iterfind("calls_stat/calls/call")]
seconds = time.process_time() - start
print(json.dumps({"seconds": seconds, "rows": len(rows)}))
