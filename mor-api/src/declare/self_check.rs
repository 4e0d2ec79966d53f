//! What a declaration promises beyond what the derive can see in its tokens, checked by the compiler.

use crate::value::ascii;
use crate::{Endpoint, Kind, ParamSpec, Secret, Spec};

/// Checks an endpoint's description. The derive writes a constant that calls it, so that a broken promise does not compile.
///
/// What it costs is time of every build, and so it looks at nothing that takes longer than comparing names. That texts of
/// refusals can be told apart is seen to by the derive of [`Fault`](crate::Fault).
///
/// # Panics
///
/// If a promise is broken; the message says which.
#[track_caller]
#[expect(clippy::panic, reason = "the compiler calls it: a panic is a compile error")]
pub const fn check_declaration<E: Endpoint>() {
    if let Some(problem) = problem(E::SPEC) {
        panic!("{}", problem.text());
    }
}

/// The first problem. A message is put together only then: that would take longer than all the rest.
const fn problem(spec: &Spec) -> Option<Problem> {
    let mut params = spec.params;
    while let [param, rest @ ..] = params {
        if let Some((what, word)) = problem_of(param, rest) {
            let about = Problem::EMPTY.and("the parameter `").and(param.name).and("` ");
            return Some(about.and(what).and(word));
        }
        params = rest;
    }
    None
}

/// What is wrong with a parameter, and which word it is about.
const fn problem_of(param: &ParamSpec, others: &[ParamSpec]) -> Option<(&'static str, &'static str)> {
    if is_param(param.name, others) {
        return Some(("is declared twice: in the struct and in its set", ""));
    }
    match param.kind {
        Kind::File if param.hash_order.is_some() => {
            Some(("is a file, which servers do not hash: use `#[nohash]`", ""))
        }
        Kind::Text if Secret::is_secret_name(param.name) => {
            Some(("has the name of a secret: its type should be `mor_api::Secret`", ""))
        }
        Kind::Choice([]) => Some(("is a choice among no words", "")),
        Kind::Choice(words) => match repeated(words) {
            Some(word) => Some(("has a word twice: ", word)),
            None => None,
        },
        _ => None,
    }
}

const fn is_param(name: &str, mut params: &[ParamSpec]) -> bool {
    while let [param, rest @ ..] = params {
        if ascii::same(name.as_bytes(), param.name.as_bytes()) {
            return true;
        }
        params = rest;
    }
    false
}

const fn repeated(mut words: &'static [&'static str]) -> Option<&'static str> {
    while let [word, rest @ ..] = words {
        if ascii::is_any(word.as_bytes(), rest) {
            return Some(word);
        }
        words = rest;
    }
    None
}

/// A message, put together without allocation.
#[derive(Clone, Copy)]
struct Problem {
    bytes: [u8; Self::MAX],
    len: usize,
}

impl Problem {
    /// Longer messages are cut.
    const MAX: usize = 240;

    const EMPTY: Self = Self { bytes: [0; Self::MAX], len: 0 };

    const fn and(mut self, text: &str) -> Self {
        let mut text = text.as_bytes();
        let mut free = self.bytes.split_at_mut(self.len).1;
        while let ([byte, rest @ ..], [place, others @ ..]) = (text, free) {
            *place = *byte;
            self.len += 1;
            (text, free) = (rest, others);
        }
        self
    }

    const fn text(&self) -> &str {
        match core::str::from_utf8(self.bytes.split_at(self.len).0) {
            Ok(text) => text,
            Err(_) => "a parameter breaks a promise",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::__private_0_1::{Stub, join_params};

    const fn param(name: &'static str, kind: Kind) -> ParamSpec {
        ParamSpec::new(name, "a", kind)
    }

    fn found(params: &'static [ParamSpec]) -> Option<String> {
        problem(&Spec { params, ..*Stub::SPEC }).map(|problem| problem.text().to_owned())
    }

    #[test]
    fn a_name_of_the_struct_is_no_name_of_its_set() {
        const OWN: &[ParamSpec] = &[param("name", Kind::Text), param("note", Kind::Text)];
        const TWICE: &[ParamSpec] = &join_params::<3>(OWN, &[param("note", Kind::Text)]);
        assert_eq!(found(OWN), None);
        let expected = "the parameter `note` is declared twice: in the struct and in its set";
        assert_eq!(found(TWICE).as_deref(), Some(expected));
    }

    #[test]
    fn broken_promises_are_named() {
        const FILE: ParamSpec = param("a", Kind::File).with_hash_order(1);
        const FINE: &[&[ParamSpec]] = &[
            &[param("a", Kind::Choice(&["x", "y"]))],
            &[param("a", Kind::File)],
            &[param("card_pin", Kind::Secret)],
        ];
        const BROKEN: &[(&[ParamSpec], &str)] = &[
            (&[FILE], "the parameter `a` is a file, which servers do not hash: use `#[nohash]`"),
            (
                &[param("card_pin", Kind::Text)],
                "the parameter `card_pin` has the name of a secret: its type should be `mor_api::Secret`",
            ),
            (&[param("a", Kind::Choice(&[]))], "the parameter `a` is a choice among no words"),
            (&[param("a", Kind::Choice(&["x", "y", "X"]))], "the parameter `a` has a word twice: x"),
        ];
        for params in FINE {
            assert_eq!(found(params), None);
        }
        for (params, expected) in BROKEN {
            assert_eq!(found(params).as_deref(), Some(*expected));
        }
    }

    #[test]
    fn a_long_message_is_cut() {
        const LONG: &str = match core::str::from_utf8(&[b'x'; 300]) {
            Ok(text) => text,
            Err(_) => "",
        };
        const PARAMS: &[ParamSpec] = &[param(LONG, Kind::Choice(&[]))];
        assert_eq!(found(PARAMS).map(|text| text.len()), Some(Problem::MAX));
    }
}
