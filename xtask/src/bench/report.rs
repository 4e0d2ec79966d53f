//! The figures beside the goals.

use std::fmt::Write;
use std::fs;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Figures, machine};
use crate::Result;
use crate::shell::root;

/// What was measured, and what could not be; the file `docs/performance.json`.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct Report {
    date: String,
    machine: String,
    problems: Vec<String>,
    figures: Figures,
}

/// The file `benches/goals.toml`.
#[derive(Deserialize)]
struct Goals {
    goal: Vec<Goal>,
}

#[derive(Deserialize)]
struct Goal {
    figure: String,
    work: String,
    baseline: String,
    at_least: Option<f64>,
    at_most: Option<f64>,
}

impl Goal {
    fn text(&self) -> String {
        match (self.at_least, self.at_most) {
            (Some(least), _) => format!("≥ {least}"),
            (None, Some(most)) => format!("≤ {most}"),
            (None, None) => String::new(),
        }
    }

    /// None if there is no goal.
    fn is_reached(&self, figure: f64) -> Option<bool> {
        match (self.at_least, self.at_most) {
            (None, None) => None,
            (least, most) => {
                Some(least.is_none_or(|least| figure >= least) && most.is_none_or(|most| figure <= most))
            }
        }
    }
}

impl Report {
    /// Nothing yet, on this machine.
    pub(super) fn new() -> Self {
        Self { date: machine::date(), machine: machine::describe(), ..Self::default() }
    }

    pub(super) fn from_json(json: &str) -> Result<Self> {
        Ok(serde_json::from_str(json)?)
    }

    /// Takes what a part measured, or why it did not.
    pub(super) fn add(&mut self, part: &str, figures: Result<Figures>) {
        match figures {
            Ok(mut figures) => {
                let missing = figures.remove(&format!("{part}_missing"));
                for why in missing.as_ref().and_then(Value::as_array).into_iter().flatten() {
                    self.problems.push(format!("{part}: {}", why.as_str().unwrap_or_default()));
                }
                self.figures.extend(figures);
            }
            Err(error) => self.problems.push(format!("{part}: {error}")),
        }
    }

    pub(super) fn figures(&self) -> &Figures {
        &self.figures
    }

    pub(super) fn failed(&self) -> bool {
        !self.problems.is_empty()
    }

    pub(super) fn to_json(&self) -> Result<String> {
        Ok(serde_json::to_string_pretty(self)? + "\n")
    }

    /// For a terminal: every figure, and the goals that have one.
    pub(super) fn to_text(&self) -> Result<String> {
        let mut text = format!("{:#}\n", Value::Object(self.figures.clone()));
        for goal in goals()? {
            if let Some(figure) = self.figure(&goal.figure) {
                let verdict = match goal.is_reached(figure) {
                    Some(true) => "reached",
                    Some(false) => "MISSED ",
                    None => "       ",
                };
                writeln!(text, "{verdict}  {:<34} {:>8}  {}", goal.figure, short(figure), goal.text())?;
            }
        }
        for problem in &self.problems {
            writeln!(text, "FAILED   {problem}")?;
        }
        Ok(text)
    }

    /// How fast a loop over raw events would be beside the peers, which makes nothing of them, and ours if it dropped
    /// the rows.
    fn limits(&self) -> Vec<(String, f64)> {
        let Some(speed) = self.figure("decode_speed_of_raw") else { return Vec::new() };
        let streaming = self.figure("stream_speed_of_raw");
        let peers = self.figures.iter().filter(|(name, _)| name.starts_with("peer_"));
        let peers = peers.filter_map(|(name, value)| Some((name, value.as_f64()? / speed)));
        peers
            .flat_map(|(name, of_events)| {
                let of_stream =
                    streaming.map(|streaming| (format!("{name}_of_stream"), of_events * streaming));
                [Some((format!("{name}_of_events"), of_events)), of_stream]
            })
            .flatten()
            .collect()
    }

    /// The page `docs/performance.md`.
    pub(super) fn to_page(&self) -> Result<String> {
        let goals = goals()?;
        let mut page = include_str!("performance.md").to_owned();
        for (name, value) in [
            ("date", self.date.clone()),
            ("machine", self.machine.clone()),
            ("table", self.table(&goals)?),
            ("problems", self.problems()),
            ("asides", self.asides(&goals)),
        ] {
            page = page.replace(&format!("{{{name}}}"), &value);
        }
        let figures = self.figures.iter().filter_map(|(name, value)| Some((name.clone(), value.as_f64()?)));
        for (name, figure) in figures.chain(self.limits()) {
            page = page.replace(&format!("{{{name}}}"), &short(figure));
        }
        Ok(page)
    }

    fn table(&self, goals: &[Goal]) -> Result<String> {
        let mut table = "| work | beside | goal | measured | |\n|---|---|---|---|---|\n".to_owned();
        for goal in goals {
            let figure = self.figure(&goal.figure);
            let measured = figure.map_or_else(|| "not measured".to_owned(), short);
            let verdict = match figure.and_then(|figure| goal.is_reached(figure)) {
                Some(true) => "reached",
                Some(false) => "**missed**",
                None => "",
            };
            writeln!(
                table,
                "| {} | {} | {} | {measured} | {verdict} |",
                goal.work,
                goal.baseline,
                goal.text()
            )?;
        }
        Ok(table)
    }

    fn problems(&self) -> String {
        if self.problems.is_empty() {
            return String::new();
        }
        let list: Vec<&str> = self.problems.iter().map(|problem| first_line(problem)).collect();
        format!("\nWhat could not be measured:\n\n- {}\n", list.join("\n- "))
    }

    /// The figures that are no goals.
    fn asides(&self, goals: &[Goal]) -> String {
        let others = self.figures.iter().filter(|(name, _)| goals.iter().all(|goal| goal.figure != **name));
        let rows =
            others.filter_map(|(name, value)| Some(format!("| `{name}` | {} |\n", short(value.as_f64()?))));
        "| figure | value |\n|---|---|\n".to_owned() + rows.collect::<String>().trim_end()
    }

    fn figure(&self, name: &str) -> Option<f64> {
        self.figures.get(name)?.as_f64()
    }
}

fn goals() -> Result<Vec<Goal>> {
    let goals: Goals = toml::from_str(&fs::read_to_string(root().join("benches/goals.toml"))?)?;
    Ok(goals.goal)
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

/// A figure with three digits that matter.
fn short(figure: f64) -> String {
    match figure.abs() {
        size if size >= 100.0 || figure.fract() == 0.0 => format!("{figure:.0}"),
        size if size >= 10.0 => format!("{figure:.1}"),
        size if size >= 1.0 => format!("{figure:.2}"),
        _ => format!("{figure:.3}"),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn report(figures: &Value) -> Report {
        let mut report = Report::default();
        report.add("decode", Ok(figures.as_object().unwrap().clone()));
        report
    }

    #[test]
    fn the_table_says_what_was_reached_missed_and_not_measured() {
        let report = report(&serde_json::json!({ "decode_speed_of_raw": 0.8, "one_row_time_of_raw": 2.0 }));
        let table = report.table(&goals().unwrap()).unwrap();
        let row = |of: &str| table.lines().find(|line| line.contains(of)).unwrap().to_owned();
        assert!(row("typed rows: speed").ends_with("| ≥ 0.75 | 0.800 | reached |"), "{table}");
        assert!(row("one row: time").ends_with("| ≤ 1.8 | 2 | **missed** |"), "{table}");
        assert!(row("PHP").ends_with("| not measured |  |"), "{table}");
    }

    #[test]
    fn every_place_of_the_page_is_filled() {
        let measured = fs::read_to_string(root().join("docs/performance.json")).unwrap();
        let mut report = Report::from_json(&measured).unwrap();
        report.add("peers", Err("no PHP".into()));
        let page = report.to_page().unwrap();
        assert!(!page.contains('{'), "{page}");
        assert!(page.contains("What could not be measured:\n\n- peers: no PHP\n"), "{page}");
        assert!(report.failed());
    }

    #[test]
    fn a_report_is_read_again() {
        let mut report = report(&serde_json::json!({ "decode_speed_of_raw": 0.8, "growth": [[100.0, 0.5]] }));
        report.add("call", Err("refused".into()));
        let json = report.to_json().unwrap();
        assert_eq!(Report::from_json(&json).unwrap().to_json().unwrap(), json);
        assert!(json.contains("call: refused"), "{json}");
    }

    #[test]
    fn what_is_missing_is_a_problem_and_no_figure() {
        let mut report = Report::default();
        let figures = serde_json::json!({ "peer_lxml": 12.5, "peers_missing": ["simplexml: not installed"] });
        report.add("peers", Ok(figures.as_object().unwrap().clone()));
        assert_eq!(report.problems, ["peers: simplexml: not installed"]);
        assert_eq!(report.figures.len(), 1);
    }
}
