//! Where declaration and catalog differ on purpose, and why. Every entry is a sentence somebody has to defend.

/// Published vectors that the typed endpoint cannot or must not reproduce: function, index of the vector, reason.
pub const VECTORS: &[(&str, usize, &str)] = &[
    ("autodialer_upload_numbers", 0, "The file is no part of the query; tests/upload.rs reproduces it."),
    ("calling_cards_get", 0, "It sends sold=0, which servers ignore: they know the words yes, no and all."),
    ("cli_add", 3, "It sends a user_id, which the function does not have and the server hashes."),
    ("cli_delete", 2, "It sends an s_user, which the function does not have and the server hashes."),
    ("device_delete", 1, "It sends an s_user, which the function does not have and the server hashes."),
    ("device_details_get", 3, "It names no device, and is refused before it is sent."),
    ("did_create", 3, "A server's own test of a request without did, which is required."),
    ("did_create", 4, "A server's own test of a request without provider_id, which is required."),
    ("did_device_unassign", 1, "It sends and hashes device_id, which is no parameter of the function."),
    ("did_device_unassign", 2, "It sends and hashes device_id, which is no parameter of the function."),
    ("phonebook_record_delete", 1, "It lacks the id, which is required."),
    ("quickforwards_did_update", 2, "A server's own test of a request without did, which is required."),
    ("user_balance_get", 0, "The page prints the placeholder USERNAME and the hash of user_admin."),
    (
        "user_details_raw_get",
        0,
        "Copied from another function: it leaves out u, which the page hashes first.",
    ),
    ("user_simple_balance_get", 0, "The function checks no hash, so none is sent."),
];

/// Samples that are no answer of the function: function, index of the sample, reason.
const SAMPLES: &[(&str, usize, &str)] = &[
    ("sms_send", 2, "A refusal whose text is whatever the connection to the provider failed with."),
    (
        "user_details_get",
        2,
        "An excerpt without what every answer has; its type has a test of the newest elements.",
    ),
    ("user_login", 3, "A redirect in words: the HTTP status tells it, before the body is looked at."),
];

/// Optional parameters without which, one or the other, a function makes no sense: function, wire name.
const COMPLETIONS: &[(&str, &str)] = &[
    ("cli_add", "cli_number"),
    ("cli_info_get", "cli"),
    ("device_details_get", "device_id"),
    ("device_rule_create", "cut"),
    ("did_rates_update", "s_rate_type"),
    ("did_subscription_stop", "did_id"),
    ("number_pool_numbers_delete", "delete_all"),
    ("provider_rule_create", "cut"),
    ("recordings_delete", "recording_id"),
    ("tariff_wholesale_update", "name"),
    ("user_details_get", "user_id"),
    ("user_details_raw_get", "user_id"),
    ("users_get", "p"),
];

/// Parameters for which not just any text of their kind will do: function, wire name, a text that will.
const VALUES: &[(&str, &str, &str)] = &[
    ("conflines_update", "default_device_audio_codecs", "alaw,ulaw"),
    ("conflines_update", "default_device_video_codecs", "h264"),
    ("device_update", "webhook_url_for_call_end", "https://crm.example.com/call-end"),
    ("user_register", "id", "adminhash1"),
    ("users_get", "p", "admin1"),
];

/// Parameters that do not go together with others: function, wire name, reason.
const EXCLUSIONS: &[(&str, &str, &str)] = &[
    ("device_callflow_update", "device_callerid", "There is one Caller ID for forwarded calls."),
    ("device_callflow_update", "did_id", "There is one Caller ID for forwarded calls."),
    ("device_callflow_update", "forward_to_device", "A call is forwarded to one target."),
    ("device_callflow_update", "src_callerid", "There is one Caller ID for forwarded calls."),
    ("recordings_delete", "recording_id", "It names one recording; the other parameters select some."),
];

/// Elements that look like optional details and are not: function, path, reason.
const DETAILS: &[(&str, &str, &str)] = &[
    (
        "monitoring_addon_activate",
        "status/users/user/status",
        "It is the outcome for one user, not for the call.",
    ),
    ("rate_get", "page/rate", "A row that is a value: there may be no rows, but not an empty one."),
];

/// Functions of whose answer the catalog knows no sample.
const NOT_SIMULATED: &[&str] = &["did_rates_get"];

pub fn vector(function: &str, index: usize) -> Option<&'static str> {
    VECTORS.iter().find(|(name, at, _)| (*name, *at) == (function, index)).map(|(_, _, why)| *why)
}

pub fn is_no_sample(function: &str, index: usize) -> bool {
    SAMPLES.iter().any(|(of, at, _)| (*of, *at) == (function, index))
}

pub fn completes(function: &str, name: &str) -> bool {
    COMPLETIONS.contains(&(function, name))
}

pub fn value(function: &str, name: &str) -> Option<&'static str> {
    // Flags that are bits: each has a value of its own, and all have this one.
    let is_bit = name.strip_prefix('i').is_some_and(|number| number.parse::<u8>().is_ok());
    if function == "user_details_update" && is_bit {
        return Some("0");
    }
    VALUES.iter().find(|(of, param, _)| (*of, *param) == (function, name)).map(|(_, _, text)| *text)
}

pub fn excludes(function: &str, name: &str) -> bool {
    EXCLUSIONS.iter().any(|(of, param, _)| (*of, *param) == (function, name))
}

pub fn is_no_detail(function: &str, path: &str) -> bool {
    DETAILS.iter().any(|(of, at, _)| (*of, *at) == (function, path))
}

pub fn is_not_simulated(function: &str) -> bool {
    NOT_SIMULATED.contains(&function)
}
