//! The tests that span the crates, over real HTTP wherever that is what they are about.

mod blocking;
mod bulk;
mod campaign_status;
mod conformance;
mod contributing;
mod decoder_properties;
mod end_to_end;
mod form;
mod hash_vectors;
mod hostile;
mod retries;
mod soak;
mod streaming;
mod support;
mod tariff_rates;
mod tls;
mod transport;
mod upload;
