//! The forms in which MOR writes amounts, times and lists.

pub(crate) mod dates;
mod limit;
mod list;
mod money;
pub(crate) mod numbers;
mod server_time;
mod word;

pub use limit::Limit;
pub use list::CommaList;
pub use money::Money;
pub use server_time::ServerTime;
pub use word::UnknownWord;
