//! What a parameter's text may look like: the type column of a function's description.

use core::fmt;

/// The form of a parameter's text on the wire.
///
/// It describes; it does not convert. Command lines and documentation read it to say what a parameter
/// wants before anything is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// A whole number.
    Integer,
    /// A decimal number with a dot as decimal mark.
    Decimal,
    /// Free text.
    Text,
    /// One of a fixed set of words.
    Choice(&'static [&'static str]),
    /// One of these words, or another one: servers may know more of them.
    OpenChoice(&'static [&'static str]),
    /// `0` or `1`.
    Flag,
    /// `true` or `false`.
    FlagWord,
    /// Seconds since 1970-01-01 00:00:00 UTC.
    UnixTime,
    /// `YYYY-MM-DD HH:MM:SS` in the server's time.
    DateTime,
    /// `YYYY-MM-DD`.
    Date,
    /// `HH:MM:SS`, a time of day.
    Time,
    /// Values separated by commas.
    List,
    /// An e-mail address.
    Email,
    /// An IP address.
    Ip,
    /// A telephone number.
    Phone,
    /// An uploaded file.
    File,
    /// An XML document.
    Xml,
    /// An amount of money, perhaps with the code of its currency.
    Money,
    /// `YYYY-MM-DD HH:MM:SS`, perhaps with a time zone.
    ServerTime,
    /// A password or another text that must never be shown.
    Secret,
}

impl Kind {
    /// The name used in descriptions: `integer`, `decimal`, `string`, `enum`, `bool01` and so on.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Integer => "integer",
            Self::Decimal => "decimal",
            Self::Text => "string",
            Self::Choice(_) | Self::OpenChoice(_) => "enum",
            Self::Flag => "bool01",
            Self::FlagWord => "bool_word",
            Self::UnixTime => "unix_time",
            Self::DateTime => "datetime",
            Self::Date => "date",
            Self::Time => "time",
            Self::List => "id_list",
            Self::Email => "email",
            Self::Ip => "ip",
            Self::Phone => "phone",
            Self::File => "file",
            Self::Xml => "xml",
            Self::Money => "money",
            Self::ServerTime => "server_time",
            Self::Secret => "secret",
        }
    }

    /// What a text of this kind looks like, as error messages say it.
    #[must_use]
    pub const fn form(self) -> &'static str {
        match self {
            Self::Integer => "a whole number without leading zeros",
            Self::Decimal => "a decimal number (12.50)",
            Self::Text | Self::Secret => "a text",
            Self::Choice(_) | Self::OpenChoice(_) => "one of its words",
            Self::Flag => "0 or 1",
            Self::FlagWord => "true or false",
            Self::UnixTime => "seconds since 1970-01-01 00:00:00 UTC",
            Self::DateTime => "YYYY-MM-DD HH:MM:SS",
            Self::Date => "YYYY-MM-DD",
            Self::Time => "HH:MM:SS",
            Self::List => "values separated by commas",
            Self::Email => "an e-mail address",
            Self::Ip => "an IP address",
            Self::Phone => "a telephone number",
            Self::File => "a file",
            Self::Xml => "an XML document",
            Self::Money => "an amount, perhaps with a currency (26.0000 USD)",
            Self::ServerTime => "YYYY-MM-DD HH:MM:SS, perhaps with a time zone",
        }
    }

    /// The words of a [`Kind::Choice`] or [`Kind::OpenChoice`]; empty for every other kind.
    #[must_use]
    pub const fn values(self) -> &'static [&'static str] {
        match self {
            Self::Choice(values) | Self::OpenChoice(values) => values,
            _ => &[],
        }
    }

    /// Whether values of this kind must be masked wherever people can see them.
    #[must_use]
    pub const fn is_secret(self) -> bool {
        matches!(self, Self::Secret)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
