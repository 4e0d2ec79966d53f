//! What keeps a connection from being secure, read from the words of the TLS library.

use core::error::Error;
use core::fmt;

/// Why there is no secure connection. Nothing was sent.
///
/// No setting sends the request anyway: whoever intercepts the connection could read every parameter and forge the
/// response.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TlsProblem {
    /// The certificate has expired.
    Expired,
    /// The certificate is not valid yet.
    NotYetValid,
    /// The certificate is for another host.
    WrongName,
    /// No authority that this machine trusts signed the certificate; it may be self-signed.
    UnknownAuthority,
    /// Neither an authority that this machine trusts nor a root certificate given to the client signed the
    /// certificate.
    NotTheGivenAuthority,
    /// The certificate is that of an authority (`basicConstraints` says `CA:TRUE`, the default of
    /// `openssl req -x509`). No server may present it, even if the client trusts it.
    AuthorityAsServer,
    /// The certificate was revoked by its authority.
    Revoked,
    /// Something else is wrong with the certificate.
    BadCertificate,
    /// Server and client have no version of TLS, or no cipher, in common.
    NoCommonVersion,
    /// The server does not speak TLS on this port.
    NotTls,
    /// The handshake failed for another reason.
    Handshake,
}

/// Words of rustls, OpenSSL, Secure Transport and Schannel, in lower case. The first line that fits counts, so the
/// words about the handshake in general come last.
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
    ("causedasendentity", TlsProblem::AuthorityAsServer),
    // An authority of the right name is trusted, but its key did not sign: the server has a new certificate.
    ("badsignature", TlsProblem::UnknownAuthority),
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

    /// The problem when the client was given root certificates of its own: advice to give one would be useless.
    #[cfg(feature = "client")]
    pub(crate) fn despite_given_roots(self) -> Self {
        match self {
            Self::UnknownAuthority => Self::NotTheGivenAuthority,
            other => other,
        }
    }

    /// How to fix it.
    #[must_use]
    pub const fn advice(self) -> &'static str {
        match self {
            Self::Expired => "renew the server's certificate; if it is in order, check this machine's clock",
            Self::NotYetValid => "check the clocks of this machine and of the server",
            Self::WrongName => "call the server by a name its certificate is for",
            Self::UnknownAuthority => {
                "if the certificate comes from an authority of your own or is self-signed, give the authority's \
                 certificate, or itself, to the client: root_certificate, or ca_file in a profile of the mor \
                 command; on a public server, the intermediate certificates may be missing"
            }
            Self::NotTheGivenAuthority => {
                "the root certificate that the client was given did not sign it: the server may have a new \
                 certificate, or not send its intermediate ones; compare with `openssl s_client -connect \
                 HOST:PORT -showcerts`"
            }
            Self::AuthorityAsServer => {
                "make one with basicConstraints=CA:FALSE, install it on the server and let the client trust it; \
                 with OpenSSL 3: openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem \
                 -days 365 -subj /CN=HOST -addext subjectAltName=DNS:HOST -addext \
                 basicConstraints=critical,CA:FALSE"
            }
            Self::Revoked | Self::BadCertificate => "look at the server's certificate",
            Self::NoCommonVersion => "the server must allow TLS 1.2 or 1.3",
            Self::NotTls => {
                "check the port; if it is for plain http, use the server's TLS port: http:// is accepted without \
                 further settings only for this machine (loopback)"
            }
            Self::Handshake => "look at the server's log; a firewall or proxy on the way may interfere",
        }
    }
}

impl fmt::Display for TlsProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Expired => "the server's certificate has expired",
            Self::NotYetValid => "the server's certificate is not valid yet",
            Self::WrongName => "the server's certificate is for another name",
            Self::UnknownAuthority => "the server's certificate is not signed by a trusted authority",
            Self::NotTheGivenAuthority => {
                "the server's certificate is not signed by a trusted authority, including the given one"
            }
            Self::AuthorityAsServer => {
                "the server's certificate is that of an authority (CA:TRUE), which no server may present"
            }
            Self::Revoked => "the server's certificate was revoked",
            Self::BadCertificate => "the server's certificate is not acceptable",
            Self::NoCommonVersion => "server and client have no version of TLS in common",
            Self::NotTls => "the server does not speak TLS on this port",
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
    fn other_failures_do_not_count_as_tls() {
        for text in
            ["Connection refused (os error 111)", "dns error", "operation timed out", "unsuccessful tunnel"]
        {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
