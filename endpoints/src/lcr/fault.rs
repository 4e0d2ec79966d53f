//! The refusals of all LCR functions: the pages give the same ones for each.

use mor_api::{CommonFault, Fault};

/// Why an LCR function refuses.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum LcrFault {
    /// The LCR does not exist, or it is not the caller's.
    #[fault("No LCRs found")]
    NotFound,

    /// One that any function may send.
    #[fault(common)]
    Common(CommonFault),

    /// A text that is not documented.
    #[fault(other)]
    Other(String),
}
