"""Decodes a call list into dictionaries with lxml, see rows.py."""

from lxml import etree

from rows import measure

measure(lambda text: etree.fromstring(text, etree.XMLParser(huge_tree=True)))
