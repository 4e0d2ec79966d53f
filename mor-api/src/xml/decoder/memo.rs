//! Remembers what came next in the last record: rows are alike, so that a guess spares the search for a field.
//!
//! For records `<row><id>1</id><x>2</x><name>a</name></row>` of a table with the fields `id` and `name` it learns from the
//! second one: at the start comes `id`, which is field 0; after field 0 comes `x`, which is no field; after that comes `name`,
//! which is field 1; then the record ends. It also keeps the markup from the end of one text to the start of the next,
//! `</id><x>`: where that follows a text, one comparison shows that the element has ended and which one has started.
//! A record that lacks an element costs one wrong guess, and the others remain.

use core::ptr;

use crate::xml::table::{Match, Table};

/// More kinds of records than are nested in any answer of MOR.
const MAX_KINDS: usize = 4;

/// More elements in a row that no field takes are not told apart.
const MAX_UNDECLARED: usize = 64;

/// What the records of a few kinds look like.
#[derive(Debug, Default)]
pub(super) struct Memos<'a> {
    /// The first record of a kind is not remembered: usually it is the only one.
    seen: Option<&'static Table>,
    memos: Vec<Memo<'a>>,
}

/// What the records of one table look like.
#[derive(Debug)]
pub(super) struct Memo<'a> {
    table: &'static Table,
    /// By place: 0 is the start of the record, `n + 1` comes after field `n`, and further places after elements that no
    /// field takes.
    guesses: Vec<Guess<'a>>,
}

/// What comes at a place.
#[derive(Debug, Clone, Copy)]
pub(in crate::xml) struct Guess<'a> {
    /// The name of the element; empty if nothing was seen there, or if the record ends there.
    pub(in crate::xml) name: &'a str,
    /// What the element is to the table.
    pub(in crate::xml) found: Match,
    /// The place after it.
    pub(super) then: usize,
    /// The markup between the text before and the text of the element, or to the end of the record; empty if something
    /// else was between them.
    pub(super) joint: &'a str,
    /// Whether the element is closed in itself, `<name/>`.
    pub(super) closed: bool,
}

impl Guess<'_> {
    const NONE: Self = Self { name: "", found: Match::Nothing, then: 0, joint: "", closed: false };

    /// Whether the record ends here.
    pub(super) fn is_end(&self) -> bool {
        self.name.is_empty()
    }
}

impl<'a> Memos<'a> {
    /// Takes out the memo of a table; none for the first record of a kind.
    pub(super) fn take(&mut self, table: &'static Table) -> Option<Memo<'a>> {
        if let Some(at) = self.memos.iter().position(|memo| ptr::eq(memo.table, table)) {
            return Some(self.memos.swap_remove(at));
        }
        if self.seen.is_some_and(|seen| ptr::eq(seen, table)) {
            return Some(Memo { table, guesses: vec![Guess::NONE; table.fields.len() + 1] });
        }
        self.seen = Some(table);
        None
    }

    /// Puts a memo back.
    pub(super) fn keep(&mut self, memo: Memo<'a>) {
        if self.memos.len() < MAX_KINDS {
            self.memos.push(memo);
        }
    }
}

impl<'a> Memo<'a> {
    /// What came at this place the last time.
    #[inline]
    pub(super) fn guess(&self, place: usize) -> Option<&Guess<'a>> {
        self.guesses.get(place)
    }

    /// Learns which element came at a place, and returns the place after it.
    pub(super) fn learn(&mut self, place: usize, name: &'a str, found: Match) -> usize {
        let undeclared = self.guesses.len();
        let then = match found {
            Match::Field(field) => field + 1,
            // The way of a record that differs from the last one soon meets the old one again.
            _ if undeclared > self.table.fields.len() + MAX_UNDECLARED => undeclared - 1,
            _ => undeclared,
        };
        if then == undeclared {
            self.guesses.push(Guess::NONE);
        }
        if let Some(guess) = self.guesses.get_mut(place) {
            *guess = Guess { name, found, then, ..Guess::NONE };
        }
        then
    }

    /// Learns the markup before the text of the element that comes at a place.
    pub(super) fn join(&mut self, place: usize, joint: &'a str, closed: bool) {
        if let Some(guess) = self.guesses.get_mut(place) {
            (guess.joint, guess.closed) = (joint, closed);
        }
    }

    /// Learns the markup with which a record ends at a place.
    pub(super) fn end(&mut self, place: usize, joint: &'a str) {
        if let Some(guess) = self.guesses.get_mut(place) {
            *guess = Guess { joint, ..Guess::NONE };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::xml::table::FieldSpec;

    static TABLE: Table = Table::new(&[FieldSpec::ELEMENT, FieldSpec::ELEMENT], &[]);
    static OTHER: Table = Table::new(&[], &[]);

    fn memo(memos: &mut Memos<'static>) -> Memo<'static> {
        assert!(memos.take(&TABLE).is_none(), "the first of its kind");
        memos.take(&TABLE).unwrap()
    }

    fn name(memo: &Memo<'static>, place: usize) -> &'static str {
        memo.guess(place).unwrap().name
    }

    #[test]
    fn what_came_last_is_expected_next() {
        let mut memos = Memos::default();
        let mut memo = memo(&mut memos);
        let mut place = 0;
        for (element, found) in [("id", Match::Field(0)), ("x", Match::Nothing), ("name", Match::Field(1))] {
            assert_eq!(name(&memo, place), "");
            place = memo.learn(place, element, found);
        }
        memo.end(place, "</name></row>");
        memos.keep(memo);
        let memo = memos.take(&TABLE).unwrap();
        let mut place = 0;
        for element in ["id", "x", "name"] {
            assert_eq!(name(&memo, place), element);
            place = memo.guess(place).unwrap().then;
        }
        assert!(memo.guess(place).is_some_and(|guess| guess.is_end() && guess.joint == "</name></row>"));
    }

    #[test]
    fn a_record_that_lacks_an_element_leaves_the_other_guesses() {
        let mut memo = memo(&mut Memos::default());
        let after_id = memo.learn(0, "id", Match::Field(0));
        memo.learn(after_id, "name", Match::Field(1));
        memo.learn(0, "name", Match::Field(1));
        assert_eq!((name(&memo, 0), name(&memo, after_id)), ("name", "name"));
    }

    #[test]
    fn nothing_grows_without_end() {
        let mut memos = Memos::default();
        let mut memo = memo(&mut memos);
        let mut place = 0;
        for _ in 0..10_000 {
            place = memo.learn(place, "x", Match::Nothing);
        }
        assert!(memo.guesses.len() <= TABLE.fields.len() + MAX_UNDECLARED + 1, "{}", memo.guesses.len());
        memos.keep(memo);
        assert!(memos.take(&OTHER).is_none());
        assert!(memos.memos.len() <= MAX_KINDS);
    }
}
