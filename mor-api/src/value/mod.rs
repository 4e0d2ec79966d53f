//! The forms in which MOR writes amounts, times and lists.

pub(crate) mod ascii;
pub(crate) mod dates;
#[cfg(feature = "serde")]
pub(crate) mod exposed;
mod flag;
mod flag_word;
mod id;
mod limit;
mod list;
mod money;
pub(crate) mod numbers;
mod secret;
mod serialize;
mod server_time;
mod word;

#[cfg(feature = "serde")]
pub use exposed::Exposed;
pub use flag::Flag;
pub use flag_word::FlagWord;
pub use limit::Limit;
pub use list::CommaList;
pub use money::Money;
pub use secret::Secret;
pub use server_time::ServerTime;
pub use word::UnknownWord;
