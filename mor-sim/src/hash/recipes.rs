//! The mistakes that are tried to explain a refused hash.

use form_urlencoded::byte_serialize;
use secrecy::ExposeSecret as _;

use super::{
    Deviation, HashInput,
    check::Signed,
    form::{is_digits, without_zeros},
    global, uses_global_list,
};
use crate::catalog::common;

/// What is hashed besides the key, and how that deviates from what the server hashes.
pub(super) struct TextRecipe {
    pub(super) text: String,
    pub(super) how: Vec<Deviation>,
}

/// What is hashed before and after the values.
pub(super) struct KeyRecipe {
    pub(super) front: String,
    pub(super) end: String,
    pub(super) how: Vec<Deviation>,
}

/// Of longer requests only the server's own text is tried.
const LONGEST: usize = 16 * 1024;

/// So many parameters, and keys, are tried one by one.
const MOST: usize = 24;

type Pair = (String, String);

/// The texts, the likeliest first; the very first is the server's own.
pub(super) fn texts(request: &Signed<'_>, input: &HashInput) -> Vec<TextRecipe> {
    let mut texts = Texts(Vec::new());
    texts.add(joined(&input.parts), vec![]);
    if request.params.iter().map(|(_, value)| value.len()).sum::<usize>() <= LONGEST {
        texts.add_choices(request, input);
        texts.add_orders(request, input);
        texts.add_forms(input);
    }
    texts.0
}

struct Texts(Vec<TextRecipe>);

impl Texts {
    /// A text that is there already has a likelier explanation.
    fn add(&mut self, text: String, how: Vec<Deviation>) {
        if self.0.iter().all(|known| known.text != text) {
            self.0.push(TextRecipe { text, how });
        }
    }

    /// Other choices of parameters.
    fn add_choices(&mut self, request: &Signed<'_>, input: &HashInput) {
        let expected = joined(&input.parts);
        let is_part = |name: &str| input.parts.iter().any(|(known, _)| known == name);
        let not_hashed: Vec<(&str, &str)> = request
            .params
            .iter()
            .filter(|(name, value)| is_known(request, name) && !value.is_empty() && !is_part(name))
            .filter(|(name, _)| !input.dropped.iter().any(|dropped| dropped == name))
            .take(MOST)
            .collect();
        for (name, value) in &not_hashed {
            self.add(format!("{value}{expected}"), vec![Deviation::InFront((*name).to_owned())]);
        }
        self.add(with_dropped(input, &input.dropped), vec![Deviation::WithDropped(input.dropped.clone())]);
        for name in input.dropped.iter().take(MOST) {
            let names = vec![name.clone()];
            self.add(with_dropped(input, &names), vec![Deviation::WithDropped(names)]);
        }
        for (name, _) in input.parts.iter().take(MOST) {
            self.add_without(input, vec![name.clone()]);
        }
        let is_own = |name: &str| {
            request.function.params.iter().any(|param| param.name == name && param.hash_order.is_some())
        };
        let foreign = input.parts.iter().map(|(name, _)| name.clone()).filter(|name| !is_own(name));
        self.add_without(input, foreign.collect());
        if !uses_global_list(request.function) {
            let global = global::input(&request.function.name, request.params);
            self.add(joined(&global.parts), vec![Deviation::GlobalList]);
        }
        for (name, value) in &not_hashed {
            self.add(format!("{expected}{value}"), vec![Deviation::AtEnd((*name).to_owned())]);
        }
        self.add(String::new(), vec![Deviation::NoParameter]);
    }

    fn add_without(&mut self, input: &HashInput, names: Vec<String>) {
        let rest = input.parts.iter().filter(|(name, _)| !names.contains(name));
        self.add(rest.map(|(_, value)| value.as_str()).collect(), vec![Deviation::Without(names)]);
    }

    /// Other orders.
    fn add_orders(&mut self, request: &Signed<'_>, input: &HashInput) {
        let part = |name: &str| input.parts.iter().find(|(known, _)| known == name);
        let in_order = request.params.iter().filter_map(|(name, _)| Some(part(name)?.1.as_str()));
        self.add(in_order.collect(), vec![Deviation::OrderOfRequest]);
        let all = request.params.iter().filter(|(name, _)| *name != "hash").map(|(_, value)| value);
        self.add(all.collect(), vec![Deviation::EveryParameter]);
        let mut parts = input.parts.clone();
        parts.sort();
        self.add(joined(&parts), vec![Deviation::Alphabetical]);
    }

    /// Other forms of the values.
    fn add_forms(&mut self, input: &HashInput) {
        let as_sent = |name: &str| input.listed.iter().find(|(known, _)| known == name);
        let changed: Vec<String> = input
            .parts
            .iter()
            .filter(|(name, value)| as_sent(name).is_some_and(|(_, sent)| sent != value))
            .map(|(name, _)| name.clone())
            .collect();
        let sent: String =
            input.parts.iter().filter_map(|(name, _)| Some(as_sent(name)?.1.as_str())).collect();
        self.add(sent, vec![Deviation::AsSent(changed.clone())]);
        self.add(
            joined(&input.listed),
            vec![Deviation::AsSent(changed), Deviation::WithDropped(input.dropped.clone())],
        );
        self.add_form(input, Deviation::Trimmed, |value| value.trim().to_owned());
        self.add_form(input, Deviation::WithoutZeros, |value| {
            if value.is_empty() || !is_digits(value) { value } else { without_zeros(value) }.to_owned()
        });
        let form = |value: &str| byte_serialize(value.as_bytes()).collect::<String>();
        self.add_form(input, Deviation::PercentEncoded, |value| form(value));
        self.add_form(input, Deviation::PercentEncoded, |value| form(value).replace('+', "%20"));
        let named: Vec<_> = input.parts.iter().map(|(name, value)| format!("{name}={value}")).collect();
        self.add(named.join("&"), vec![Deviation::NamesToo]);
    }

    fn add_form(&mut self, input: &HashInput, how: Deviation, form: impl Fn(&str) -> String) {
        self.add(input.parts.iter().map(|(_, value)| form(value)).collect(), vec![how]);
    }
}

/// Whether this is the name of a parameter at all. Other names stay out of diagnoses: a client may have put anything
/// there, a key or a password included.
fn is_known(request: &Signed<'_>, name: &str) -> bool {
    matches!(name, "u" | "test")
        || request.function.params.iter().any(|param| param.name == name)
        || common().hash.order().any(|listed| listed == name)
}

fn joined(pairs: &[Pair]) -> String {
    pairs.iter().map(|(_, value)| value.as_str()).collect()
}

/// The expected text with some dropped parameters at their places in the list.
fn with_dropped(input: &HashInput, names: &[String]) -> String {
    let text = |(name, sent): &'_ Pair| {
        let part = input.parts.iter().find(|(known, _)| known == name).map(|(_, value)| value);
        part.or_else(|| names.contains(name).then_some(sent)).cloned()
    };
    input.listed.iter().filter_map(text).collect()
}

/// The keys, the right ones first.
pub(super) fn keys(request: &Signed<'_>) -> Vec<KeyRecipe> {
    let right = request.keys.iter().map(|key| (key.secret.expose_secret(), vec![]));
    let wrong = request.other_keys.iter().take(MOST);
    let wrong = wrong.map(|key| (key.secret.expose_secret(), vec![Deviation::KeyOf(key.owner.to_owned())]));
    let mut recipes =
        vec![KeyRecipe { front: String::new(), end: String::new(), how: vec![Deviation::NoKey] }];
    for (key, how) in right.chain(wrong) {
        let mut add = |front: &str, end: String, more: Option<Deviation>| {
            let how = how.iter().cloned().chain(more).collect();
            recipes.push(KeyRecipe { front: front.to_owned(), end, how });
        };
        add("", key.to_owned(), None);
        add("", format!("{key}\n"), Some(Deviation::LineBreakAfterKey));
        add("", format!("{key}\r\n"), Some(Deviation::LineBreakAfterKey));
        add("", format!("{key} "), Some(Deviation::BlankAfterKey));
        add("", key.trim().to_owned(), Some(Deviation::KeyTrimmed));
        add(key, String::new(), Some(Deviation::KeyInFront));
    }
    recipes
}
