//! What is hashed, in which order: the page's list, settled by its example where the two disagree.

use mor_api::Hash;

use crate::page::{Example, Listed, Page, Param};

/// Keys that the vendor's examples were made with.
const USUAL_KEYS: &[&str] = &["secret", "456789", "123456", "123450", "kolmisoft", "secretkey"];

/// How many digits must agree for a hash that was altered for publication.
const ALTERED: usize = 30;

/// Parameters that are never fields: the framework sends them.
pub(crate) const NEVER_FIELDS: &[&str] = &["hash", "test"];

/// The hashed parameters and how sure that is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Recipe {
    /// Wire names in order.
    pub(crate) names: Vec<String>,
    /// The example that proves it, if there is one.
    pub(crate) proof: Option<Proof>,
}

/// An example whose hash is reproduced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Proof {
    pub(crate) example: Example,
    pub(crate) key: String,
    /// What the recipe gives.
    pub(crate) hash: String,
    /// How many digits of the published hash agree.
    pub(crate) agreeing: usize,
}

impl Proof {
    /// Whether the page shows another hash than the recipe gives.
    pub(crate) fn is_altered(&self) -> bool {
        self.agreeing < self.hash.len()
    }
}

pub(crate) fn find(page: &Page, warnings: &mut Vec<String>) -> Recipe {
    if !mentions_hash(page) {
        warnings.push("the page mentions no hash: no parameter is declared as hashed".to_owned());
        return Recipe { names: Vec::new(), proof: None };
    }
    let candidates = candidates(page);
    let keys: Vec<&str> = page.key.as_deref().into_iter().chain(USUAL_KEYS.iter().copied()).collect();
    let published: Vec<&Example> = page.examples.iter().filter(|example| example.hash.is_some()).collect();
    let mut best: Option<(usize, Proof)> = None;
    for example in &published {
        for (index, names) in candidates.iter().enumerate() {
            for proof in keys.iter().filter_map(|key| prove(example, names, key)) {
                if best.as_ref().is_none_or(|(_, best)| best.agreeing < proof.agreeing) {
                    best = Some((index, proof));
                }
            }
        }
    }
    let names = |index: usize| candidates.get(index).cloned().unwrap_or_default();
    if let Some((index, proof)) = best {
        report(page, &names(0), &names(index), &proof, warnings);
        return Recipe { names: names(index), proof: Some(proof) };
    }
    warnings.push(unproven(&published, &keys, &names(0)));
    Recipe { names: names(0), proof: None }
}

fn mentions_hash(page: &Page) -> bool {
    let hashed = |param: &Param| param.name == "hash" || param.marked || param.listed != Listed::Undecided;
    page.params.iter().any(hashed) || page.examples.iter().any(|example| example.hash.is_some())
}

/// The orders that the page may mean, the likeliest first.
fn candidates(page: &Page) -> Vec<Vec<String>> {
    let certain = page.params.iter().any(|param| matches!(param.listed, Listed::Hashed | Listed::Both));
    let is_listed = |param: &&Param| match param.listed {
        Listed::Hashed | Listed::Both => true,
        Listed::Undecided => !certain,
        Listed::Plain => false,
    };
    let usable = |param: &&Param| !NEVER_FIELDS.contains(&param.name.as_str());
    let listed: Vec<&Param> = page.params.iter().filter(usable).filter(is_listed).collect();
    let names = |params: &[&Param]| params.iter().map(|param| param.name.clone()).collect::<Vec<_>>();
    let as_listed = names(&listed);
    let without_u: Vec<String> = as_listed.iter().filter(|name| *name != "u").cloned().collect();
    let with_u: Vec<String> = core::iter::once("u".to_owned()).chain(without_u.iter().cloned()).collect();
    let marked: Vec<&Param> = page.params.iter().filter(usable).filter(|param| param.marked).collect();
    let marked = names(&marked);
    // Where a list contradicts itself, the marks of single parameters are better.
    let doubtful = !certain || listed.iter().any(|param| param.name == "u" && param.listed == Listed::Both);
    let mut all = Vec::new();
    if doubtful && !marked.is_empty() {
        all.push(marked.clone());
    }
    if doubtful {
        all.push(without_u.clone());
    }
    all.extend([as_listed, without_u.clone(), with_u]);
    if !marked.is_empty() {
        all.push(marked);
    }
    all.extend(page.examples.iter().map(|example| as_requested(example, &without_u)));
    distinct(all)
}

/// The listed parameters in the order of the request; those it lacks last.
fn as_requested(example: &Example, names: &[String]) -> Vec<String> {
    let sent = example.query.iter().map(|(name, _)| name).filter(|name| names.contains(name));
    let lacking = names.iter().filter(|name| example.value(name).is_none());
    sent.chain(lacking).cloned().collect()
}

fn distinct(all: Vec<Vec<String>>) -> Vec<Vec<String>> {
    let mut kept: Vec<Vec<String>> = Vec::new();
    for names in all {
        if !kept.contains(&names) {
            kept.push(names);
        }
    }
    kept
}

/// The example, if these parameters and this key give its hash or nearly so.
fn prove(example: &Example, names: &[String], key: &str) -> Option<Proof> {
    let values: Vec<&str> = names.iter().filter_map(|name| example.value(name)).collect();
    // The hash of the key alone proves nothing about parameters that the example does not send.
    if values.is_empty() && !names.is_empty() {
        return None;
    }
    let published = example.hash.as_deref()?;
    let hash = Hash::of(values, key).as_str().to_owned();
    let agreeing = hash.bytes().zip(published.bytes()).filter(|(a, b)| a == b).count();
    let proves = agreeing >= ALTERED && published.len() == hash.len();
    proves.then(|| Proof { example: example.clone(), key: key.to_owned(), hash, agreeing })
}

fn report(page: &Page, first: &[String], names: &[String], proof: &Proof, warnings: &mut Vec<String>) {
    if proof.is_altered() {
        warnings.push(format!(
            "the published hash was altered: {} of its {} digits are those of {}; the page shows {} and the recipe \
             gives {}",
            proof.agreeing,
            proof.hash.len(),
            recipe_text(names),
            proof.example.hash.as_deref().unwrap_or_default(),
            proof.hash,
        ));
    }
    if names != first {
        warnings.push(format!(
            "the page says that {} is hashed, its example that {} is: the example counts",
            recipe_text(first),
            recipe_text(names),
        ));
    }
    if page.params.iter().any(|param| param.name == "u" && param.listed == Listed::Both) {
        let is = if names.iter().any(|name| name == "u") { "is" } else { "is not" };
        warnings.push(format!("the page lists `u` as hashed and as not hashed: by its example it {is}"));
    }
    if page.key.as_deref().is_some_and(|key| key != proof.key) {
        warnings.push(format!(
            "the page names another key than its example was made with: {} instead of {}",
            page.key.as_deref().unwrap_or_default(),
            proof.key,
        ));
    }
}

fn unproven(published: &[&Example], keys: &[&str], names: &[String]) -> String {
    let declared = recipe_text(names);
    let Some(hash) = published.iter().find_map(|example| example.hash.as_deref()) else {
        return format!("the page publishes no hash: that {declared} is hashed is not proven by anything");
    };
    if hash.len() != 40 || !hash.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return format!("the published hash is no SHA-1 ({hash}): that {declared} is hashed is not proven");
    }
    let of_key = keys.iter().any(|key| Hash::of([], key).as_str() == hash);
    let why = if of_key { "is that of the key alone" } else { "fits no recipe and no usual key" };
    format!("the published hash {hash} {why}: that {declared} is hashed is the page's word alone")
}

/// The recipe for people: `id + key`.
pub(crate) fn recipe_text(names: &[String]) -> String {
    let parts: Vec<&str> = names.iter().map(String::as_str).chain(["key"]).collect();
    format!("`{}`", parts.join(" + "))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The recipe for a page with these lists, whose example sends `request` and signs `signed`.
    fn recipe(lists: &str, request: &str, signed: &str) -> (String, bool, Vec<String>) {
        let hash = Hash::of([signed], "");
        let page = format!(
            "Description\nDoes it.\nUsage\n/api/f\n{lists}\nRequest\nhttp://s/api/f?{request}&hash={}\n\
             Returns\n<page/>",
            hash.as_str()
        );
        let page = Page::read(&page).unwrap();
        let mut warnings = Vec::new();
        let recipe = find(&page, &mut warnings);
        (recipe_text(&recipe.names), recipe.proof.is_some(), warnings)
    }

    const LISTED: &str =
        "Parameters included into hash\n- a - x\n- b - x\nParameters not included into hash\n- u - x";
    const DOUBTFUL: &str = "Parameters included into hash\n- u - x\n- a - x. Included into hash.\n- b - x\nParameters not included \
         into hash\n- u - x";

    #[test]
    fn the_list_counts_when_the_example_agrees() {
        assert_eq!(
            recipe(LISTED, "u=me&a=1&b=2", "12secret"),
            ("`a + b + key`".to_owned(), true, Vec::new())
        );
    }

    #[test]
    fn the_example_counts_when_it_does_not() {
        for (lists, signed, expected) in [
            (LISTED, "me12secret", "`u + a + b + key`"),
            (LISTED, "21456789", "`b + a + key`"),
            (DOUBTFUL, "1secret", "`a + key`"),
            (DOUBTFUL, "12secret", "`a + b + key`"),
            (DOUBTFUL, "me12secret", "`u + a + b + key`"),
        ] {
            let (names, is_proven, _) = recipe(lists, "u=me&b=2&a=1", signed);
            assert_eq!((names.as_str(), is_proven), (expected, true), "{signed}");
        }
    }

    #[test]
    fn the_key_alone_proves_nothing() {
        let (names, is_proven, warnings) = recipe(LISTED, "u=me", "secret");
        assert_eq!((names.as_str(), is_proven), ("`a + b + key`", false));
        assert!(warnings[0].contains("that of the key alone"), "{warnings:?}");
    }
}
