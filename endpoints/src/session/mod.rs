//! Logging in and out of the GUI.

mod action;
mod login_form;
mod user_login;
mod user_logout;

pub use action::Action;
pub use login_form::{LoginForm, LoginPage};
pub use user_login::{LoginFault, UserLogin};
pub use user_logout::{LogoutFault, UserLogout};
