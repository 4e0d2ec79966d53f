//! A vendor's page, read into its facts. Pages were written over fifteen years: headings, bullets and wording
//! differ, and what cannot be read becomes a warning.

mod errors;
mod lines;
mod params;
mod request;
mod returns;
mod sections;
mod usage;

pub(crate) use errors::Refusal;
pub(crate) use params::{Listed, Param};
pub(crate) use request::Example;
pub(crate) use usage::Names;

use crate::error::{ScaffoldError, Section};
use crate::xml::Node;
use sections::{Heading, Sections};

/// What a page says.
#[derive(Debug, Clone)]
pub(crate) struct Page {
    /// The function's name, older names and first version.
    pub(crate) names: Names,
    /// What the function does.
    pub(crate) description: String,
    /// In the page's order; those of the hashed section first.
    pub(crate) params: Vec<Param>,
    /// The requests it shows.
    pub(crate) examples: Vec<Example>,
    /// The secret key it names.
    pub(crate) key: Option<String>,
    /// The answers of success it shows.
    pub(crate) samples: Vec<Node>,
    /// The refusals it lists.
    pub(crate) refusals: Vec<Refusal>,
    /// What could not be read.
    pub(crate) warnings: Vec<String>,
}

impl Page {
    pub(crate) fn read(text: &str) -> Result<Self, ScaffoldError> {
        let sections = Sections::of(text);
        let mut warnings = Vec::new();
        let examples = request::examples(&sections.all(&[Heading::Request]));
        let names = usage::names(&sections, &examples, &mut warnings)
            .ok_or(ScaffoldError::Missing(Section::Usage))?;
        let examples: Vec<Example> =
            examples.into_iter().filter(|example| names.is_one(&example.function)).collect();
        if !sections.has(&[Heading::Parameters, Heading::Hashed, Heading::Plain]) {
            return Err(ScaffoldError::Missing(Section::Parameters));
        }
        if !sections.has(&[Heading::Returns]) {
            return Err(ScaffoldError::Missing(Section::Returns));
        }
        let params = params::read(&sections, &mut warnings);
        let answers = returns::read(&sections, &mut warnings);
        let refusals = errors::read(&sections, answers.refusals);
        let key = request::key(&sections.all(&[Heading::Request]))
            .or_else(|| request::key(&sections.all(&[Heading::Hashed, Heading::Parameters])));
        Ok(Self {
            description: description(&sections, &names, &mut warnings),
            names,
            params,
            examples,
            key,
            samples: answers.samples,
            refusals,
            warnings,
        })
    }
}

fn description(sections: &Sections, names: &Names, warnings: &mut Vec<String>) -> String {
    let lines: Vec<&str> =
        sections.lines(Heading::Description).map(|line| lines::unbulleted(line).1).collect();
    if lines.is_empty() {
        warnings.push("the page has no Description: say what the function does".to_owned());
        return format!("Calls `{}`.", names.function);
    }
    lines.join(" ")
}
