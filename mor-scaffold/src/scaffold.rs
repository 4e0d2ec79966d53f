//! From a page to a file: read, decide, write.

use crate::answer;
use crate::error::ScaffoldError;
use crate::faults;
use crate::guess;
use crate::names::TypeNames;
use crate::options::Options;
use crate::page::Page;
use crate::recipe;
use crate::render::{self, File};
use crate::request;

/// A written endpoint file.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Scaffold {
    /// The function's wire name.
    pub function: String,
    /// The name of the endpoint's type.
    pub type_name: String,
    /// The group it belongs to, if its name tells: the folder of the file.
    pub group: Option<String>,
    /// The name of the file, such as `users_get.rs`.
    pub file_name: String,
    /// What is in it.
    pub code: String,
    /// What is to be looked at; the file has it as comments.
    pub warnings: Vec<String>,
}

/// Writes the endpoint file of a page, as a file of `mor-endpoints`.
///
/// ```
/// let page = "\
/// Description
/// Deletes a note.
/// Usage
/// - From MOR X16: /api/note_delete
/// Parameters which are included into hash:
/// - note_id - ID of the note. Required.
/// Parameters which are not included into hash:
/// - u - username for authentication. Required.
/// Request
/// http://<SERVER_IP>/billing/api/note_delete?u=admin&note_id=2&hash=38282ca5e65e63746498ef5b39a2fe71c6448df4
/// Returns
/// <page> <status> <success>Note was deleted</success> </status> </page>
/// Errors
/// - <error>Note was not found</error> - No such note.
/// ";
/// let scaffold = mor_scaffold::scaffold(page)?;
/// assert_eq!(scaffold.file_name, "note_delete.rs");
/// assert!(scaffold.code.contains("#[hash(order = 1)]\n    pub note_id: u64,"));
/// assert!(scaffold.code.contains("#[fault(\"Note was not found\")]"));
/// assert!(scaffold.warnings.is_empty());
/// # Ok::<(), mor_scaffold::ScaffoldError>(())
/// ```
pub fn scaffold(page: &str) -> Result<Scaffold, ScaffoldError> {
    scaffold_with(page, &Options::default())
}

/// Like [`scaffold`], with what the page does not say.
pub fn scaffold_with(page: &str, options: &Options) -> Result<Scaffold, ScaffoldError> {
    let mut page = Page::read(page)?;
    let mut warnings = core::mem::take(&mut page.warnings);
    let function = page.names.function.clone();
    let mut types = TypeNames::default();
    let type_name = types.take(&function, "Request");
    let recipe = recipe::find(&page, &mut warnings);
    let request = request::declare(&page, &recipe, &mut types, &mut warnings);
    let answers = answer::declare(&function, &page.samples, &mut types, &mut warnings);
    let faults = faults::variants(&page.refusals);
    let (effect, is_told) = guess::effect(&function, &page.description);
    if !is_told {
        warnings.push("no word tells what the call does to the server: it is taken for a write".to_owned());
    }
    let fault_name = (!faults.is_empty()).then(|| types.take(&format!("{function}_fault"), "Reason"));
    let group = options.group.clone().or_else(|| group_of(&function).map(str::to_owned));
    let code = render::file(&File {
        names: &page.names,
        type_name: &type_name,
        description: &page.description,
        effect,
        request: &request,
        answers: &answers,
        faults: fault_name.as_deref().map(|name| (name, faults.as_slice())),
        recipe: &recipe,
        warnings: &warnings,
        endpoints: &options.endpoints,
    });
    if let Err(problem) = syn::parse_file(&code) {
        return Err(ScaffoldError::Unreadable { code, problem: problem.to_string() });
    }
    let file_name = format!("{function}.rs");
    Ok(Scaffold { function, type_name, group, file_name, code, warnings })
}

/// The groups of `mor-endpoints`.
const GROUPS: &[&str] = &[
    "autodialer",
    "balance",
    "call",
    "callflow",
    "card",
    "credit_note",
    "currency",
    "device",
    "did",
    "email",
    "financial_statement",
    "invoice",
    "ivr",
    "lcr",
    "location_rule",
    "monitoring",
    "number_pool",
    "payment",
    "pbx",
    "phonebook",
    "provider",
    "queue",
    "quickforward",
    "rate",
    "recording",
    "reseller",
    "service",
    "setting",
    "sms",
    "stats",
    "subscription",
    "system",
    "tariff",
    "user",
    "voucher",
];

/// The group whose name the function's name starts with, in singular or plural.
fn group_of(function: &str) -> Option<&'static str> {
    let starts = |group: &str| {
        let rest = function.strip_prefix(group);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('_') || rest.starts_with("s_"))
    };
    GROUPS.iter().copied().filter(|group| starts(group)).max_by_key(|group| group.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups() {
        assert_eq!(group_of("credit_notes_get"), Some("credit_note"));
        assert_eq!(group_of("did_create"), Some("did"));
        assert_eq!(group_of("didactics_get"), None);
    }
}
