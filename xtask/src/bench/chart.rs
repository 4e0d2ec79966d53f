//! Line charts as SVG.

use maud::{Markup, PreEscaped, html};

/// Size of the picture.
const WIDTH: f64 = 760.0;
const HEIGHT: f64 = 440.0;
/// The drawing area.
const LEFT: f64 = 104.0;
const RIGHT: f64 = 600.0;
const TOP: f64 = 56.0;
const BOTTOM: f64 = 374.0;
/// Least distance of two labels at the ends of lines.
const LABEL_DISTANCE: f64 = 17.0;

const COLOURS: [&str; 4] = ["#0b6bcb", "#c2410c", "#15803d", "#7e22ce"];
const REFERENCE: &str = "#8a8f98";

/// How values become places on an axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scale {
    /// From nought.
    Linear,
    /// In powers of ten.
    Logarithmic,
}

/// An axis.
pub(super) struct Axis {
    pub(super) title: &'static str,
    pub(super) scale: Scale,
    /// The text of a value.
    pub(super) text: fn(f64) -> String,
}

/// A line.
pub(super) struct Line {
    pub(super) name: String,
    pub(super) points: Vec<(f64, f64)>,
    /// Something to compare with, not a measurement.
    pub(super) reference: bool,
}

/// A chart.
pub(super) struct Chart {
    pub(super) title: &'static str,
    pub(super) x: Axis,
    pub(super) y: Axis,
    pub(super) lines: Vec<Line>,
}

/// The values between which an axis goes, and its marks.
struct Range {
    scale: Scale,
    low: f64,
    high: f64,
    marks: Vec<f64>,
}

impl Range {
    fn of(scale: Scale, values: impl Iterator<Item = f64> + Clone) -> Self {
        let largest = values.clone().fold(f64::MIN_POSITIVE, f64::max);
        match scale {
            Scale::Linear => {
                let power = 10_f64.powf((largest / 5.0).log10().floor());
                let steps = [1.0, 2.0, 5.0, 10.0].map(|factor| factor * power);
                let step = steps.into_iter().find(|step| largest / step <= 6.0).unwrap_or(largest);
                let count = (largest / step).ceil();
                let marks = (0..=10).map(f64::from).filter(|mark| *mark <= count).map(|mark| mark * step);
                Self { scale, low: 0.0, high: count * step, marks: marks.collect() }
            }
            Scale::Logarithmic => {
                let smallest = values.filter(|value| *value > 0.0).fold(largest, f64::min);
                let (low, high) = (smallest.log10().floor(), largest.log10().ceil());
                let marks = (-12..=12).map(f64::from).filter(|power| (low..=high).contains(power));
                Self { scale, low, high, marks: marks.map(|power| 10_f64.powf(power)).collect() }
            }
        }
    }

    /// Where a value lies between the ends, 0 to 1.
    fn place(&self, value: f64) -> f64 {
        let value = match self.scale {
            Scale::Linear => value,
            Scale::Logarithmic => value.log10(),
        };
        (value - self.low) / (self.high - self.low).max(f64::MIN_POSITIVE)
    }
}

impl Chart {
    /// The SVG document.
    pub(super) fn svg(&self) -> String {
        let measured = || self.lines.iter().filter(|line| !line.reference).flat_map(|line| &line.points);
        let x = Range::of(self.x.scale, measured().map(|point| point.0));
        let y = Range::of(self.y.scale, measured().map(|point| point.1));
        let to_x = |value: f64| LEFT + x.place(value) * (RIGHT - LEFT);
        let to_y = |value: f64| BOTTOM - y.place(value) * (BOTTOM - TOP);
        let middle = f64::midpoint(LEFT, RIGHT);
        let centre = f64::midpoint(TOP, BOTTOM);
        let markup = html! {
            svg xmlns="http://www.w3.org/2000/svg" viewBox=(format!("0 0 {WIDTH} {HEIGHT}"))
                font-family="system-ui, 'DejaVu Sans', sans-serif" font-size="13" fill="#24292f" {
                title { (self.title) }
                rect width=(WIDTH) height=(HEIGHT) fill="#ffffff" {}
                clipPath id="area" { rect x=(LEFT) y=(TOP) width=(RIGHT - LEFT) height=(BOTTOM - TOP) {} }
                text x=(LEFT) y="30" font-size="17" font-weight="600" { (self.title) }
                @for mark in &x.marks {
                    (segment((to_x(*mark), TOP), (to_x(*mark), BOTTOM)))
                    text x=(to_x(*mark)) y=(BOTTOM + 20.0) text-anchor="middle" { ((self.x.text)(*mark)) }
                }
                @for mark in &y.marks {
                    (segment((LEFT, to_y(*mark)), (RIGHT, to_y(*mark))))
                    text x=(LEFT - 8.0) y=(to_y(*mark) + 4.5) text-anchor="end" { ((self.y.text)(*mark)) }
                }
                text x=(middle) y=(HEIGHT - 18.0) text-anchor="middle" fill="#57606a" { (self.x.title) }
                text transform=(format!("translate(20 {centre}) rotate(-90)")) text-anchor="middle" fill="#57606a" {
                    (self.y.title)
                }
                @for (line, colour) in self.coloured() {
                    @let places: Vec<_> = line.points.iter().map(|point| (to_x(point.0), to_y(point.1))).collect();
                    (drawn(line, colour, &places))
                }
                (self.labels(to_x, to_y))
            }
        };
        PreEscaped(markup.into_string() + "\n").into_string()
    }

    fn coloured(&self) -> impl Iterator<Item = (&Line, &'static str)> {
        let mut colours = COLOURS.into_iter().cycle();
        self.lines.iter().map(move |line| {
            let colour = if line.reference { None } else { colours.next() };
            (line, colour.unwrap_or(REFERENCE))
        })
    }

    /// The names of the lines beside their ends, none over another.
    fn labels(&self, to_x: impl Fn(f64) -> f64, to_y: impl Fn(f64) -> f64) -> Markup {
        let ends = self.coloured().filter_map(|(line, colour)| {
            let end = line.points.last()?;
            Some((to_y(end.1).clamp(TOP, BOTTOM), to_x(end.0).min(RIGHT), line.name.as_str(), colour))
        });
        let mut labels: Vec<_> = ends.collect();
        labels.sort_by(|one, other| one.0.total_cmp(&other.0));
        let mut free = TOP;
        for (y, ..) in &mut labels {
            *y = y.max(free);
            free = *y + LABEL_DISTANCE;
        }
        html! {
            @for (y, x, name, colour) in labels {
                text x=(x + 10.0) y=(y + 4.5) fill=(colour) { (name) }
            }
        }
    }
}

/// A line of the grid.
fn segment(from: (f64, f64), to: (f64, f64)) -> Markup {
    html! { line x1=(from.0) y1=(from.1) x2=(to.0) y2=(to.1) stroke="#d8dee4" {} }
}

fn drawn(line: &Line, colour: &str, places: &[(f64, f64)]) -> Markup {
    let points: Vec<String> = places.iter().map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
    html! {
        polyline points=(points.join(" ")) fill="none" stroke=(colour) clip-path="url(#area)"
            stroke-width=(if line.reference { "1.5" } else { "2.5" })
            stroke-dasharray=[line.reference.then_some("5 5")] {}
        @if !line.reference {
            @for (x, y) in places { circle cx=(format!("{x:.1}")) cy=(format!("{y:.1}")) r="4" fill=(colour) {} }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_logarithmic_axis_goes_over_whole_powers_of_ten() {
        let range = Range::of(Scale::Logarithmic, [300.0, 20_000.0].into_iter());
        assert_eq!(range.marks.len(), 4, "{:?}", range.marks);
        assert!((range.place(100.0), range.place(100_000.0)) == (0.0, 1.0));
        assert!((range.place(1_000.0) - 1.0 / 3.0).abs() < 1e-9);
    }

    #[test]
    fn a_linear_axis_begins_at_nought_and_has_round_marks() {
        let range = Range::of(Scale::Linear, [20.0, 149.0].into_iter());
        assert_eq!(range.marks, [0.0, 50.0, 100.0, 150.0]);
        assert!((range.place(75.0) - 0.5).abs() < 1e-9);
    }

    #[test]
    fn labels_of_lines_that_end_together_stand_apart() {
        let line = |name: &str, reference| Line {
            name: name.to_owned(),
            points: vec![(1.0, 1.0), (2.0, 2.0)],
            reference,
        };
        let axis = || Axis { title: "t", scale: Scale::Linear, text: |value| value.to_string() };
        let chart =
            Chart { title: "<&>", x: axis(), y: axis(), lines: vec![line("one", false), line("two", true)] };
        let svg = chart.svg();
        let label = |name: &str| {
            let (before, _) = svg.split_once(&format!(">{name}</text>")).unwrap();
            let (_, y) = before.rsplit_once(" y=\"").unwrap();
            y.split_once('"').unwrap().0.parse::<f64>().unwrap()
        };
        assert!(label("two") - label("one") >= LABEL_DISTANCE, "{svg}");
        assert!(svg.contains("&lt;&amp;&gt;"), "{svg}");
    }
}
