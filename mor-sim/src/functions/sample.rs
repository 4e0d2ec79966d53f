//! Functions without a state: they answer with a sample of the catalog.

use super::{Call, Done};
use crate::{
    catalog::{Function, Response, ResponseKind},
    http::Answer,
};

/// The first success sample.
pub(super) fn answer(call: &Call<'_>) -> Done {
    done(ResponseKind::Success, success(call.function))
}

/// A function has been executed if the sample says so, and if there is one.
fn done(kind: ResponseKind, answer: Answer) -> Done {
    let is_executed = kind != ResponseKind::Other && answer.status != 501;
    if is_executed { Done::sample(answer) } else { answer.into() }
}

/// The first success sample; the first one of any kind if none is called a success.
pub(super) fn success(function: &Function) -> Answer {
    let is_success = |response: &&Response| response.kind == ResponseKind::Success;
    match function.responses.iter().find(is_success).or_else(|| function.responses.first()) {
        Some(response) => render(response),
        None => Answer::simulator_says(&format!(
            "no source shows an answer of {}; order one with Simulator::on(..).respond(..)",
            function.name
        )),
    }
}

/// The sample with this number, counted from 0.
pub(crate) fn numbered(function: &Function, number: usize) -> Done {
    if let Some(response) = function.responses.get(number) {
        return done(response.kind, render(response));
    }
    let (name, count) = (&function.name, function.responses.len());
    Answer::simulator_says(&format!("{name} has {count} samples, there is no number {number}")).into()
}

fn render(response: &Response) -> Answer {
    let sample = response.xml.trim_start();
    if sample.starts_with('<') {
        Answer::xml(sample)
    } else if sample.starts_with("HTTP 302") {
        redirect_to_gui()
    } else {
        Answer::text(sample.trim_end())
    }
}

pub(super) fn redirect_to_gui() -> Answer {
    Answer::redirect("/billing/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{find, functions};

    #[test]
    fn every_function_but_the_known_ones_has_a_sample_to_send() {
        let without: Vec<_> = functions()
            .iter()
            .filter(|function| success(function).status != 200)
            .map(|f| f.name.as_str())
            .collect();
        assert_eq!(without, ["did_rates_get"]);
    }

    #[test]
    fn plain_text_samples_are_sent_as_text() {
        let answer = success(find("user_simple_balance_get").unwrap());
        assert_eq!((answer.body.as_slice(), answer.content_type.is_some()), (b"60.0000".as_slice(), true));
    }

    #[test]
    fn the_sample_in_words_is_a_redirect() {
        let login = find("user_login").unwrap();
        let number = login.responses.iter().position(|response| response.xml.contains("302")).unwrap();
        assert_eq!(numbered(login, number).answer.status, 302);
        assert_eq!(numbered(login, 99).answer.status, 501);
    }
}
