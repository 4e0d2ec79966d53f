//! How far an export is, for people.

use indicatif::{ProgressBar, ProgressStyle};
use mor_export::Progress;

use crate::cli::Globals;
use crate::message;

/// Shows the progress on a terminal, and why windows are tried again everywhere.
pub(super) struct Reporter {
    bar: ProgressBar,
    quiet: bool,
}

impl Reporter {
    pub(super) fn new(globals: &Globals) -> Self {
        let quiet = globals.quiet;
        if quiet {
            return Self { bar: ProgressBar::hidden(), quiet };
        }
        // It draws on standard error, and only if that is a terminal.
        let style = ProgressStyle::with_template("{bar:30} {pos}/{len} windows, {msg}")
            .unwrap_or_else(|_| ProgressStyle::default_bar());
        Self { bar: ProgressBar::no_length().with_style(style), quiet }
    }

    pub(super) fn show(&self, progress: Progress) {
        self.bar.set_length(progress.windows_total);
        self.bar.set_position(progress.windows_done);
        self.bar.set_message(text(&progress));
        if let Some(why) = progress.retrying.filter(|_| !self.quiet) {
            let text = format!("the calls from {} on are asked for again: {why}", progress.window);
            self.bar.suspend(|| message::warning(&text));
        }
    }

    pub(super) fn finish(self) {
        self.bar.finish_and_clear();
    }
}

/// The calls so far, and how long it will take. The bar's own guess would count windows of earlier runs.
fn text(progress: &Progress) -> String {
    let calls = progress.rows + progress.window_rows;
    match progress.eta {
        Some(left) if progress.windows_done < progress.windows_total => {
            format!("{calls} calls, {} left", clock(left.as_secs()))
        }
        _ => format!("{calls} calls"),
    }
}

fn clock(seconds: u64) -> String {
    match seconds {
        0..60 => format!("{seconds}s"),
        60..3600 => format!("{}m {:02}s", seconds / 60, seconds % 60),
        _ => format!("{}h {:02}m", seconds / 3600, seconds % 3600 / 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_that_are_left() {
        assert_eq!([clock(0), clock(59), clock(60), clock(3599)], ["0s", "59s", "1m 00s", "59m 59s"]);
        assert_eq!(clock(100_000), "27h 46m");
    }
}
