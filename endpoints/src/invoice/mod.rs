//! Invoices.

mod fault;
mod invoice_update;
mod invoice_xlsx_generate;
mod invoices_fault;
mod invoices_get;
mod user_invoices;

pub use fault::InvoiceFault;
pub use invoice_update::{InvoiceUpdate, Toggle};
pub use invoice_xlsx_generate::InvoiceXlsxGenerate;
pub use invoices_fault::InvoicesFault;
pub use invoices_get::{Invoice, InvoiceLine, Invoices, InvoicesGet};
pub use user_invoices::{InvoiceOfUser, InvoicesOfUser, UserInvoices};
