//! The refusals of all LCR functions: the pages give the same ones for each.

use mor_api::Fault;

/// Why an LCR function refuses.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum LcrFault {
    /// The LCR does not exist, or it is not the caller's.
    #[fault("No LCRs found")]
    NotFound,
}
