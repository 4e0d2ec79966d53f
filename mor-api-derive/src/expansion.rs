//! What the derive macros write, as snapshots in `snapshots/`. A changed snapshot is to be read, and accepted with
//! `INSTA_UPDATE=always cargo test -p mor-api-derive`.

use proc_macro2::TokenStream;
use syn::{DeriveInput, parse_quote};

use crate::{endpoint, fault, from_xml, param_set, wire_enum};

/// What a derive writes for a declaration, as rustfmt would print it.
fn expansion(derive: impl Fn(&DeriveInput) -> TokenStream, declaration: &DeriveInput) -> String {
    let file = syn::parse2(derive(declaration)).expect("the expansion is a list of items");
    prettyplease::unparse(&file)
}

#[test]
fn endpoint_minimal() {
    let declaration = parse_quote! {
        #[mor(function = "system_version_get", effect = read, response = Version)]
        struct SystemVersionGet {}
    };
    insta::assert_snapshot!(expansion(endpoint::derive, &declaration));
}

#[test]
fn endpoint_typical() {
    let declaration = parse_quote! {
        /// Answers that the called people keyed
        /// into a campaign's IVR poll.
        ///
        /// Only `id` is hashed.
        #[mor(
            function = "autodialer_get_campaign_ivr_poll_results",
            since = "X16",
            addon = "Auto-Dialer",
            effect = read,
            response = PollResults,
            fault = PollFault,
        )]
        pub struct AutodialerGetCampaignIvrPollResults {
            /// ID of the campaign in the MOR database.
            #[hash(order = 1)]
            pub id: CampaignId,
            /// Sort key.
            #[nohash]
            pub order_by: Option<OrderBy>,
            #[nohash]
            pub s_reseller: ::std::option::Option<UserId>,
        }
    };
    insta::assert_snapshot!(expansion(endpoint::derive, &declaration));
}

#[test]
fn endpoint_hard() {
    let declaration = parse_quote! {
        #[mor(
            crate = other::api,
            function = "card_from_group_sell",
            aliases = ["buy_card_from_callingroup"],
            effect = write,
            response = Vec<Card<'static>>,
            caller = hashed(2),
            password = hashed(4),
            check = checks::card,
            verify = "`card_group_get` tells how many are left",
        )]
        pub(crate) struct r#CardFromGroupSell<'a, T: Copy, const N: usize>
        where
            T: Ord,
        {
            #[hash(order = 3)]
            #[mor(rename = "cardgroup_id")]
            group: &'a str,
            #[hash(order = 1)]
            r#type: T,
            #[nohash]
            r#in: Option<[T; N]>,
        }
    };
    insta::assert_snapshot!(expansion(endpoint::derive, &declaration));
}

#[test]
fn endpoint_that_is_neither_hashed_nor_called_by_anybody() {
    let declaration = parse_quote! {
        #[mor(function = "login_form", effect = session, response = Form, caller = none, hash = none)]
        pub struct LoginForm {
            #[nohash]
            p: Option<SecretString>,
        }
    };
    insta::assert_snapshot!(expansion(endpoint::derive, &declaration));
}

#[test]
fn endpoint_with_mistakes_is_followed_by_a_stand_in() {
    let declaration = parse_quote! {
        #[mor(function = "users get", effect = reads)]
        pub struct UsersGet<'a> {
            pub id: &'a str,
        }
    };
    insta::assert_snapshot!(expansion(endpoint::derive, &declaration));
}

#[test]
fn endpoint_that_ends_in_a_set() {
    let declaration = parse_quote! {
        #[mor(function = "provider_update", effect = write, response = Done)]
        pub struct ProviderUpdate {
            #[hash(order = 1)]
            pub provider_id: ProviderId,
            #[nohash]
            pub name: Option<String>,
            /// What else there is to change.
            #[mor(flatten)]
            pub settings: super::ProviderSettings,
        }
    };
    insta::assert_snapshot!(expansion(endpoint::derive, &declaration));
}

#[test]
fn endpoint_that_is_generic_in_its_response() {
    let declaration = parse_quote! {
        #[expect(missing_docs, reason = "a sketch")]
        #[deprecated]
        #[mor(function = "users_get", effect = read, response = Page<T>)]
        pub struct UsersGet<T> {
            #[hash(order = 1)]
            pub id: u64,
            #[mor(skip)]
            pub label: Label,
            pub row: PhantomData<T>,
        }
    };
    insta::assert_snapshot!(expansion(endpoint::derive, &declaration));
}

#[test]
fn set_of_parameters() {
    let declaration = parse_quote! {
        #[mor(crate = other::api)]
        pub struct ProviderSettings {
            /// Port of its server.
            pub port: Option<u16>,
            #[mor(rename = "ipaddr")]
            pub r#in: Option<IpAddr>,
        }
    };
    insta::assert_snapshot!(expansion(param_set::derive, &declaration));
}

#[test]
fn from_xml_record() {
    let declaration = parse_quote! {
        #[mor(root = "page/status")]
        pub struct Users<T> {
            #[mor(attribute)]
            count: u64,
            #[mor(path = "users/user")]
            users: Vec<User>,
            #[mor(rename = "ballance", aliases = ["balance"])]
            balance: Option<Money>,
            #[mor(default)]
            r#type: T,
            #[mor(text)]
            note: Option<String>,
            #[mor(rest)]
            rest: ElementMap,
        }
    };
    insta::assert_snapshot!(expansion(from_xml::derive, &declaration));
}

#[test]
fn fault_of_every_kind() {
    let declaration = parse_quote! {
        pub enum UsersFault {
            #[fault("No Users found", "Users were not found")]
            NoUsers,
            #[fault(starts_with = "No free numbers for Campaign:")]
            NoNumbers(String),
            #[fault(ends_with = "is incorrect format")]
            Format(String),
        }
    };
    insta::assert_snapshot!(expansion(fault::derive, &declaration));
}

#[test]
fn wire_enum_of_known_and_other_words() {
    let declaration = parse_quote! {
        #[mor(rename_all = "UPPERCASE")]
        pub enum Calltype {
            NoAnswer,
            #[mor(value = "all", aliases = ["any"])]
            r#All,
            #[mor(other)]
            Other(String),
        }
    };
    insta::assert_snapshot!(expansion(wire_enum::derive, &declaration));
}
