//! The large answers are what the endpoints expect, and always the same.

#![expect(clippy::unwrap_used, reason = "a test")]

use http::{HeaderMap, StatusCode};
use mor_api::{Endpoint, Response, classify};
use mor_bench::answers::List;
use mor_endpoints::call::UserCallsGet;
use mor_endpoints::did::DidsGet;
use mor_endpoints::invoice::InvoicesGet;
use mor_endpoints::rate::UserRates;

/// Decodes in strict mode: nothing may be left over.
fn decoded<E: Endpoint>(list: List, rows: u64) -> E::Response {
    let xml = list.text(rows, 7);
    let body = classify(StatusCode::OK, &HeaderMap::new(), xml.as_bytes()).unwrap();
    let (response, unknown) = E::Response::decode_strict(body).unwrap();
    assert_eq!(unknown, [], "{xml}");
    response
}

#[test]
fn every_list_decodes_without_a_rest() {
    let calls = decoded::<UserCallsGet>(List::Calls, 50);
    assert_eq!((calls.calls.len(), calls.total_calls), (50, 50));
    assert!(calls.calls.iter().all(|call| call.other.is_empty() && call.user_price.is_some()));
    assert!(calls.calls.iter().any(|call| call.user.as_deref() == Some("Smith & Sons Trading")));

    let invoices = decoded::<InvoicesGet>(List::Invoices, 20).invoices;
    assert_eq!(invoices.iter().map(|invoice| invoice.lines.len()).collect::<Vec<_>>(), [2; 20]);

    let dids = decoded::<DidsGet>(List::Dids, 30).dids;
    assert_eq!(dids.len(), 30);
    assert!(dids.iter().all(|did| did.other.is_empty() && did.number.len() == 11));

    assert_eq!(decoded::<UserRates>(List::Rates, 40).rates.len(), 40);
}

#[test]
fn a_list_may_be_short() {
    assert_eq!(decoded::<UserCallsGet>(List::Calls, 0).calls, []);
    assert_eq!(decoded::<UserRates>(List::Rates, 1).rates.len(), 1);
}

#[test]
fn a_seed_makes_one_answer() {
    for list in List::ALL {
        assert_eq!(list.text(20, 3), list.text(20, 3), "{list:?}");
        assert_ne!(list.text(20, 3), list.text(20, 4), "{list:?}");
    }
}

#[test]
fn the_sizes_are_those_that_the_goals_speak_of() {
    let calls = List::Calls.text(1_000, 1).len();
    assert!((860_000..920_000).contains(&calls), "{calls}");
    let did = List::Dids.text(1, 1).len();
    assert!((400..=500).contains(&did), "{did}");
}
