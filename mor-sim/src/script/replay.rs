//! Recorded answers in place of the functions.

use std::{collections::BTreeMap, fmt::Write as _};

use super::recording::{Exchange, Recording, scrubbed};
use crate::{
    catalog::{Functions, UnknownFunction},
    http::{Answer, Params},
    redact::{HIDDEN, Scrubber},
};

/// Recorded exchanges, and which of them have been answered already.
#[derive(Debug, Default)]
pub(crate) struct Replay(Vec<Part>);

#[derive(Debug)]
struct Part {
    exchange: Exchange,
    is_used: bool,
}

impl Replay {
    pub(crate) fn new(recording: Recording, functions: &Functions) -> Result<Self, UnknownFunction> {
        let part = |mut exchange: Exchange| {
            exchange.function = functions.current_name(&exchange.function)?.to_owned();
            Ok(Part { exchange, is_used: false })
        };
        recording.exchanges.into_iter().map(part).collect::<Result<_, _>>().map(Self)
    }

    /// The answer that was recorded for a request; of several, the next one that was not given yet, and the last one
    /// again and again. None for a function that does not occur in the recording.
    pub(crate) fn answer(
        &mut self,
        scrubber: &Scrubber<'_>,
        function: &str,
        params: &Params,
    ) -> Option<Answer> {
        if !self.0.iter().any(|part| part.exchange.function == function) {
            return None;
        }
        let sent = scrubbed(scrubber, function, params);
        let sent = &sent;
        let place =
            |is_used: bool| move |part: &Part| fits(part, function, sent) && (is_used || !part.is_used);
        let fresh = self.0.iter().position(place(false));
        let chosen = fresh.or_else(|| self.0.iter().rposition(place(true))).and_then(|n| self.0.get_mut(n));
        Some(match chosen {
            Some(part) => {
                part.is_used = true;
                part.exchange.answer.clone()
            }
            None => Answer::simulator_says(&self.advice(function, sent)),
        })
    }

    /// What was recorded in place of what was sent.
    fn advice(&self, function: &str, sent: &BTreeMap<String, String>) -> String {
        let mut text =
            format!("no answer of {function} is recorded for these parameters\n  sent:     {}", shown(sent));
        for part in self.0.iter().filter(|part| part.exchange.function == function).take(10) {
            let _ = write!(text, "\n  recorded: {}", shown(&part.exchange.parameters));
        }
        text
    }
}

/// Whether all parameters are the same; a hidden one in the recording stands for any value.
fn fits(part: &Part, function: &str, sent: &BTreeMap<String, String>) -> bool {
    let recorded = &part.exchange.parameters;
    part.exchange.function == function
        && recorded.len() == sent.len()
        && recorded
            .iter()
            .all(|(name, value)| sent.get(name).is_some_and(|sent| sent == value || value == HIDDEN))
}

fn shown(parameters: &BTreeMap<String, String>) -> String {
    let pairs: Vec<String> = parameters.iter().map(|(name, value)| format!("{name}={value}")).collect();
    if pairs.is_empty() { "none".to_owned() } else { pairs.join(" ") }
}
