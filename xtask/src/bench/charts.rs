//! The charts of growth.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::Figures;
use super::chart::{Axis, Chart, Line, Scale};
use crate::Result;

/// Writes the charts whose points were measured.
pub(super) fn write(figures: &Figures, folder: &Path) -> Result<()> {
    let charts = [
        ("performance-time.svg", time(figures)),
        ("performance-memory.svg", memory(figures)),
        ("performance-build.svg", build(figures)),
    ];
    for (file, chart) in charts {
        if chart.lines.iter().any(|line| !line.reference && !line.points.is_empty()) {
            fs::write(folder.join(file), chart.svg())?;
        }
    }
    Ok(())
}

fn time(figures: &Figures) -> Chart {
    let whole = points(figures, "growth_seconds_whole");
    let reference = whole.last().map(|end| proportional(*end));
    Chart {
        title: "Time to decode a call list",
        x: rows(),
        y: Axis { title: "processor time", scale: Scale::Logarithmic, text: seconds },
        lines: vec![
            measured("as it arrives", points(figures, "growth_seconds_stream")),
            measured("as a whole", whole),
            Line { name: "proportional".to_owned(), points: reference.unwrap_or_default(), reference: true },
        ],
    }
}

fn memory(figures: &Figures) -> Chart {
    let whole = points(figures, "growth_mib_whole");
    let reference = whole.last().map(|end| proportional(*end));
    let goal = vec![(1e2, 16.0), (1e6, 16.0)];
    Chart {
        title: "Peak memory above the start of the process",
        x: rows(),
        y: Axis {
            title: "peak memory",
            scale: Scale::Logarithmic,
            text: |mib| format!("{} MiB", grouped(mib)),
        },
        lines: vec![
            measured("as it arrives", points(figures, "growth_mib_stream")),
            measured("as a whole", whole),
            Line { name: "goal of the stream".to_owned(), points: goal, reference: true },
            Line { name: "proportional".to_owned(), points: reference.unwrap_or_default(), reference: true },
        ],
    }
}

fn build(figures: &Figures) -> Chart {
    let release = points(figures, "build_growth_release");
    let reference = release.last().map(|end| vec![(0.0, 0.0), *end]);
    Chart {
        title: "Time to build a crate of endpoints, without what it depends on",
        x: Axis { title: "endpoints", scale: Scale::Linear, text: grouped },
        y: Axis { title: "processor time", scale: Scale::Linear, text: |value| format!("{value} s") },
        lines: vec![
            measured("release", release),
            measured("debug", points(figures, "build_growth_debug")),
            Line { name: "proportional".to_owned(), points: reference.unwrap_or_default(), reference: true },
        ],
    }
}

fn rows() -> Axis {
    Axis { title: "calls in the list, 21 fields each", scale: Scale::Logarithmic, text: grouped }
}

fn measured(name: &str, points: Vec<(f64, f64)>) -> Line {
    Line { name: name.to_owned(), points, reference: false }
}

/// A line of slope 1 on logarithmic axes that ends a little below a point, so that both can be seen.
fn proportional(end: (f64, f64)) -> Vec<(f64, f64)> {
    let (rows, value) = (end.0, end.1 * 0.4);
    vec![(1e2, value * 1e2 / rows), (rows, value)]
}

fn points(figures: &Figures, name: &str) -> Vec<(f64, f64)> {
    let list = figures.get(name).and_then(Value::as_array).into_iter().flatten();
    list.filter_map(|point| Some((point.get(0)?.as_f64()?, point.get(1)?.as_f64()?))).collect()
}

fn seconds(value: f64) -> String {
    match value {
        value if value < 0.9e-3 => format!("{} µs", grouped(value * 1e6)),
        value if value < 0.9 => format!("{} ms", grouped(value * 1e3)),
        value => format!("{} s", grouped(value)),
    }
}

/// A number with commas between groups of three digits; one below 1 with the digits it needs.
fn grouped(value: f64) -> String {
    if value < 1.0 && value > 0.0 {
        return format!("{value:.2}").trim_end_matches('0').to_owned();
    }
    let digits = format!("{value:.0}");
    let groups: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().filter_map(|group| str::from_utf8(group).ok()).collect();
    groups.join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_easy_to_read() {
        assert_eq!([0.1, 1.0, 100.0, 1e3, 1e6].map(grouped), ["0.1", "1", "100", "1,000", "1,000,000"]);
        assert_eq!(
            [1e-5, 1e-4, 1e-3, 0.1, 1.0, 10.0].map(seconds),
            ["10 µs", "100 µs", "1 ms", "100 ms", "1 s", "10 s"]
        );
    }

    #[test]
    fn only_what_was_measured_is_drawn() {
        let figures = serde_json::json!({ "growth_seconds_whole": [[100, 0.001], [1000, 0.01]] });
        let chart = time(figures.as_object().unwrap());
        assert_eq!(chart.lines.iter().map(|line| line.points.len()).collect::<Vec<_>>(), [0, 2, 2]);
        assert!(build(figures.as_object().unwrap()).lines.iter().all(|line| line.points.is_empty()));
    }
}
