//! What a measuring program prints: one JSON object of named figures.

use serde_json::{Map, Value};

/// Figures by name, in the order in which they were measured.
#[derive(Debug, Default)]
pub struct Report(Map<String, Value>);

impl Report {
    /// Notes a figure; one that could not be measured (`NaN`) becomes `null`.
    pub fn note(&mut self, name: &str, figure: f64) {
        let rounded = (figure * 1e7).round() / 1e7;
        self.0.insert(name.to_owned(), rounded.into());
    }

    /// Notes a count.
    pub fn count(&mut self, name: &str, count: u64) {
        self.0.insert(name.to_owned(), count.into());
    }

    /// Notes a list of points, for a chart.
    pub fn points(&mut self, name: &str, points: &[(f64, f64)]) {
        let points = points.iter().map(|(x, y)| Value::from(vec![*x, *y]));
        self.0.insert(name.to_owned(), points.collect());
    }

    /// Takes the figures of another report.
    pub fn merge(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// The JSON text.
    #[must_use]
    pub fn to_json(&self) -> String {
        format!("{:#}", Value::Object(self.0.clone()))
    }
}
