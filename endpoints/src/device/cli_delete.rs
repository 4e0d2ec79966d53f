//! `cli_delete`: deletes a CLI.

use mor_api::{Endpoint, Fault};

use crate::DoneInStatus;

/// Deletes a CLI.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "cli_delete",
    effect = write,
    response = DoneInStatus,
    fault = CliDeleteFault,
    verify = "`cli_info_get` with the `cli_number` as `cli` no longer finds it",
)]
pub struct CliDelete {
    /// The number of the CLI (not its ID).
    #[hash(order = 1)]
    pub cli_number: String,
}

/// Why a CLI was not deleted.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum CliDeleteFault {
    /// There is no such CLI, or it is not the caller's.
    #[fault("CLI was not found")]
    NotFound,
}
