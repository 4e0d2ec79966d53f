"""Decodes a call list into dictionaries with the standard library's ElementTree, see rows.py."""

from xml.etree import ElementTree

from rows import measure

measure(ElementTree.fromstring)
