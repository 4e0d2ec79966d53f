//! Names that people guess, and the functions they mean: no likeness of letters leads from `cdr` to `user_calls_get`.

/// The functions that a guessed name means, the likeliest first. The guess is in lower case, with `_` between its words.
pub(super) fn meant(guess: &str) -> Option<&'static [&'static str]> {
    MEANT.iter().find(|(guesses, _)| guesses.contains(&guess)).map(|(_, functions)| *functions)
}

type Guesses = (&'static [&'static str], &'static [&'static str]);

const MEANT: &[Guesses] = &[
    // Calls
    (
        &[
            "call",
            "calls",
            "calls_get",
            "get_calls",
            "calls_list",
            "call_list",
            "call_history",
            "cdr",
            "cdrs",
            "cdr_get",
            "cdrs_get",
            "get_cdr",
            "get_cdrs",
            "cdr_list",
            "cdr_export",
            "user_cdr_get",
            "user_calls_list",
            "last_calls",
            "calls_stat",
        ],
        &["user_calls_get"],
    ),
    (
        &["active_calls", "current_calls", "live_calls", "calls_active", "active_calls_list"],
        &["active_calls_get"],
    ),
    (&["make_call", "originate", "call_originate", "click_to_call", "click2call"], &["callback_init"]),
    (&["stats", "statistics", "dashboard"], &["quickstats_get", "aggregate_get"]),
    (&["recording", "recordings", "recording_get", "get_recordings", "recordings_list"], &["recordings_get"]),
    // Balances and payments
    (
        &["get_balance", "balance_get", "check_balance", "balance_check", "user_balance", "show_balance"],
        &["user_balance_get", "user_simple_balance_get"],
    ),
    (
        &[
            "balance_update",
            "update_balance",
            "change_balance",
            "balance_change",
            "set_balance",
            "add_balance",
            "balance_add",
            "add_credit",
            "top_up",
            "topup",
            "user_balance_set",
            "user_balance_add",
            "refill",
        ],
        &["user_balance_update", "payment_create"],
    ),
    (
        &["payment", "payments", "payment_get", "get_payments", "payment_list", "list_payments"],
        &["payments_get"],
    ),
    (&["add_payment", "payment_add", "make_payment", "payments_create", "pay"], &["payment_create"]),
    (
        &["invoice", "invoices_list", "invoice_get", "get_invoice", "get_invoices", "list_invoices"],
        &["invoices_get"],
    ),
    (&["credit_note", "credit_note_get", "credit_notes_list"], &["credit_notes_get"]),
    (&["voucher", "vouchers", "use_voucher", "voucher_activate", "redeem_voucher"], &["voucher_use"]),
    (&["exchange_rate", "exchange_rates", "currency_update"], &["exchange_rate_update"]),
    // Users
    (
        &["user", "user_get", "get_user", "user_info", "user_info_get", "get_user_details"],
        &["user_details_get"],
    ),
    (
        &["users", "users_list", "user_list", "list_users", "get_users", "clients", "customers"],
        &["users_get"],
    ),
    (
        &[
            "user_create",
            "create_user",
            "user_add",
            "add_user",
            "users_create",
            "new_user",
            "user_new",
            "register",
            "register_user",
            "signup",
            "sign_up",
            "client_create",
            "customer_create",
        ],
        &["user_register"],
    ),
    (&["user_update", "update_user", "user_edit", "edit_user", "user_change"], &["user_details_update"]),
    (&["delete_user", "user_remove", "remove_user", "user_destroy", "users_delete"], &["user_delete"]),
    (&["log_in", "signin", "sign_in", "auth", "authenticate", "user_auth"], &["user_login"]),
    (&["log_out", "signout", "sign_out"], &["user_logout"]),
    (&["reseller_groups", "reseller_groups_list"], &["reseller_groups_get"]),
    // Devices
    (&["device", "device_get", "get_device", "device_info", "device_details"], &["device_details_get"]),
    (&["devices", "devices_list", "list_devices", "get_devices", "sip_accounts"], &["devices_get"]),
    (&["device_add", "add_device", "create_device", "devices_create", "device_register"], &["device_create"]),
    (
        &["device_details_update", "device_edit", "update_device", "edit_device", "device_change"],
        &["device_update"],
    ),
    (&["delete_device", "device_remove", "remove_device"], &["device_delete"]),
    (&["cli", "clis", "clis_get", "device_cli_get", "cli_list"], &["device_clis_get", "cli_info_get"]),
    (&["cli_create", "add_cli", "device_cli_add", "cli_device_add", "callerid_add"], &["cli_add"]),
    // DIDs
    (
        &["did", "dids", "did_get", "get_dids", "dids_list", "did_list", "list_dids", "did_details_get"],
        &["dids_get"],
    ),
    (&["did_add", "add_did", "create_did", "dids_create", "did_buy"], &["did_create"]),
    (&["did_update", "update_did", "did_edit"], &["did_details_update"]),
    (&["did_assign", "assign_did", "did_assign_to_device"], &["did_device_assign"]),
    (&["did_unassign", "unassign_did", "did_release"], &["did_device_unassign", "did_make_free"]),
    // Rates and routing
    (
        &["rates", "rates_get", "get_rates", "user_rates_get", "tariff_get", "price_list", "pricelist"],
        &["tariff_rates_get", "user_rates", "rate_get"],
    ),
    (&["get_rate", "price_get", "call_price", "call_rate"], &["rate_get"]),
    (&["tariff", "tariffs", "get_tariffs", "tariffs_list", "tariff_list"], &["tariffs_get"]),
    (
        &[
            "tariff_update",
            "update_tariff",
            "tariff_create",
            "rates_update",
            "rate_update",
            "tariff_rates_update",
        ],
        &["tariff_wholesale_update", "tariff_retail_import"],
    ),
    (&["lcr", "lcrs", "lcr_get", "lcrs_list", "lcr_list"], &["lcrs_get"]),
    (&["lcr_provider_add", "provider_add_to_lcr"], &["lcr_add_provider"]),
    (
        &["provider", "providers", "provider_get", "providers_list", "trunks", "trunks_get"],
        &["providers_get"],
    ),
    (&["provider_add", "add_provider", "create_provider"], &["provider_create"]),
    // Services, messages, cards, books
    (&["service", "services", "service_get", "services_list"], &["services_get"]),
    (&["subscription", "subscriptions", "subscription_get", "subscriptions_list"], &["subscriptions_get"]),
    (&["subscription_add", "subscribe", "service_subscribe"], &["subscription_create"]),
    (
        &["sms", "sms_create", "send_message", "message_send", "sms_send_message"],
        &["sms_send", "user_sms_get"],
    ),
    (&["sms_get", "sms_list", "get_sms", "sms_history"], &["user_sms_get"]),
    (&["email", "mail_send", "send_mail", "emails_send"], &["email_send"]),
    (&["cards", "cards_get", "calling_cards", "calling_card_get"], &["calling_cards_get"]),
    (&["card_create", "cards_create", "calling_card_create"], &["calling_cards_create"]),
    (&["card_balance", "calling_card_balance_get"], &["card_balance_get"]),
    (&["phonebook", "phonebook_get", "phonebooks_list", "phone_book"], &["phonebooks_get"]),
    (&["phonebook_create", "phonebook_add", "phonebook_record_add"], &["phonebook_record_create"]),
    // Auto-dialer and server
    (
        &[
            "poll_results",
            "ivr_poll_results",
            "campaign_results",
            "campaign_poll_results",
            "ivr_poll_results_get",
        ],
        &["autodialer_get_campaign_ivr_poll_results"],
    ),
    (
        &[
            "campaign_start",
            "start_campaign",
            "campaign_stop",
            "stop_campaign",
            "campaign_status",
            "campaign_change_status",
        ],
        &["autodialer_change_campaign_status"],
    ),
    (&["campaign_upload", "upload_numbers", "campaign_upload_numbers"], &["autodialer_upload_numbers"]),
    (&["version", "version_get", "system_version", "mor_version", "ping"], &["system_version_get"]),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::{catalog, suggest::functions};

    #[test]
    fn every_guess_is_a_guess_and_leads_to_a_function() {
        let mut seen = BTreeSet::new();
        for (guesses, targets) in MEANT {
            assert!(!guesses.is_empty() && !targets.is_empty(), "{guesses:?}");
            for target in *targets {
                assert_eq!(catalog::find(target).map(|function| function.name.as_str()), Some(*target));
            }
            for guess in *guesses {
                assert!(seen.insert(*guess), "{guess} is in the table twice");
                assert!(catalog::find(guess).is_none(), "{guess} is a function");
            }
        }
    }

    #[test]
    fn what_people_type_is_understood() {
        for (typed, expected) in [
            ("device_details_update", "device_update"),
            ("calls", "user_calls_get"),
            ("cdr_get", "user_calls_get"),
            ("get_balance", "user_balance_get"),
            ("user_create", "user_register"),
            ("dids", "dids_get"),
            ("payments", "payments_get"),
            ("add_user", "user_register"),
            ("rates", "tariff_rates_get"),
            ("sms", "sms_send"),
            ("GetBalance", "user_balance_get"),
        ] {
            assert_eq!(functions(typed).first(), Some(&expected), "{typed}");
        }
    }
}
