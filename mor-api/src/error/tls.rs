//! What keeps a connection from being secure, read from the words of the TLS library.

use core::error::Error;
use core::fmt;

/// Why there is no secure connection. Nothing was sent.
///
/// There is no setting that sends all the same: whoever stands in the way of the connection could read every
/// parameter, and answer what he likes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TlsProblem {
    /// The certificate's time is over.
    Expired,
    /// The certificate's time has not come.
    NotYetValid,
    /// The certificate is for another host.
    WrongName,
    /// Nobody whom this machine trusts has signed the certificate; perhaps it has signed itself.
    UnknownAuthority,
    /// The certificate was revoked by its authority.
    Revoked,
    /// Something else is wrong with the certificate.
    BadCertificate,
    /// Server and client have no version of TLS, or no cipher, in common.
    NoCommonVersion,
    /// What answers does not speak TLS.
    NotTls,
    /// The handshake failed for another reason.
    Handshake,
}

/// Words of rustls, OpenSSL, Secure Transport and Schannel, in lower case. The first line that fits counts, so what
/// is said of the handshake as a whole comes last.
const WORDS: &[(&str, TlsProblem)] = &[
    ("not valid yet", TlsProblem::NotYetValid),
    ("notvalidyet", TlsProblem::NotYetValid),
    ("not yet valid", TlsProblem::NotYetValid),
    ("certificate expired", TlsProblem::Expired),
    ("certificate has expired", TlsProblem::Expired),
    ("certificateexpired", TlsProblem::Expired),
    ("certificate: expired", TlsProblem::Expired),
    ("not valid for name", TlsProblem::WrongName),
    ("notvalidforname", TlsProblem::WrongName),
    ("hostname mismatch", TlsProblem::WrongName),
    ("ip address mismatch", TlsProblem::WrongName),
    ("revoked", TlsProblem::Revoked),
    ("unknownissuer", TlsProblem::UnknownAuthority),
    ("causedasendentity", TlsProblem::UnknownAuthority),
    ("self-signed", TlsProblem::UnknownAuthority),
    ("self signed", TlsProblem::UnknownAuthority),
    ("unable to get local issuer", TlsProblem::UnknownAuthority),
    ("unable to get issuer", TlsProblem::UnknownAuthority),
    ("invalid peer certificate", TlsProblem::BadCertificate),
    ("certificate verify failed", TlsProblem::BadCertificate),
    ("protocolversion", TlsProblem::NoCommonVersion),
    ("unsupported protocol", TlsProblem::NoCommonVersion),
    ("protocol version", TlsProblem::NoCommonVersion),
    ("peer is incompatible", TlsProblem::NoCommonVersion),
    ("handshakefailure", TlsProblem::NoCommonVersion),
    ("invalidcontenttype", TlsProblem::NotTls),
    ("wrong version number", TlsProblem::NotTls),
    ("packet length too long", TlsProblem::NotTls),
    ("fatal alert", TlsProblem::Handshake),
    ("received corrupt message", TlsProblem::Handshake),
    ("peer misbehaved", TlsProblem::Handshake),
    ("handshake", TlsProblem::Handshake),
];

impl TlsProblem {
    /// Finds the problem in what an error and its sources say.
    pub(crate) fn of(error: &(dyn Error + 'static)) -> Option<Self> {
        let mut said = String::new();
        let mut next = Some(error);
        while let Some(error) = next {
            said.push_str(&error.to_string().to_lowercase());
            said.push('\n');
            next = error.source();
        }
        WORDS.iter().find(|(words, _)| said.contains(words)).map(|(_, problem)| *problem)
    }

    /// What to do about it.
    #[must_use]
    pub const fn advice(self) -> &'static str {
        match self {
            Self::Expired => "renew the server's certificate; if it is in order, check this machine's clock",
            Self::NotYetValid => "check the clocks of this machine and of the server",
            Self::WrongName => "call the server by a name its certificate is for",
            Self::UnknownAuthority => {
                "if the certificate is of an authority of your own, or has signed itself, give that certificate \
                 to the client: root_certificate, ca_file in a profile of the mor command; on a public server, \
                 the intermediate certificates may be missing"
            }
            Self::Revoked | Self::BadCertificate => "look at the server's certificate",
            Self::NoCommonVersion => "the server must allow TLS 1.2 or 1.3",
            Self::NotTls => "check the port: plain http, or something else, answers there",
            Self::Handshake => "look at the log of the server; is something between here and there?",
        }
    }
}

impl fmt::Display for TlsProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Expired => "the server's certificate has expired",
            Self::NotYetValid => "the server's certificate is not valid yet",
            Self::WrongName => "the server's certificate is for another name",
            Self::UnknownAuthority => "the server's certificate is signed by nobody who is trusted here",
            Self::Revoked => "the server's certificate was revoked",
            Self::BadCertificate => "the server's certificate is not acceptable",
            Self::NoCommonVersion => "server and client have no version of TLS in common",
            Self::NotTls => "what answers does not speak TLS",
            Self::Handshake => "the TLS handshake failed",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &'static str) -> Option<TlsProblem> {
        TlsProblem::of(&*Box::<dyn Error>::from(text))
    }

    /// Of rustls the words are tested with real connections; these are OpenSSL's.
    #[test]
    fn words_of_openssl() {
        for (text, problem) in [
            ("certificate verify failed: (certificate has expired)", TlsProblem::Expired),
            ("certificate verify failed: (certificate is not yet valid)", TlsProblem::NotYetValid),
            ("certificate verify failed: (hostname mismatch)", TlsProblem::WrongName),
            ("certificate verify failed: (IP address mismatch)", TlsProblem::WrongName),
            ("certificate verify failed: (self-signed certificate)", TlsProblem::UnknownAuthority),
            (
                "certificate verify failed: (self signed certificate in certificate chain)",
                TlsProblem::UnknownAuthority,
            ),
            (
                "certificate verify failed: (unable to get local issuer certificate)",
                TlsProblem::UnknownAuthority,
            ),
            ("certificate verify failed: (certificate revoked)", TlsProblem::Revoked),
            ("certificate verify failed", TlsProblem::BadCertificate),
            ("error:0A000102:SSL routines::unsupported protocol", TlsProblem::NoCommonVersion),
            ("error:0A00042E:SSL routines::tlsv1 alert protocol version", TlsProblem::NoCommonVersion),
            ("error:0A00010B:SSL routines::wrong version number", TlsProblem::NotTls),
            ("error:0A0000C6:SSL routines::packet length too long", TlsProblem::NotTls),
        ] {
            assert_eq!(of(text), Some(problem), "{text}");
        }
    }

    #[test]
    fn other_failures_are_none_of_tls() {
        for text in
            ["Connection refused (os error 111)", "dns error", "operation timed out", "unsuccessful tunnel"]
        {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
