//! Describing a function that is not in the catalog: in code, or as TOML.

use super::{
    CallerRule, DocumentedError, Effect, Function, FunctionError, HashRule, Param, ParamType, Response,
    ResponseKind,
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

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "name = 'fax_box_create'\neffect = 'write'\n";

    #[test]
    fn name_and_effect_are_enough_and_the_same_as_in_code() {
        assert_eq!(Function::from_toml(HEAD), Ok(Function::new("fax_box_create", Effect::Write)));
        let param = "[[param]]\nname = 'user_id'\nhash_order = 1\nrequired = true\n";
        let in_code = Function::new("fax_box_create", Effect::Write)
            .with_param(Param::new("user_id").hashed(1).required());
        assert_eq!(Function::from_toml(&format!("{HEAD}{param}")), Ok(in_code));
    }
}
