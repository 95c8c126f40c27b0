//! TLS settings: `rustls`, the certificates that the system trusts, and the cryptography that the
//! program has installed, or else `ring`.

use std::sync::Arc;

use rustls::ClientConfig;
use rustls::crypto::{CryptoProvider, ring};
use rustls_platform_verifier::BuilderVerifierExt;

/// Builds the TLS settings, or returns the reason why that failed.
pub(super) fn build_config() -> Result<ClientConfig, String> {
    let provider = CryptoProvider::get_default()
        .map_or_else(|| Arc::new(ring::default_provider()), Arc::clone);
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .and_then(BuilderVerifierExt::with_platform_verifier)
        .map_err(|error| format!("no TLS: {error}"))?;
    Ok(config.with_no_client_auth())
}
