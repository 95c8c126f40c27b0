//! The webhook of a bot: the address that updates are posted to, and the last error.

use std::net::IpAddr;

use axum::http::Uri;
use schema::schema::Field;
use serde_json::{Map, Value};

use crate::check::attached_name;
use crate::example::Examples;
use crate::queue::Queue;
use crate::response::Refusal;

/// The ports of webhooks.
const PORTS: [u16; 4] = [80, 88, 443, 8443];
const NO_HTTPS: &str = "An HTTPS URL must be provided for webhook";
const BAD_PORT: &str = "Webhook can be set up only on ports 80, 88, 443 or 8443";
const BAD_SECRET: &str = "secret token contains unallowed characters";

/// The webhook of a bot.
#[derive(Clone, Debug, Default)]
pub(crate) struct Webhook {
    /// The address; empty where none is set.
    pub(crate) url: String,
    /// The secret that every post has in its header.
    pub(crate) secret: Option<String>,
    has_certificate: bool,
    ip_address: Option<Value>,
    max_connections: Option<Value>,
    /// The time of the last post that failed, in seconds since 1970, and the reason.
    pub(crate) last_error: Option<(i64, String)>,
}

impl Webhook {
    /// Returns if updates are to be posted.
    pub(crate) fn is_set(&self) -> bool {
        !self.url.is_empty()
    }

    /// Returns if another one would change nothing.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        let settings = |one: &Self| {
            let texts = (one.url.clone(), one.secret.clone());
            (texts, one.ip_address.clone(), one.max_connections.clone())
        };
        !other.has_certificate && settings(self) == settings(other)
    }

    /// Reads the parameters of `setWebhook`.
    pub(crate) fn from_params(params: &Map<String, Value>) -> Result<Self, Refusal> {
        let text = |name: &str| params.get(name).and_then(Value::as_str);
        let url = text("url").unwrap_or_default();
        if !url.is_empty() {
            check_url(url)
                .map_err(|why| Refusal::bad_request(format_args!("bad webhook: {why}")))?;
        }
        if !text("secret_token")
            .unwrap_or_default()
            .chars()
            .all(is_plain)
        {
            return Err(Refusal::bad_request(BAD_SECRET));
        }
        Ok(Self {
            url: url.to_owned(),
            secret: text("secret_token").map(str::to_owned),
            has_certificate: params.get("certificate").and_then(attached_name).is_some(),
            ip_address: params.get("ip_address").cloned(),
            max_connections: params.get("max_connections").cloned(),
            last_error: None,
        })
    }

    /// Makes the result of `getWebhookInfo`, whose fields these are.
    pub(crate) fn build_info(
        &self,
        queue: &Queue,
        fields: &[Field],
        examples: Examples<'_>,
    ) -> Value {
        let error = self.last_error.as_ref();
        let allowed = Some(queue.allowed()).filter(|kinds| !kinds.is_empty());
        let stated: [(&str, Option<Value>); 8] = [
            ("url", Some(self.url.as_str().into())),
            ("has_custom_certificate", Some(self.has_certificate.into())),
            ("pending_update_count", Some(queue.len().into())),
            ("ip_address", self.ip_address.clone()),
            ("last_error_date", error.map(|(date, _)| (*date).into())),
            (
                "last_error_message",
                error.map(|(_, why)| why.as_str().into()),
            ),
            ("max_connections", self.max_connections.clone()),
            ("allowed_updates", allowed.map(Value::from)),
        ];
        let mut info = examples.object(fields);
        for (name, value) in stated {
            if let Some(value) = value {
                examples.put_field(fields, &mut info, name, value);
            }
        }
        info.into()
    }
}

/// Checks the address of a webhook. On this machine it may be of any scheme and port: that is where
/// a test has its bot.
fn check_url(url: &str) -> Result<(), &'static str> {
    let uri: Uri = url.parse().map_err(|_| NO_HTTPS)?;
    let host = uri.host().ok_or(NO_HTTPS)?.trim_matches(['[', ']']);
    let is_here = host
        .parse()
        .map_or(host == "localhost", |ip: IpAddr| ip.is_loopback());
    match (uri.scheme_str(), uri.port_u16()) {
        (Some("http" | "https"), _) if is_here => Ok(()),
        (Some("https"), Some(port)) if !PORTS.contains(&port) => Err(BAD_PORT),
        (Some("https"), _) => Ok(()),
        _ => Err(NO_HTTPS),
    }
}

fn is_plain(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '-'
}
