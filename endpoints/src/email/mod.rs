//! E-mails that the server sends.
