//! TLS settings: the system's library, or `rustls` with the cryptography that the program has
//! installed, else `ring`.

/// Sets the TLS library and the certificates that it trusts, or returns the reason why that failed.
#[cfg(feature = "native-tls")]
pub(super) fn set_tls(builder: reqwest::ClientBuilder) -> Result<reqwest::ClientBuilder, String> {
    Ok(builder.tls_backend_native())
}

#[cfg(not(feature = "native-tls"))]
pub(super) use self::with_rustls::set_tls;

#[cfg(not(feature = "native-tls"))]
mod with_rustls {
    use std::sync::Arc;

    use reqwest::ClientBuilder;
    use rustls::client::WantsClientCert;
    use rustls::crypto::{CryptoProvider, ring};
    use rustls::{ClientConfig, ConfigBuilder, Error, WantsVerifier};

    /// Sets the certificates that are trusted, or returns the reason why that failed.
    pub(crate) fn set_tls(builder: ClientBuilder) -> Result<ClientBuilder, String> {
        let provider = CryptoProvider::get_default()
            .map_or_else(|| Arc::new(ring::default_provider()), Arc::clone);
        let config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .and_then(set_roots)
            .map_err(|error| format!("no TLS: {error}"))?;
        Ok(builder.tls_backend_preconfigured(config.with_no_client_auth()))
    }

    #[cfg(feature = "webpki-roots")]
    fn set_roots(
        builder: ConfigBuilder<ClientConfig, WantsVerifier>,
    ) -> Result<ConfigBuilder<ClientConfig, WantsClientCert>, Error> {
        let roots = webpki_roots::TLS_SERVER_ROOTS.iter().cloned();
        Ok(builder.with_root_certificates(rustls::RootCertStore::from_iter(roots)))
    }

    #[cfg(not(feature = "webpki-roots"))]
    fn set_roots(
        builder: ConfigBuilder<ClientConfig, WantsVerifier>,
    ) -> Result<ConfigBuilder<ClientConfig, WantsClientCert>, Error> {
        rustls_platform_verifier::BuilderVerifierExt::with_platform_verifier(builder)
    }
}
