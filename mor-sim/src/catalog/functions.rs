//! The functions of one simulator: those of the catalog, and those that were added.

use std::{fmt, iter};

use super::{Function, FunctionError};
use crate::suggest;

/// Finds functions by name.
#[derive(Debug, Clone, Default)]
pub(crate) struct Functions(Vec<Function>);

impl Functions {
    /// Adds a function. Its description is checked, and none of its names may be in use.
    pub(crate) fn add(&mut self, function: Function) -> Result<(), FunctionError> {
        function.validate()?;
        if let Some(name) = function.names().find(|name| self.find(name).is_some()) {
            return Err(FunctionError::new(format!("`{name}` is already a function of the simulator")));
        }
        self.0.push(function);
        Ok(())
    }

    /// The functions that were added, oldest first.
    pub(crate) fn added(&self) -> &[Function] {
        &self.0
    }

    /// The function with this name, or with this older name.
    pub(crate) fn find(&self, name: &str) -> Option<&Function> {
        super::find(name)
            .or_else(|| self.0.iter().find(|function| function.names().any(|known| known == name)))
    }

    /// The current name of a function that may be given by an older one.
    pub(crate) fn current_name(&self, name: &str) -> Result<&str, UnknownFunction> {
        match self.find(name) {
            Some(function) => Ok(&function.name),
            None => Err(UnknownFunction { name: name.to_owned(), similar: self.similar(name) }),
        }
    }

    /// Functions that an unknown name may stand for, the likeliest first; at most three.
    pub(crate) fn similar(&self, typed: &str) -> Vec<String> {
        let added = suggest::closest(typed, self.0.iter().flat_map(Function::names));
        added.into_iter().chain(suggest::functions(typed)).take(3).map(str::to_owned).collect()
    }
}

impl Function {
    /// The current name and the older ones.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        iter::once(&self.name).chain(&self.aliases).map(String::as_str)
    }
}

/// A name that is not a function of the simulator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownFunction {
    name: String,
    similar: Vec<String>,
}

impl UnknownFunction {
    /// The unknown name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Functions that the name may stand for, the likeliest first; at most three.
    #[must_use]
    pub fn similar(&self) -> &[String] {
        &self.similar
    }
}

impl fmt::Display for UnknownFunction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "there is no function `{}`", self.name)?;
        if let Some((first, others)) = self.similar.split_first() {
            write!(f, "; did you mean `{first}`")?;
            others.iter().try_for_each(|other| write!(f, " or `{other}`"))?;
            f.write_str("?")?;
            return Ok(());
        }
        f.write_str("; describe it with `Builder::function` or in a table [[function]] of the seed")
    }
}

impl std::error::Error for UnknownFunction {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Effect;

    fn functions() -> Functions {
        let mut functions = Functions::default();
        let mut function = Function::new("fax_box_create", Effect::Write);
        function.aliases.push("fax_box_add".to_owned());
        functions.add(function).unwrap();
        functions
    }

    #[test]
    fn added_functions_are_found_by_each_name_like_those_of_the_catalog() {
        let functions = functions();
        assert_eq!(functions.current_name("fax_box_add"), Ok("fax_box_create"));
        assert_eq!(functions.current_name("create_payment"), Ok("payment_create"));
        assert!(functions.find("fax_box_delete").is_none());
    }

    #[test]
    fn an_unknown_name_is_an_error_with_suggestions() {
        let message = |name| functions().current_name(name).unwrap_err().to_string();
        assert_eq!(
            message("fax_box_creat"),
            "there is no function `fax_box_creat`; did you mean `fax_box_create`?"
        );
        assert_eq!(
            message("payment_creat"),
            "there is no function `payment_creat`; did you mean `payment_create`?"
        );
        assert_eq!(
            message("xyzzy"),
            "there is no function `xyzzy`; describe it with `Builder::function` or in a table [[function]] of the seed"
        );
    }

    #[test]
    fn a_name_in_use_is_refused() {
        for name in ["fax_box_add", "payment_create", "create_payment"] {
            let error = functions().add(Function::new(name, Effect::Read)).unwrap_err();
            assert_eq!(error.to_string(), format!("`{name}` is already a function of the simulator"));
        }
    }
}
