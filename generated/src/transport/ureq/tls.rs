//! TLS settings: the system's library, or `rustls`.

use ureq::tls::{RootCerts, TlsConfig, TlsProvider};

/// Builds the settings that the features choose.
pub(super) fn build_config() -> TlsConfig {
    let (provider, roots) = if cfg!(feature = "native-tls") {
        (TlsProvider::NativeTls, RootCerts::PlatformVerifier)
    } else if cfg!(feature = "webpki-roots") {
        (TlsProvider::Rustls, RootCerts::WebPki)
    } else {
        (TlsProvider::Rustls, RootCerts::PlatformVerifier)
    };
    TlsConfig::builder()
        .provider(provider)
        .root_certs(roots)
        .build()
}
