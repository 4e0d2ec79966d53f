//! Tables for people, and bars.

use std::fmt::Write as _;

use crate::message::visible;

/// Columns under headings, as wide as their widest cell.
pub(crate) struct Table {
    headings: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table without rows.
    pub(crate) fn new<H: Into<String>>(headings: impl IntoIterator<Item = H>) -> Self {
        Self { headings: headings.into_iter().map(Into::into).collect(), rows: Vec::new() }
    }

    /// Adds a row. Line breaks and control characters become blanks.
    pub(crate) fn row<C: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = C>) {
        self.rows.push(cells.into_iter().map(|cell| visible(cell.as_ref()).trim_end().to_owned()).collect());
    }

    /// Whether there are no rows.
    pub(crate) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Leaves out the columns in which no row has anything.
    pub(crate) fn without_empty_columns(mut self) -> Self {
        let used: Vec<bool> = (0..self.headings.len())
            .map(|column| self.rows.iter().any(|row| row.get(column).is_some_and(|cell| !cell.is_empty())))
            .collect();
        let keep = |row: &mut Vec<String>| {
            let mut used = used.iter();
            row.retain(|_| used.next().copied().unwrap_or(true));
        };
        if !self.rows.is_empty() {
            keep(&mut self.headings);
            self.rows.iter_mut().for_each(keep);
        }
        self
    }

    /// The table as text, a line a row.
    pub(crate) fn render(&self) -> String {
        let columns = self.headings.len();
        let lines = || std::iter::once(&self.headings).chain(&self.rows);
        let width =
            |column: usize| lines().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max();
        let widths: Vec<usize> = (0..columns).map(|column| width(column).unwrap_or(0)).collect();
        let mut text = String::new();
        for row in lines() {
            let mut line = String::new();
            for (cell, width) in row.iter().zip(&widths) {
                let _ = write!(line, "{cell:<width$}  ");
            }
            text.push_str(line.trim_end());
            text.push('\n');
        }
        text
    }
}

/// A bar of a chart: `count` of at most `most`, in at most `width` characters.
pub(crate) fn bar(count: usize, most: usize, width: usize) -> String {
    let eighths = (count * width * 8).checked_div(most).unwrap_or(0);
    let part = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"].get(eighths % 8).copied().unwrap_or_default();
    let bar = format!("{}{part}", "█".repeat(eighths / 8));
    if bar.is_empty() && count > 0 { "▏".to_owned() } else { bar }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_aligned_and_empty_ones_left_out() {
        let mut table = Table::new(["id", "nothing", "name"]);
        table.row(["1", "", "Zoë\n\u{1b}[31m"]);
        table.row(["200", "", "b"]);
        assert_eq!(table.without_empty_columns().render(), "id   name\n1    Zoë  [31m\n200  b\n");
    }

    #[test]
    fn bars_are_in_proportion() {
        assert_eq!(bar(4, 4, 4), "████");
        assert_eq!(bar(1, 8, 4), "▌");
        assert_eq!(bar(1, 10_000, 4), "▏");
        assert_eq!(bar(0, 4, 4), "");
    }
}
