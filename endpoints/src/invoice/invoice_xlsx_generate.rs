//! `invoice_xlsx_generate`: writes an invoice as an XLSX file on the server.

use mor_api::Endpoint;

use super::InvoiceFault;
use crate::{Done, InvoiceId};

/// Writes an invoice as an XLSX file on the server, under the invoice's number. The file is not returned.
///
/// No page documents it; X8 has it for its own use and checks neither caller nor hash, nor whether the API is
/// allowed at all.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "invoice_xlsx_generate",
    effect = write,
    caller = none,
    hash = none,
    response = Done,
    fault = InvoiceFault,
)]
pub struct InvoiceXlsxGenerate {
    /// The invoice.
    #[nohash]
    pub invoice_id: InvoiceId,
}
