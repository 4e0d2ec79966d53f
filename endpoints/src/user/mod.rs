//! Users.

mod account_kind;
mod fault;
mod invoice_flag;
mod main_page;
mod responsible_accountant;
mod user_changed;
mod user_delete;
mod user_details;
mod user_details_get;
mod user_details_raw_get;
mod user_details_update;
mod user_register;
mod user_register_fault;
mod user_type;
mod user_update_fault;
mod users_fault;
mod users_get;
mod wanted;

pub use account_kind::AccountKind;
pub use fault::UserFault;
pub use invoice_flag::InvoiceFlag;
pub use main_page::{CallFigures, MainPage, Period, StartPage};
pub use responsible_accountant::ResponsibleAccountant;
pub use user_changed::UserChanged;
pub use user_delete::{UserDelete, UserDeleteFault};
pub use user_details::{Account, Address, BalanceWarning, InvoiceSettings, Person, UserDetails};
pub use user_details_get::UserDetailsGet;
pub use user_details_raw_get::{UserDetailsRawGet, UserRow};
pub use user_details_update::{BillingPeriod, UserDetailsUpdate};
pub use user_register::{NewUserSettings, Registered, Technology, UserRegister};
pub use user_register_fault::UserRegisterFault;
pub use user_type::UserType;
pub use user_update_fault::UserUpdateFault;
pub use users_fault::UsersFault;
pub use users_get::{User, Users, UsersGet};
