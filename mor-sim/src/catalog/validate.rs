//! Contradictions in the description of a function.

use std::{collections::BTreeSet, fmt};

use super::{CallerRule, Function, HashRule, Param};

impl Function {
    /// Refuses a description that contradicts itself.
    pub(crate) fn validate(&self) -> Result<(), FunctionError> {
        let problem = self.invalid_name().or_else(|| self.invalid_params()).or_else(|| self.invalid_hash());
        match problem {
            Some(message) => Err(FunctionError::new(format!("function `{}`: {message}", self.name))),
            None => Ok(()),
        }
    }

    fn invalid_name(&self) -> Option<String> {
        let is_valid = |name: &str| {
            !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        };
        let name = self.names().find(|name| !is_valid(name))?;
        Some(format!("`{name}` is not a function name; expected letters, digits and `_`"))
    }

    fn invalid_params(&self) -> Option<String> {
        let mut names = BTreeSet::new();
        for param in &self.params {
            let name = param.name.as_str();
            if name.is_empty() || ["hash", "test"].contains(&name) {
                return Some(format!(
                    "`{name}` cannot be declared as a parameter; every function has `hash` and `test`"
                ));
            }
            if !names.insert(name) {
                return Some(format!("parameter `{name}` is declared twice"));
            }
        }
        let others = |param: &Param| [param.hashed_unless.clone(), param.required_unless.clone()];
        let unknown =
            self.params.iter().flat_map(others).flatten().find(|other| !names.contains(other.as_str()))?;
        Some(format!("there is no parameter `{unknown}`"))
    }

    /// The places are 1, 2, 3 and so on; only a second name of a value may share one.
    fn invalid_hash(&self) -> Option<String> {
        let places = |is_counted: fn(&Param) -> bool| {
            let mut places: Vec<u32> = self
                .params
                .iter()
                .filter(|param| is_counted(param))
                .filter_map(|param| param.hash_order)
                .collect();
            places.sort_unstable();
            places
        };
        let first_names = places(|param| param.hashed_unless.is_none());
        if let Some(twice) = first_names.windows(2).find(|pair| pair.first() == pair.last()) {
            return twice.first().map(|place| format!("two parameters have hash_order = {place}"));
        }
        let mut all = places(|_| true);
        all.dedup();
        if let Some((place, _)) = (1..).zip(&all).find(|(expected, place)| expected != *place) {
            return Some(format!(
                "no parameter has hash_order = {place}; the places are counted from 1 without a gap"
            ));
        }
        if self.hash == HashRule::None && !all.is_empty() {
            return Some("hash = \"none\" contradicts the parameters with a hash_order".to_owned());
        }
        let hashes_caller = self.params.iter().any(|param| param.name == "u" && param.hash_order.is_some());
        (hashes_caller != (self.caller == CallerRule::Hashed)).then(|| {
            "caller = \"hashed\" requires a parameter `u` with a hash_order, and the other way round"
                .to_owned()
        })
    }
}

/// A description of a function that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FunctionError {
    pub(super) line: Option<usize>,
    pub(super) message: String,
}

impl FunctionError {
    pub(crate) fn new(message: String) -> Self {
        Self { line: None, message }
    }

    /// Line of the mistake in the TOML, counted from 1, where it has a single place.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        self.line
    }
}

impl fmt::Display for FunctionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "line {line}: {}", self.message),
            None => f.write_str(&self.message),
        }
    }
}

impl std::error::Error for FunctionError {}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "name = 'fax_box_create'\neffect = 'write'\n";

    #[track_caller]
    fn assert_refused(rest: &str, line: Option<usize>, message: &str) {
        let error = Function::from_toml(&format!("{HEAD}{rest}")).unwrap_err();
        assert!(error.to_string().contains(message), "{error}");
        assert_eq!(error.line(), line, "{error}");
    }

    #[test]
    fn contradictions_are_refused() {
        let param = |name: &str, rest: &str| format!("[[param]]\nname = '{name}'\n{rest}\n");
        let two = |first: &str, second: &str| param("a", first) + &param("b", second);
        assert_refused("hsah = 'none'", Some(3), "unknown field `hsah`");
        assert_refused("aliases = ['fax box']", None, "`fax box` is not a function name");
        assert_refused(&param("hash", ""), None, "`hash` cannot be declared");
        assert_refused(&(param("a", "") + &param("a", "")), None, "`a` is declared twice");
        assert_refused(&param("a", "required_unless = 'b'"), None, "no parameter `b`");
        assert_refused(&two("hash_order = 1", "hash_order = 1"), None, "two parameters have hash_order = 1");
        assert_refused(&two("hash_order = 1", "hash_order = 3"), None, "no parameter has hash_order = 2");
        assert_refused(&format!("hash = 'none'\n{}", param("a", "hash_order = 1")), None, "contradicts");
        assert_refused("caller = 'hashed'", None, "requires a parameter `u`");
        assert_refused(&param("u", "hash_order = 1"), None, "requires a parameter `u`");
    }

    #[test]
    fn no_function_of_the_catalog_contradicts_itself() {
        for function in super::super::functions() {
            assert_eq!(function.validate(), Ok(()), "{}", function.name);
        }
    }
}
