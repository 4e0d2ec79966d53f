//! The certificates of authorities that a client trusts in addition.

use crate::ConfigError;

#[cfg(any(feature = "rustls", feature = "native-tls"))]
pub(super) fn with_certificates(
    builder: reqwest::ClientBuilder,
    pem_files: &[Vec<u8>],
) -> Result<reqwest::ClientBuilder, ConfigError> {
    let mut certificates = Vec::new();
    for pem in pem_files {
        let bundle = reqwest::Certificate::from_pem_bundle(pem).unwrap_or_default();
        if bundle.is_empty() {
            return Err(ConfigError::new("root certificate: it holds no certificate in PEM form"));
        }
        certificates.extend(bundle);
    }
    Ok(if certificates.is_empty() { builder } else { builder.tls_certs_merge(certificates) })
}

#[cfg(not(any(feature = "rustls", feature = "native-tls")))]
pub(super) fn with_certificates(
    builder: reqwest::ClientBuilder,
    pem_files: &[Vec<u8>],
) -> Result<reqwest::ClientBuilder, ConfigError> {
    if pem_files.is_empty() {
        return Ok(builder);
    }
    Err(ConfigError::new(
        "root certificate: this program was built without TLS (features rustls, native-tls)",
    ))
}
