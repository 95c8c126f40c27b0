//! TLS as this crate sets it up: `rustls`, the certificates that the system trusts, and the
//! cryptography that the program has chosen, else `ring`'s.

use std::sync::Arc;

use rustls::ClientConfig;
use rustls::crypto::{CryptoProvider, ring};
use rustls_platform_verifier::BuilderVerifierExt;

/// The settings of TLS, or why there are none.
pub(super) fn config() -> Result<ClientConfig, String> {
    let chosen = CryptoProvider::get_default().map(Arc::clone);
    let provider = chosen.unwrap_or_else(|| Arc::new(ring::default_provider()));
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .and_then(BuilderVerifierExt::with_platform_verifier);
    let config = config.map_err(|error| format!("no TLS: {error}"))?;
    Ok(config.with_no_client_auth())
}
