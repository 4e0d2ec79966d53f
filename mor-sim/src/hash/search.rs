//! Tries recipes until one makes the hash: the likely mistakes first, then every choice and order of the parameters.

use sha1::{Digest as _, Sha1};

use super::{
    Deviation, HashInput,
    check::Signed,
    recipes::{self, KeyPlace, KeyRecipe, Piece, TextRecipe, in_other_forms, is_short, sent},
};

/// Blocks of 64 bytes that are hashed for one diagnosis at most, one at least for each attempt: about a tenth of a second
/// in an optimised build. The server stands still meanwhile.
const BUDGET: usize = 600_000;

/// Blocks of them for the likely mistakes.
const LIKELY: usize = 100_000;

const BLOCK: usize = 64;

/// Parameters of which every choice in the order of the request is tried.
const CHOICE: usize = 16;

/// Parameters of which every order is tried, and parameters of which every order of every choice is.
const ORDER: usize = 8;
const ORDER_OF_CHOICE: usize = 6;

/// Keys that are tried with every choice and order.
const KEYS: usize = 4;

/// The deviations of the recipe that makes the hash; those of the likely mistakes with as few as possible.
pub(super) fn run(request: &Signed<'_>, input: &HashInput, hash: [u8; 20]) -> Option<Vec<Deviation>> {
    let keys = recipes::keys(request);
    let mut search = Search { request, input, hash, left: LIKELY };
    let likely = search.likely(&recipes::texts(request, input), &keys);
    if likely.is_some() || !is_short(request) {
        return likely;
    }
    choose(request, input, hash)
}

/// The same for every choice and order of the parameters.
pub(super) fn choose(request: &Signed<'_>, input: &HashInput, hash: [u8; 20]) -> Option<Vec<Deviation>> {
    let keys = recipes::keys(request);
    let mut search = Search { request, input, hash, left: BUDGET };
    let keys: Vec<&KeyRecipe> = keys.iter().filter(|key| is_plain(key)).take(KEYS).collect();
    search.choices(&keys).or_else(|| search.orders(&keys))
}

/// Whether the key is used as it is and at its place, or not at all.
fn is_plain(key: &KeyRecipe) -> bool {
    let is_plain =
        |how: &Deviation| matches!(how, Deviation::NoKey | Deviation::KeyOf(_) | Deviation::InsteadOfKey(..));
    key.place == KeyPlace::End && key.how.iter().all(is_plain)
}

struct Search<'a> {
    request: &'a Signed<'a>,
    input: &'a HashInput,
    hash: [u8; 20],
    left: usize,
}

impl Search<'_> {
    /// Whether these bytes make the hash; nothing does once the time is over.
    fn is_made_of<'b>(&mut self, start: Sha1, rest: impl Iterator<Item = &'b [u8]>, length: usize) -> bool {
        let cost = 1 + length / BLOCK;
        if self.left < cost {
            self.left = 0;
            return false;
        }
        self.left -= cost;
        let sha1 = rest.fold(start, Sha1::chain_update);
        <[u8; 20]>::from(sha1.finalize()) == self.hash
    }

    /// Each text with each key, those with the fewest deviations first.
    fn likely(&mut self, texts: &[TextRecipe], keys: &[KeyRecipe]) -> Option<Vec<Deviation>> {
        let most_of_text = texts.iter().map(|text| text.how.len()).max().unwrap_or_default();
        let most_of_key = keys.iter().map(KeyRecipe::deviations).max().unwrap_or_default();
        for count in 0..=most_of_text + most_of_key {
            for text in texts {
                for key in keys.iter().filter(|key| text.how.len() + key.deviations() == count) {
                    if let Some(place) = self.with_key(&text.pieces, key) {
                        return Some([&text.how, &key.how, place.as_slice()].concat());
                    }
                    if self.left == 0 {
                        return None;
                    }
                }
            }
        }
        None
    }

    /// Whether the pieces with the key at its place make the hash; a key in the middle is named.
    fn with_key(&mut self, pieces: &[Piece], key: &KeyRecipe) -> Option<Vec<Deviation>> {
        let places = match key.place {
            KeyPlace::Front => 0..1,
            KeyPlace::Middle => 1..pieces.len().max(1),
            KeyPlace::End => pieces.len()..pieces.len() + 1,
        };
        let length = pieces.iter().map(|piece| piece.bytes.len()).sum::<usize>() + key.key.len();
        for place in places {
            let (before, after) = pieces.split_at(place.min(pieces.len()));
            let all = before.iter().map(|piece| &piece.bytes).chain([&key.key]);
            let all = all.chain(after.iter().map(|piece| &piece.bytes)).map(Vec::as_slice);
            if self.is_made_of(Sha1::new(), all, length) {
                let between = before.last().zip(after.first()).filter(|_| key.place == KeyPlace::Middle);
                let name = |piece: &Piece| self.request.shown(&piece.name);
                return Some(
                    between.map(|(a, b)| Deviation::KeyBetween(name(a), name(b))).into_iter().collect(),
                );
            }
        }
        None
    }

    /// Every choice of the parameters in the order of the request, as hashed and in every other form.
    fn choices(&mut self, keys: &[&KeyRecipe]) -> Option<Vec<Deviation>> {
        let sent = sent(self.request, self.input);
        if sent.len() > CHOICE {
            return None;
        }
        let others = in_other_forms(&sent);
        let forms = others.iter().map(|(how, pieces)| (Some(how), pieces));
        for (form, pieces) in std::iter::once((None, &sent)).chain(forms) {
            let found = self.choice(pieces, &Sha1::new(), &mut Vec::new(), 0, keys);
            if let Some((chosen, key)) = found {
                return Some(chosen.into_iter().chain(form.cloned()).chain(key).collect());
            }
        }
        None
    }

    /// The choices that start with what is chosen already, whose hash so far is `start`.
    fn choice<'p>(
        &mut self,
        rest: &'p [Piece],
        start: &Sha1,
        chosen: &mut Vec<&'p Piece>,
        length: usize,
        keys: &[&KeyRecipe],
    ) -> Option<(Option<Deviation>, Vec<Deviation>)> {
        if let Some(key) = self.key_for(start, length, keys) {
            return Some((self.named(chosen), key));
        }
        for (place, piece) in rest.iter().enumerate() {
            if self.left == 0 {
                return None;
            }
            chosen.push(piece);
            let next = start.clone().chain_update(&piece.bytes);
            let behind = rest.get(place + 1..).unwrap_or_default();
            let found = self.choice(behind, &next, chosen, length + piece.bytes.len(), keys);
            chosen.pop();
            if found.is_some() {
                return found;
            }
        }
        None
    }

    /// Every order of the hashed parameters, then every order of every small choice of all.
    fn orders(&mut self, keys: &[&KeyRecipe]) -> Option<Vec<Deviation>> {
        let sent = sent(self.request, self.input);
        let is_part = |piece: &&Piece| self.input.parts.iter().any(|(name, _)| *name == piece.name);
        let parts: Vec<&Piece> = sent.iter().filter(is_part).collect();
        if parts.len() <= ORDER
            && let Some(found) = self.order(&parts, parts.len(), &Sha1::new(), &mut Vec::new(), keys)
        {
            return Some(found);
        }
        let all: Vec<&Piece> = sent.iter().collect();
        (2..=all.len().min(ORDER_OF_CHOICE))
            .find_map(|size| self.order(&all, size, &Sha1::new(), &mut Vec::new(), keys))
    }

    fn order<'p>(
        &mut self,
        from: &[&'p Piece],
        size: usize,
        start: &Sha1,
        chosen: &mut Vec<&'p Piece>,
        keys: &[&KeyRecipe],
    ) -> Option<Vec<Deviation>> {
        if chosen.len() == size {
            let length = chosen.iter().map(|piece| piece.bytes.len()).sum();
            let key = self.key_for(start, length, keys)?;
            return Some(self.named(chosen).into_iter().chain(key).collect());
        }
        for piece in from {
            if self.left == 0 {
                return None;
            }
            if chosen.iter().any(|known| known.name == piece.name) {
                continue;
            }
            chosen.push(piece);
            let found = self.order(from, size, &start.clone().chain_update(&piece.bytes), chosen, keys);
            chosen.pop();
            if found.is_some() {
                return found;
            }
        }
        None
    }

    /// How the key was used that makes the hash after what is hashed already.
    fn key_for(&mut self, start: &Sha1, length: usize, keys: &[&KeyRecipe]) -> Option<Vec<Deviation>> {
        let key = keys.iter().find(|key| {
            let bytes = std::iter::once(key.key.as_slice());
            self.is_made_of(start.clone(), bytes, length + key.key.len())
        })?;
        Some(key.how.clone())
    }

    /// What is odd about a choice of parameters; nothing if it is the server's.
    fn named(&self, chosen: &[&Piece]) -> Option<Deviation> {
        let expected: Vec<&str> = self.input.parts.iter().map(|(name, _)| name.as_str()).collect();
        let names: Vec<&str> = chosen.iter().map(|piece| piece.name.as_str()).collect();
        if names == expected {
            return None;
        }
        let all_there = expected.len() == names.len() && expected.iter().all(|name| names.contains(name));
        let left_out: Vec<&str> = expected.iter().copied().filter(|name| !names.contains(name)).collect();
        let kept = expected.iter().copied().filter(|name| names.contains(name));
        let shown = |names: &[&str]| names.iter().map(|name| self.request.shown(name)).collect();
        Some(if all_there {
            Deviation::OtherOrder(shown(&names))
        } else if kept.eq(names.iter().copied()) && !names.is_empty() {
            Deviation::Without(shown(&left_out))
        } else {
            Deviation::Chosen(shown(&names))
        })
    }
}
