//! Listens to everything: `tracing` spans and events and `log` records, of all libraries, at their finest level.

use std::fmt::{Debug, Write};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, Once};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

static LINES: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// Starts listening; every test calls it before it does anything else.
pub fn listen() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        tracing::subscriber::set_global_default(Listener).expect("it is the only subscriber");
        log::set_logger(&Listener).expect("it is the only logger");
        log::set_max_level(log::LevelFilter::Trace);
    });
}

/// What was said so far, by all tests.
pub fn lines() -> Vec<String> {
    LINES.lock().expect("no test fails while it writes a line").clone()
}

#[track_caller]
pub fn assert_silent_about(secrets: &[String]) {
    for line in lines() {
        for secret in secrets {
            assert!(!line.contains(secret), "{secret} was logged: {line}");
        }
    }
}

fn note(line: String) {
    if let Ok(mut lines) = LINES.lock() {
        lines.push(line);
    }
}

struct Listener;

struct Line(String);

impl Visit for Line {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        // Writing to a String cannot fail.
        let _ = write!(self.0, " {}={value:?}", field.name());
    }
}

impl Listener {
    fn line(metadata: &Metadata<'_>) -> Line {
        Line(format!("{} {} {}", metadata.level(), metadata.target(), metadata.name()))
    }
}

impl Subscriber for Listener {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        static NEXT: AtomicU64 = AtomicU64::new(1);
        let mut line = Self::line(span.metadata());
        span.record(&mut line);
        note(line.0);
        Id::from_u64(NEXT.fetch_add(1, Ordering::Relaxed))
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        let mut line = Line("record".to_owned());
        values.record(&mut line);
        note(line.0);
    }

    fn event(&self, event: &Event<'_>) {
        let mut line = Self::line(event.metadata());
        event.record(&mut line);
        note(line.0);
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

impl log::Log for Listener {
    fn enabled(&self, _: &log::Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &log::Record<'_>) {
        note(format!("{} {} {}", record.level(), record.target(), record.args()));
    }

    fn flush(&self) {}
}
