//! The switches of the server's API page.

/// Server-wide settings, with the defaults of a new server. They can be changed while the simulator runs.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "the server's settings page is a column of check boxes")]
pub struct Settings {
    /// "Allow API globally". As on an X8 server it is checked only if the caller is known, and for resellers and their
    /// users [`Account::allow_api`](crate::Account::allow_api) of the reseller counts as well.
    pub allow_api: bool,
    /// "Allow GET API". The balance functions accept GET in any case.
    pub allow_get: bool,
    /// The opposite of "Disable hash checking", for all owners at once.
    pub check_hash: bool,
    /// "XML API Extension": answers are typed `text/xml` instead of `text/html`.
    pub xml_extension: bool,
    /// "Allow API Login Redirect": a successful `user_login` is answered by a redirect to the GUI.
    pub login_redirect: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            allow_api: true,
            allow_get: false,
            check_hash: true,
            xml_extension: false,
            login_redirect: false,
        }
    }
}
