//! Call lists of every shape that servers send: what a decoder is fast on must not be a matter of luck.

use core::fmt::{self, Write as _};

use fastrand::Rng;

/// How the calls of an answer look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "four independent properties")]
pub struct Shape {
    /// No white space between elements; otherwise one element a line.
    pub compact: bool,
    /// A caller ID with entities, as real calls have: `&quot;Ann&quot; &lt;370...&gt;`.
    pub escaped: bool,
    /// Every other row lacks two fields.
    pub alternating: bool,
    /// One element that no field declares.
    pub undeclared: bool,
}

impl Shape {
    /// All sixteen.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..16_u8).map(|bits| Self {
            compact: bits & 1 != 0,
            escaped: bits & 2 != 0,
            alternating: bits & 4 != 0,
            undeclared: bits & 8 != 0,
        })
    }

    /// A response of `user_calls_get` with 15 fields a call.
    #[must_use]
    pub fn text(self, rows: u64, seed: u64) -> String {
        let mut random = Rng::with_seed(seed);
        let mut text = String::new();
        let (line, indent) = if self.compact { ("", "") } else { ("\n", "      ") };
        // Writing to a string cannot fail.
        let _ = write!(
            text,
            "<page>{line}<total_calls>{rows}</total_calls>{line}<calls_stat>{line}<calls>{line}"
        );
        for row in 0..rows {
            let _ = self.row(row, &mut random, (line, indent), &mut text);
        }
        let _ = write!(text, "</calls>{line}</calls_stat>{line}</page>{line}");
        text
    }

    fn row(self, row: u64, random: &mut Rng, (line, indent): (&str, &str), text: &mut String) -> fmt::Result {
        let number = random.u32(60_000_000..70_000_000);
        let clid = if self.escaped {
            format!("&quot;Ann&quot; &lt;370{number}&gt;")
        } else {
            format!("Ann 370{number}")
        };
        let (seconds, price) = (random.u32(1..600), random.u32(1..99_999));
        let time = format!("2026-01-{:02} {:02}:{:02}:{:02}", row % 28 + 1, row % 24, row % 60, row % 59);
        let is_short = self.alternating && row % 2 == 1;
        write!(text, "  <call>{line}")?;
        let mut field =
            |name: &str, value: fmt::Arguments<'_>| write!(text, "{indent}<{name}>{value}</{name}>{line}");
        field("calldate2", format_args!("{time}"))?;
        field("clid", format_args!("{clid}"))?;
        field("destination", format_args!("Lithuania mobile Tele2"))?;
        field("dispod", format_args!("ANSWERED(16)"))?;
        field("dst", format_args!("370{number}"))?;
        field("id", format_args!("{row}"))?;
        field("nice_billsec", format_args!("{seconds}"))?;
        if !is_short {
            field("prefix", format_args!("3706"))?;
            field("provider_name", format_args!("Carrier {}", row % 7))?;
        }
        if self.undeclared {
            field("hangup_side", format_args!("caller"))?;
        }
        field("provider_price", format_args!("{}.{:04}", price / 10_000, price % 10_000))?;
        field("src", format_args!("3705{}", number % 10_000_000))?;
        field("user", format_args!("user_{}", row % 50))?;
        field("user_id", format_args!("{}", row % 50 + 2))?;
        field("user_price", format_args!("{}.{:04}", price / 9_000, price % 9_000))?;
        field("uniqueid", format_args!("{}.{row}", 1_700_000_000 + row))?;
        write!(text, "  </call>{line}")
    }
}

/// `lines, escaped, missing, undeclared`, for a report.
impl fmt::Display for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = |is: bool, yes: &'static str, no: &'static str| if is { yes } else { no };
        write!(
            f,
            "{}_{}_{}_{}",
            word(self.compact, "compact", "lines"),
            word(self.escaped, "escaped", "plain"),
            word(self.alternating, "missing", "all"),
            word(self.undeclared, "undeclared", "declared")
        )
    }
}
