//! Where declaration and catalog differ on purpose, and why. Every entry is a sentence somebody has to defend.

/// Published vectors that the typed endpoint cannot or must not reproduce: function, index of the vector, reason.
pub const VECTORS: &[(&str, usize, &str)] = &[
    ("autodialer_upload_numbers", 0, "the file is no part of the query; tests/upload.rs reproduces it"),
    (
        "calling_cards_get",
        0,
        "It sends sold=0, which servers ignore; the words they know are yes, no and all.",
    ),
    ("did_create", 3, "A server's own test of a request without `did`, which is required."),
    ("did_create", 4, "A server's own test of a request without `provider_id`, which is required."),
    ("did_device_unassign", 1, "It sends and hashes `device_id`, which is no parameter of the function."),
    ("did_device_unassign", 2, "It sends and hashes `device_id`, which is no parameter of the function."),
    ("quickforwards_did_update", 2, "A server's own test of a request without `did`, which is required."),
    ("cli_add", 3, "the request carries a user_id, which the function does not have and the server hashes"),
    (
        "cli_delete",
        2,
        "the request carries an s_user, which the function does not have and the server hashes",
    ),
    (
        "device_delete",
        1,
        "the request carries an s_user, which the function does not have and the server hashes",
    ),
    ("device_details_get", 3, "the request names no device, and is refused before it is sent"),
    ("phonebook_record_delete", 1, "the request lacks the required id"),
];

/// Parameters that are declared otherwise than the catalog lists them: function, wire name, reason.
const PARAMETERS: &[(&str, &str, &str)] = &[];

/// Documented errors that are not literal texts: function, message, reason.
const ERRORS: &[(&str, &str, &str)] = &[];

/// Samples that are no answer of the function: function, index of the sample, reason.
const SAMPLES: &[(&str, usize, &str)] =
    &[("sms_send", 2, "a refusal whose text is whatever the connection to the provider failed with")];

/// Optional parameters without which, one or the other, a function makes no sense: function, wire name.
const COMPLETIONS: &[(&str, &str)] = &[
    ("cli_add", "cli_number"),
    ("cli_info_get", "cli"),
    ("device_details_get", "device_id"),
    ("device_rule_create", "cut"),
    ("did_rates_update", "s_rate_type"),
    ("number_pool_numbers_delete", "delete_all"),
    ("provider_rule_create", "cut"),
    ("recordings_delete", "recording_id"),
    ("tariff_wholesale_update", "name"),
];

/// Parameters that do not go together with others: function, wire name, reason.
const EXCLUSIONS: &[(&str, &str, &str)] = &[
    ("device_callflow_update", "forward_to_device", "A call is forwarded to one target."),
    ("device_callflow_update", "did_id", "There is one Caller ID for forwarded calls."),
    ("device_callflow_update", "src_callerid", "There is one Caller ID for forwarded calls."),
    ("device_callflow_update", "device_callerid", "There is one Caller ID for forwarded calls."),
    (
        "recordings_delete",
        "recording_id",
        "One recording is named, or a user, a device and a period select some.",
    ),
];

/// Repeated elements that are no list of rows: function, element, reason.
const NO_LISTS: &[(&str, &str, &str)] = &[];

/// Functions of whose answer the catalog knows no sample.
const NOT_SIMULATED: &[&str] = &["did_rates_get"];

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
