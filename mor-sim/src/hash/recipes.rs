//! The mistakes that are tried to explain a refused hash.

use std::collections::HashSet;

use secrecy::ExposeSecret as _;

use super::{
    Deviation, HashInput,
    check::Signed,
    deviation::SecretKind,
    forms::{FORMS, from_latin1},
    global, uses_global_list,
};

/// A value as it is hashed, and the parameter it belongs to.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
}

/// What is hashed besides the key, and how that deviates from what the server hashes.
pub(super) struct TextRecipe {
    pub(super) pieces: Vec<Piece>,
    pub(super) how: Vec<Deviation>,
}

/// Where the key is hashed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum KeyPlace {
    Front,
    /// After any piece but the last.
    Middle,
    End,
}

/// A key as it is hashed.
pub(super) struct KeyRecipe {
    pub(super) key: Vec<u8>,
    pub(super) place: KeyPlace,
    pub(super) how: Vec<Deviation>,
}

impl KeyRecipe {
    /// In how many ways it deviates; the place in the middle is described only when it is known.
    pub(super) fn deviations(&self) -> usize {
        self.how.len() + usize::from(self.place == KeyPlace::Middle)
    }
}

/// Of longer requests only the server's own text is tried.
const LONGEST: usize = 16 * 1024;

/// Parameters, and keys, that are tried one by one.
pub(super) const MOST: usize = 24;

type Pair = (String, String);

/// The texts, the likeliest first; the very first is the server's own.
pub(super) fn texts(request: &Signed<'_>, input: &HashInput) -> Vec<TextRecipe> {
    let mut texts = Texts { request, input, found: Vec::new(), seen: HashSet::new() };
    texts.add(texts.pieces(&input.parts), vec![]);
    if is_short(request) {
        texts.add_choices();
        texts.add_orders();
        texts.add_forms();
    }
    texts.found
}

/// Whether there is time to try more than the server's own text.
pub(super) fn is_short(request: &Signed<'_>) -> bool {
    request.params.iter().map(|(_, value)| value.len()).sum::<usize>() <= LONGEST
}

/// The sent parameters in the order of the request: as the server hashes them, where it does, else as sent.
pub(super) fn sent(request: &Signed<'_>, input: &HashInput) -> Vec<Piece> {
    let params = request.params.iter().filter(|(name, value)| *name != "hash" && !value.is_empty());
    params
        .map(|(name, value)| {
            let part = input.parts.iter().find(|(part, _)| part == name).map_or(value, |(_, part)| part);
            Piece { name: name.to_owned(), bytes: request.params.bytes(name, part).to_vec() }
        })
        .collect()
}

/// The same pieces in each other form that changes any of them.
pub(super) fn in_other_forms(pieces: &[Piece]) -> Vec<(Deviation, Vec<Piece>)> {
    let mut found: Vec<(Deviation, Vec<Piece>)> = Vec::new();
    let mut add = |how: &Deviation, changed: Vec<Piece>| {
        if changed != pieces && !found.iter().any(|(_, known)| *known == changed) {
            found.push((how.clone(), changed));
        }
    };
    for (how, form) in &FORMS {
        let changed = pieces.iter().map(|piece| {
            let bytes = std::str::from_utf8(&piece.bytes).ok().and_then(form);
            Piece { bytes: bytes.unwrap_or_else(|| piece.bytes.clone()), name: piece.name.clone() }
        });
        add(how, changed.collect());
    }
    let from_latin1 = pieces.iter().map(|piece| {
        let is_utf8 = std::str::from_utf8(&piece.bytes).is_ok();
        let bytes = if is_utf8 { piece.bytes.clone() } else { from_latin1(&piece.bytes) };
        Piece { bytes, name: piece.name.clone() }
    });
    add(&Deviation::Utf8, from_latin1.collect());
    found
}

struct Texts<'a> {
    request: &'a Signed<'a>,
    input: &'a HashInput,
    found: Vec<TextRecipe>,
    /// What the recipes found so far hash.
    seen: HashSet<Vec<u8>>,
}

impl Texts<'_> {
    /// A text that is there already has a likelier explanation.
    fn add(&mut self, pieces: Vec<Piece>, how: Vec<Deviation>) {
        let text = pieces.iter().flat_map(|piece| &piece.bytes).copied().collect();
        if self.seen.insert(text) {
            self.found.push(TextRecipe { pieces, how });
        }
    }

    fn piece(&self, name: &str, value: &str) -> Piece {
        Piece { name: name.to_owned(), bytes: self.request.params.bytes(name, value).to_vec() }
    }

    fn pieces(&self, pairs: &[Pair]) -> Vec<Piece> {
        pairs.iter().map(|(name, value)| self.piece(name, value)).collect()
    }

    fn is_part(&self, name: &str) -> bool {
        self.input.parts.iter().any(|(known, _)| known == name)
    }

    /// Other choices of parameters.
    fn add_choices(&mut self) {
        let (request, input) = (self.request, self.input);
        let expected = self.pieces(&input.parts);
        let not_hashed: Vec<Piece> = request
            .params
            .iter()
            .filter(|(name, value)| *name != "hash" && !value.is_empty() && !self.is_part(name))
            .filter(|(name, _)| !input.dropped.iter().any(|dropped| dropped == name))
            .take(MOST)
            .map(|(name, value)| self.piece(name, value))
            .collect();
        for piece in &not_hashed {
            let name = request.shown(&piece.name);
            self.add([std::slice::from_ref(piece), &expected].concat(), vec![Deviation::InFront(name)]);
        }
        self.add(self.with_dropped(&input.dropped), vec![Deviation::WithDropped(input.dropped.clone())]);
        for name in input.dropped.iter().take(MOST) {
            let names = vec![name.clone()];
            self.add(self.with_dropped(&names), vec![Deviation::WithDropped(names)]);
        }
        for (name, _) in input.parts.iter().take(MOST) {
            self.add_without(vec![name.clone()]);
        }
        let own = request.function.into_iter().flat_map(|function| &function.params);
        let is_own = |name: &str| own.clone().any(|param| param.name == name && param.hash_order.is_some());
        let foreign = input.parts.iter().map(|(name, _)| name.clone()).filter(|name| !is_own(name));
        self.add_without(foreign.collect());
        if let Some(function) = request.function.filter(|function| !uses_global_list(function)) {
            let global = global::input(&function.name, request.params);
            self.add(self.pieces(&global.parts), vec![Deviation::GlobalList]);
        }
        for piece in &not_hashed {
            let name = request.shown(&piece.name);
            self.add([&expected, std::slice::from_ref(piece)].concat(), vec![Deviation::AtEnd(name)]);
        }
        for (name, value) in request.params.replaced().filter(|(name, _)| *name != "hash").take(MOST) {
            let earlier = self.piece(name, value);
            let pieces = expected.iter().map(|piece| if piece.name == name { &earlier } else { piece });
            self.add(pieces.cloned().collect(), vec![Deviation::EarlierValue(request.shown(name))]);
        }
        self.add(Vec::new(), vec![Deviation::NoParameter]);
    }

    fn add_without(&mut self, names: Vec<String>) {
        let mut rest = self.pieces(&self.input.parts);
        rest.retain(|piece| !names.contains(&piece.name));
        self.add(rest, vec![Deviation::Without(names)]);
    }

    /// The expected text with some dropped parameters at their places in the list.
    fn with_dropped(&self, names: &[String]) -> Vec<Piece> {
        let value = |(name, sent): &Pair| {
            let part = self.input.parts.iter().find(|(known, _)| known == name).map(|(_, value)| value);
            Some(self.piece(name, part.or_else(|| names.contains(name).then_some(sent))?))
        };
        self.input.listed.iter().filter_map(value).collect()
    }

    /// Other orders.
    fn add_orders(&mut self) {
        let all = sent(self.request, self.input);
        let in_order = all.iter().filter(|piece| self.is_part(&piece.name)).cloned().collect();
        self.add(in_order, vec![Deviation::OrderOfRequest]);
        let as_sent = |piece: &Piece| Some(self.piece(&piece.name, self.request.params.get(&piece.name)?));
        let every = all.iter().filter_map(as_sent).collect();
        self.add(every, vec![Deviation::EveryParameter]);
        let mut parts = self.pieces(&self.input.parts);
        parts.sort_by(|a, b| a.name.cmp(&b.name));
        self.add(parts, vec![Deviation::Alphabetical]);
    }

    /// Other forms of the values.
    fn add_forms(&mut self) {
        let input = self.input;
        let as_sent = |name: &str| input.listed.iter().find(|(known, _)| known == name);
        let changed: Vec<String> = input
            .parts
            .iter()
            .filter(|(name, value)| as_sent(name).is_some_and(|(_, sent)| sent != value))
            .map(|(name, _)| name.clone())
            .collect();
        let sent: Vec<Pair> = input.parts.iter().filter_map(|(name, _)| as_sent(name).cloned()).collect();
        self.add(self.pieces(&sent), vec![Deviation::AsSent(changed.clone())]);
        self.add(
            self.pieces(&input.listed),
            vec![Deviation::AsSent(changed), Deviation::WithDropped(input.dropped.clone())],
        );
        let expected = self.pieces(&input.parts);
        for (how, pieces) in in_other_forms(&expected) {
            // All values in this form, or only one of them.
            for (place, piece) in pieces.iter().enumerate().take(MOST) {
                let mut one = expected.clone();
                if let Some(value) = one.get_mut(place) {
                    value.clone_from(piece);
                }
                self.add(one, vec![how.clone()]);
            }
            self.add(pieces, vec![how]);
        }
        let last = input.parts.len().saturating_sub(1);
        let named = input.parts.iter().enumerate().map(|(place, (name, value))| {
            let separator = if place == last { "" } else { "&" };
            Piece { name: name.clone(), bytes: format!("{name}={value}{separator}").into_bytes() }
        });
        self.add(named.collect(), vec![Deviation::NamesToo]);
    }
}

/// The keys, the right ones first.
pub(super) fn keys(request: &Signed<'_>) -> Vec<KeyRecipe> {
    let right = request.keys.iter().map(|key| (key, vec![]));
    let wrong = request.other_secrets.iter().take(MOST).map(|(kind, key)| {
        let owner = key.owner.to_owned();
        let how = match kind {
            SecretKind::Key => Deviation::KeyOf(owner),
            kind => Deviation::InsteadOfKey(*kind, owner),
        };
        (key, vec![how])
    });
    let no_key = KeyRecipe { key: Vec::new(), place: KeyPlace::End, how: vec![Deviation::NoKey] };
    let mut recipes = vec![no_key];
    for (key, how) in right.chain(wrong) {
        let key = key.secret.expose_secret();
        let mut add = |key: String, place, more: Option<Deviation>| {
            let how = how.iter().cloned().chain(more).collect();
            recipes.push(KeyRecipe { key: key.into_bytes(), place, how });
        };
        add(key.to_owned(), KeyPlace::End, None);
        add(format!("{key}\n"), KeyPlace::End, Some(Deviation::LineBreakAfterKey));
        add(format!("{key}\r\n"), KeyPlace::End, Some(Deviation::LineBreakAfterKey));
        add(format!("{key} "), KeyPlace::End, Some(Deviation::BlankAfterKey));
        add(key.trim().to_owned(), KeyPlace::End, Some(Deviation::KeyTrimmed));
        add(key.to_owned(), KeyPlace::Front, Some(Deviation::KeyInFront));
        add(key.to_owned(), KeyPlace::Middle, None);
    }
    recipes
}
