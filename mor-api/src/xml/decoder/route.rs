//! The way through a record of a list: the records of a list look alike, so the markup between the texts of one is looked
//! for in the next one, whole, before anybody looks at names.

use core::ptr;

use crate::xml::table::Table;

/// The leaves of the last record that were taken at a glance.
#[derive(Debug, Default)]
pub(super) struct Route<'a> {
    /// Which records it is about: those of this table, in elements of this name.
    records: Option<(&'static Table, &'a str)>,
    stops: Vec<Stop<'a>>,
    /// How many of them the record at hand has passed.
    passed: usize,
    /// What stands between the text of the last leaf and the end of the record, if nothing but end tags does.
    tail: Option<&'a str>,
}

/// A leaf.
#[derive(Debug)]
struct Stop<'a> {
    /// What stands before its text: its start tag and, if it is joined to the leaf before, that one's end tag.
    markup: &'a str,
    joined: bool,
    /// The field that took it.
    field: usize,
    /// Its end tag; empty if it is closed in itself, and has no text.
    end_tag: &'a str,
}

/// How far a record could be followed.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Followed {
    /// The field of the last leaf.
    pub(super) field: usize,
    /// Where the text of the last leaf ends.
    pub(super) text_end: usize,
    /// Where all that was taken ends.
    pub(super) end: usize,
    /// Whether that is the end of the record.
    pub(super) all: bool,
}

impl Stop<'_> {
    /// Its text, which starts here if this is it, and what stands behind.
    fn text<'t>(&self, rest: &'t str) -> Option<(&'t str, &'t str)> {
        let is_closed = self.end_tag.is_empty();
        let len = if is_closed { 0 } else { memchr::memchr2(b'<', b'&', rest.as_bytes())? };
        rest.split_at_checked(len)
    }
}

impl<'a> Route<'a> {
    /// The route for a record, or for the rest of it behind the field before `after`. The first record of a kind has none:
    /// as a rule it is the only one.
    pub(super) fn take_for(&mut self, table: &'static Table, name: &'a str, after: usize) -> Option<Self> {
        if self.records.is_none_or(|(seen, element)| !ptr::eq(seen, table) || element != name) {
            self.records = (after == 0).then_some((table, name));
            self.stops.clear();
            return None;
        }
        if after == 0 {
            self.passed = 0;
        } else if self.stops.get(self.passed).is_some_and(|stop| stop.field + 1 == after) {
            // It was there, but its text was not plain.
            self.passed += 1;
        }
        Some(core::mem::take(self))
    }

    /// Notes a leaf that was found otherwise. What was expected instead is forgotten.
    pub(super) fn push(&mut self, markup: &'a str, joined: bool, field: usize, end_tag: &'a str) {
        self.stops.truncate(self.passed);
        self.stops.push(Stop { markup, joined, field, end_tag });
        self.passed += 1;
        self.tail = None;
    }

    /// Notes that nothing but end tags stands behind the last leaf.
    pub(super) fn end(&mut self, tail: &'a str) {
        if self.passed == self.stops.len() {
            self.tail = Some(tail);
        }
    }

    /// Offers the leaves from `start` on to their fields, as long as the markup around them is as it was and the fields take
    /// the texts.
    pub(super) fn follow(
        &mut self,
        input: &'a str,
        start: usize,
        mut take: impl FnMut(usize, &'a str) -> bool,
    ) -> Option<Followed> {
        let mut text_on = input.get(start..)?.strip_prefix(self.start_tag()?)?;
        let mut stops = self.stops.get(self.passed..)?.iter();
        let mut stop = stops.next()?;
        let mut followed = None;
        loop {
            let next = stops.next();
            let (markup, is_all) = match (next, self.tail) {
                (Some(next), _) if next.joined => (next.markup, false),
                (None, Some(tail)) => (tail, true),
                _ => (stop.end_tag, false),
            };
            let Some((text, behind)) = stop.text(text_on) else { break };
            let Some(next_text_on) = behind.strip_prefix(markup).filter(|_| take(stop.field, text)) else {
                break;
            };
            self.passed += 1;
            text_on = next_text_on;
            followed = Some((stop, behind, is_all));
            match next {
                Some(next) if next.joined => stop = next,
                _ => break,
            }
        }
        let (last, behind, all) = followed?;
        let text_end = input.len() - behind.len();
        let end = text_end + if all { input.len() - text_on.len() - text_end } else { last.end_tag.len() };
        Some(Followed { field: last.field, text_end, end, all })
    }

    /// What the next leaf starts with when the leaf before was read to its end.
    fn start_tag(&self) -> Option<&'a str> {
        let stop = self.stops.get(self.passed)?;
        let before = self.passed.checked_sub(1).and_then(|before| self.stops.get(before));
        let end_tag = before.filter(|_| stop.joined).map_or(0, |before| before.end_tag.len());
        stop.markup.get(end_tag..)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static TABLE: Table = Table::new(&[], &[]);
    static OTHER: Table = Table::new(&[], &[]);
    const FIRST: &str = " <a>1</a> <b/> <c>x</c> </row>";

    /// Texts by field.
    type Texts = Vec<(usize, String)>;

    /// The route through [`FIRST`], as if its leaves had been found otherwise.
    fn noted() -> Route<'static> {
        let mut route = Route::default();
        assert!(route.take_for(&TABLE, "row", 0).is_none(), "the first record of its kind");
        let mut route = route.take_for(&TABLE, "row", 0).unwrap();
        route.push(" <a>", false, 0, "</a>");
        route.push("</a> <b/>", true, 1, "");
        route.push(" <c>", true, 2, "</c>");
        route.end("</c> </row>");
        route
    }

    /// Follows the route through the next record, from behind a field.
    fn follow(
        route: &mut Route<'static>,
        input: &'static str,
        after: usize,
    ) -> (Texts, Option<(usize, bool)>) {
        let mut texts = Texts::new();
        *route = route.take_for(&TABLE, "row", after).unwrap();
        let followed = route.follow(input, 0, |field, text| {
            texts.push((field, text.to_owned()));
            text != "no"
        });
        (texts, followed.map(|followed| (followed.end, followed.all)))
    }

    fn texts(texts: &[(usize, &str)]) -> Texts {
        texts.iter().map(|(field, text)| (*field, (*text).to_owned())).collect()
    }

    #[test]
    fn a_record_that_looks_the_same_is_taken_whole() {
        let mut route = noted();
        let all = texts(&[(0, "1"), (1, ""), (2, "x")]);
        assert_eq!(follow(&mut route, FIRST, 0), (all.clone(), Some((FIRST.len(), true))));
        assert_eq!(follow(&mut route, FIRST, 0), (all, Some((FIRST.len(), true))));
        let longer = " <a>1 > 0</a> <b/> <c></c> </row><row>";
        let all = texts(&[(0, "1 > 0"), (1, ""), (2, "")]);
        assert_eq!(follow(&mut route, longer, 0), (all, Some((longer.len() - "<row>".len(), true))));
    }

    #[test]
    fn a_leaf_counts_when_what_is_behind_it_is_as_it_was() {
        for (record, taken, end) in [
            (" <a>1</a> <b/> <c>x</c></row>", &[(0, "1"), (1, "")][..], " <a>1</a> <b/>"),
            (" <a>1</a> <b/> <d>x</d> </row>", &[(0, "1")], " <a>1</a>"),
            (" <a>1</a> <b/> <c>x &amp; y</c> </row>", &[(0, "1"), (1, "")], " <a>1</a> <b/>"),
            (" <a>1</a> <b/> <c>x<e/></c> </row>", &[(0, "1"), (1, "")], " <a>1</a> <b/>"),
            (" <a>1</a> <b/> <c>x</c> </raw>", &[(0, "1"), (1, "")], " <a>1</a> <b/>"),
            (" <a>1</a> <b/> <c>x", &[(0, "1"), (1, "")], " <a>1</a> <b/>"),
        ] {
            assert_eq!(follow(&mut noted(), record, 0), (texts(taken), Some((end.len(), false))), "{record}");
        }
        for record in ["", "<a>1</a> <b/>", " <a>1</b> <b/>", " <a>1 <b/>", " <a>"] {
            assert_eq!(follow(&mut noted(), record, 0), (texts(&[]), None), "{record}");
        }
    }

    #[test]
    fn a_text_that_its_field_does_not_take_remains() {
        let offered = texts(&[(0, "1"), (1, ""), (2, "no")]);
        let record = " <a>1</a> <b/> <c>no</c> </row>";
        assert_eq!(follow(&mut noted(), record, 0), (offered, Some((" <a>1</a> <b/>".len(), false))));
    }

    #[test]
    fn behind_a_leaf_that_was_not_plain_the_route_goes_on() {
        let mut route = noted();
        assert_eq!(follow(&mut route, " <a>1&lt;</a> <b/> <c>x</c> </row>", 0), (texts(&[]), None));
        let rest = (texts(&[(1, ""), (2, "x")]), Some((" <b/> <c>x</c> </row>".len(), true)));
        assert_eq!(follow(&mut route, " <b/> <c>x</c> </row>", 1), rest);
    }

    #[test]
    fn leaves_with_something_between_them_are_followed_one_by_one() {
        let mut route = noted();
        route.passed = 1;
        route.push(" <d>", false, 3, "</d>");
        assert_eq!(
            follow(&mut route, " <a>1</a><other/> <d>2</d>", 0),
            (texts(&[(0, "1")]), Some((" <a>1</a>".len(), false)))
        );
        assert_eq!(
            follow(&mut route, " <d>2</d></row>", 1),
            (texts(&[(3, "2")]), Some((" <d>2</d>".len(), false))),
        );
    }

    #[test]
    fn a_record_that_ends_sooner_does_not_change_how_others_end() {
        let mut route = noted();
        route.passed = 1;
        route.push(" <d>", false, 3, "</d>");
        route.end("</d></row>");
        assert_eq!(follow(&mut route, " <a>1</a></row>", 0).0, texts(&[(0, "1")]));
        route.end("</a></row>");
        let rest = " <d>2</d></row>";
        assert_eq!(follow(&mut route, rest, 1), (texts(&[(3, "2")]), Some((rest.len(), true))));
    }

    #[test]
    fn records_of_other_tables_and_names_have_routes_of_their_own() {
        for (table, name) in [(&OTHER, "row"), (&TABLE, "raw")] {
            assert!(noted().take_for(table, name, 0).is_none());
        }
        let mut route = noted();
        assert!(route.take_for(&OTHER, "row", 1).is_none());
        assert!(route.take_for(&OTHER, "row", 0).is_none(), "only a record's start is the first of its kind");
    }
}
