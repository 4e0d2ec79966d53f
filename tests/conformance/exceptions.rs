//! Where declaration and catalog differ on purpose, and why. Every entry is a sentence somebody has to defend.

/// Published vectors that the typed endpoint cannot or must not reproduce: function, index of the vector, reason.
pub const VECTORS: &[(&str, usize, &str)] =
    &[("autodialer_upload_numbers", 0, "the file is no part of the query; tests/upload.rs reproduces it")];

/// Parameters that are declared otherwise than the catalog lists them: function, wire name, reason.
const PARAMETERS: &[(&str, &str, &str)] = &[];

/// Documented errors that are not literal texts: function, message, reason.
const ERRORS: &[(&str, &str, &str)] = &[];

/// Samples that are no answer of the function: function, index of the sample, reason.
const SAMPLES: &[(&str, usize, &str)] =
    &[("sms_send", 2, "a refusal whose text is whatever the connection to the provider failed with")];

/// Optional parameters without which, one or the other, a function makes no sense: function, wire name.
const COMPLETIONS: &[(&str, &str)] = &[("tariff_wholesale_update", "name")];

/// Parameters that do not go together with others: function, wire name, reason.
const EXCLUSIONS: &[(&str, &str, &str)] = &[];

/// Repeated elements that are no list of rows: function, element, reason.
const NO_LISTS: &[(&str, &str, &str)] = &[];

/// Functions of whose answer the catalog knows no sample.
const NOT_SIMULATED: &[&str] = &[];

pub fn completes(function: &str, name: &str) -> bool {
    COMPLETIONS.contains(&(function, name))
}

pub fn excludes(function: &str, name: &str) -> bool {
    EXCLUSIONS.iter().any(|(of, param, _)| (*of, *param) == (function, name))
}

pub fn is_no_list(function: &str, element: &str) -> bool {
    NO_LISTS.iter().any(|(of, name, _)| (*of, *name) == (function, element))
}

pub fn is_not_simulated(function: &str) -> bool {
    NOT_SIMULATED.contains(&function)
}

pub fn vector(function: &str, index: usize) -> Option<&'static str> {
    VECTORS.iter().find(|(name, at, _)| (*name, *at) == (function, index)).map(|(_, _, why)| *why)
}

pub fn is_other_parameter(function: &str, name: &str) -> bool {
    PARAMETERS.iter().any(|(of, param, _)| (*of, *param) == (function, name))
}

pub fn is_no_text(function: &str, message: &str) -> bool {
    ERRORS.iter().any(|(of, text, _)| (*of, *text) == (function, message))
}

pub fn is_no_sample(function: &str, index: usize) -> bool {
    SAMPLES.iter().any(|(of, at, _)| (*of, *at) == (function, index))
}
