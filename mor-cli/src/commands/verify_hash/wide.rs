//! Every choice and every order of the parameters, when none of the usual mistakes was made.

use super::recipe::{Part, Recipe};
use super::search::{CHOICES, ORDERS, Search};
use super::variants;

/// Parameters of which every choice in the order of the request is tried.
const CHOICE: usize = 16;

/// Parameters of which every order of every choice is tried.
const SELECTION: usize = 6;

impl<'s> Search<'s> {
    /// Every choice of the parameters in the order of the request, in every form of the values; those that are most like the
    /// declared choice first.
    pub(super) fn choices(&mut self) -> Option<Recipe> {
        self.left = CHOICES;
        let given = self.given();
        if given.len() > CHOICE {
            return None;
        }
        let bits = |chosen: &dyn Fn(&Part<'s>) -> bool| {
            let parts = given.iter().enumerate();
            parts.filter(|(_, part)| chosen(part)).fold(0_u32, |bits, (place, _)| bits | 1 << place)
        };
        let declared = bits(&|part| self.request.hashes(part.name));
        let mut choices: Vec<u32> = (0..1 << given.len()).collect();
        choices.sort_by_key(|choice| (choice ^ declared).count_ones());
        let forms: Vec<Vec<Part<'s>>> =
            std::iter::once(given.clone()).chain(variants::of_all(&given)).collect();
        // A form changes some of the parameters; a choice without these has been tried before.
        let changed: Vec<u32> = forms
            .iter()
            .enumerate()
            .map(|(number, form)| {
                let differs = |place: usize| form.get(place) != given.get(place);
                let places = (0..given.len()).filter(|place| number == 0 || differs(*place));
                places.fold(0, |bits, place| bits | 1 << place)
            })
            .collect();
        let mut parts = Vec::with_capacity(given.len());
        for (number, (form, changed)) in forms.iter().zip(&changed).enumerate() {
            for choice in choices.iter().filter(|choice| number == 0 || *choice & changed != 0) {
                parts.clear();
                let chosen = form.iter().enumerate().filter(|(place, _)| choice >> place & 1 == 1);
                parts.extend(chosen.map(|(_, part)| part));
                if let Some(recipe) = self.attempt_plainly(&parts) {
                    return Some(recipe);
                }
                if self.left == 0 {
                    return None;
                }
            }
        }
        None
    }

    /// Every order of the hashed parameters, then every order of every selection, small ones first.
    pub(super) fn any_order(&mut self, plain: &[Part<'s>]) -> Option<Recipe> {
        self.left = ORDERS;
        let all = self.given();
        self.orders(plain, plain.len(), &mut Vec::new()).or_else(|| {
            (2..=all.len().min(SELECTION)).find_map(|size| self.orders(&all, size, &mut Vec::new()))
        })
    }

    fn orders<'p>(
        &mut self,
        from: &'p [Part<'s>],
        size: usize,
        chosen: &mut Vec<&'p Part<'s>>,
    ) -> Option<Recipe> {
        if chosen.len() == size {
            return self.attempt_plainly(chosen);
        }
        for part in from {
            if self.left == 0 {
                return None;
            }
            if chosen.iter().any(|known| known.name == part.name) {
                continue;
            }
            chosen.push(part);
            let found = self.orders(from, size, chosen);
            chosen.pop();
            if found.is_some() {
                return found;
            }
        }
        None
    }
}
