//! Financial statements.

mod financial_statements_get;

pub use financial_statements_get::{
    DocumentState, DocumentType, FinancialStatements, FinancialStatementsGet, StateFilter, Statement,
};
