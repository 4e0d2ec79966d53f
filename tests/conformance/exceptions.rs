//! Where declaration and catalog differ on purpose, and why. Every entry is a sentence somebody has to defend.

/// Published vectors that the typed endpoint cannot or must not reproduce: function, index of the vector, reason.
pub const VECTORS: &[(&str, usize, &str)] = &[
    ("user_balance_get", 0, "the page prints the placeholder USERNAME and the hash of user_admin"),
    (
        "user_details_raw_get",
        0,
        "the page's example is copied from another function and leaves out u, which the page hashes first",
    ),
    ("user_simple_balance_get", 0, "the function checks no hash, so none is sent"),
];

/// Parameters that are declared otherwise than the catalog lists them: function, wire name, reason.
const PARAMETERS: &[(&str, &str, &str)] = &[];

/// Documented errors that are not literal texts: function, message, reason.
const ERRORS: &[(&str, &str, &str)] = &[];

/// Samples that are no answer of the function: function, index of the sample, reason.
const SAMPLES: &[(&str, usize, &str)] = &[
    (
        "email_send",
        3,
        "the text of an e-mail, asked for with test_body, stands where failures are told and looks like one",
    ),
    ("user_login", 3, "a redirect in words: it is told by the HTTP status, before the body is looked at"),
    (
        "user_details_get",
        2,
        "an excerpt: it lacks what every answer has, see `the_newest_elements` of its type",
    ),
];

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
