//! Describing a function that is not in the catalog: in code, or as TOML.

use std::{collections::BTreeSet, fmt};

use super::{
    CallerRule, DocumentedError, Effect, Function, HashRule, Param, ParamType, Response, ResponseKind,
};

impl Function {
    /// Describes a function that has no parameters yet. Its hash is checked, `u` is sent but not hashed, and GET works if
    /// the server allows it.
    ///
    /// ```
    /// use mor_sim::catalog::{Effect, Function, Param};
    ///
    /// let function = Function::new("fax_box_create", Effect::Write)
    ///     .with_param(Param::new("user_id").hashed(1).required())
    ///     .with_param(Param::new("comment"))
    ///     .with_sample("<page><status><success>Fax box created</success></status></page>")
    ///     .with_error("page/status/error", "User was not found");
    /// assert_eq!(function.params[0].hash_order, Some(1));
    /// ```
    #[must_use]
    pub fn new(name: &str, effect: Effect) -> Self {
        Self {
            name: name.to_owned(),
            aliases: Vec::new(),
            group: super::model::added(),
            since: String::new(),
            addon: String::new(),
            summary: String::new(),
            effect,
            hash: HashRule::Checked,
            caller: CallerRule::Sent,
            get: true,
            confidence: String::new(),
            notes: String::new(),
            params: Vec::new(),
            responses: Vec::new(),
            errors: Vec::new(),
            vectors: Vec::new(),
            sources: Vec::new(),
        }
    }

    /// Adds a parameter.
    #[must_use]
    pub fn with_param(mut self, param: Param) -> Self {
        self.params.push(param);
        self
    }

    /// Adds the complete body of a successful response. The first one answers every request that passes the checks.
    #[must_use]
    pub fn with_sample(mut self, body: &str) -> Self {
        let response = Response { kind: ResponseKind::Success, doc: String::new(), xml: body.to_owned() };
        self.responses.push(response);
        self
    }

    /// Adds an error at an element path such as `page/status/error`. The simulator sends it where it fits: for an unknown
    /// caller, or for a missing parameter that the message names.
    #[must_use]
    pub fn with_error(mut self, at: &str, message: &str) -> Self {
        let (at, message) = (at.to_owned(), message.to_owned());
        self.errors.push(DocumentedError { message, at, doc: String::new() });
        self
    }

    /// Reads a description in the form of a catalog file (`mor-sim/catalog/README.md` explains the keys). Only `name` and
    /// `effect` are required; the others default to those of [`Function::new`].
    ///
    /// ```
    /// let function = mor_sim::catalog::Function::from_toml(r#"
    /// name = "fax_box_create"
    /// effect = "write"
    ///
    /// [[param]]
    /// name = "user_id"
    /// hash_order = 1
    /// required = true
    ///
    /// [[response]]
    /// kind = "success"
    /// xml = "<page><status><success>Fax box created</success></status></page>"
    /// "#)?;
    /// assert_eq!(function.params[0].name, "user_id");
    /// # Ok::<(), mor_sim::catalog::FunctionError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Those of TOML, unknown keys, and contradictions such as a gap in the hash order.
    pub fn from_toml(text: &str) -> Result<Self, FunctionError> {
        let function: Self = toml::from_str(text).map_err(|error| FunctionError {
            line: error.span().map(|span| crate::state::line_of(text, span.start)),
            message: error.message().to_owned(),
        })?;
        function.validate()?;
        Ok(function)
    }

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

impl Param {
    /// Describes an optional parameter that is not hashed and takes any text.
    #[must_use]
    pub fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            hash_order: None,
            hashed_unless: None,
            unhashed_value: None,
            required: false,
            required_unless: None,
            kind: ParamType::String,
            values: Vec::new(),
            default: None,
            doc: String::new(),
        }
    }

    /// The same at this place in the hash, counted from 1.
    #[must_use]
    pub fn hashed(mut self, place: u32) -> Self {
        self.hash_order = Some(place);
        self
    }

    /// The same, required: a request without it is refused, and nothing is executed.
    #[must_use]
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// The same with another kind of value.
    #[must_use]
    pub fn with_kind(mut self, kind: ParamType) -> Self {
        self.kind = kind;
        self
    }
}

/// A description of a function that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FunctionError {
    line: Option<usize>,
    message: String,
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
    fn name_and_effect_are_enough_and_the_same_as_in_code() {
        assert_eq!(Function::from_toml(HEAD), Ok(Function::new("fax_box_create", Effect::Write)));
        let param = "[[param]]\nname = 'user_id'\nhash_order = 1\nrequired = true\n";
        let in_code = Function::new("fax_box_create", Effect::Write)
            .with_param(Param::new("user_id").hashed(1).required());
        assert_eq!(Function::from_toml(&format!("{HEAD}{param}")), Ok(in_code));
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
