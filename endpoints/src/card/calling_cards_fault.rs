//! The refusals of `calling_cards_get`.

use mor_api::Fault;

/// Why there is no list of cards.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum CallingCardsFault {
    /// No card fits the filters.
    #[fault("Cards were not found")]
    NotFound,
}
