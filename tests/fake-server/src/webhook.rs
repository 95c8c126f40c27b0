//! The webhook of a bot: where updates are posted to, and how that went.

use schema::schema::Method;
use serde_json::{Map, Value};

use crate::act::Bot;
use crate::answer::{Answer, Refusal};
use crate::check::attached;
use crate::sample::Sampler;

/// Where a bot's updates are posted to.
#[derive(Clone, Debug, Default)]
pub(crate) struct Webhook {
    /// The address; empty where none is set.
    pub(crate) url: String,
    /// What the header of every post says.
    pub(crate) secret: Option<String>,
    has_certificate: bool,
    ip_address: Option<Value>,
    max_connections: Option<Value>,
    /// When posting failed last, in seconds since 1970, and why.
    pub(crate) last_error: Option<(i64, String)>,
}

impl Webhook {
    /// Whether updates are to be posted.
    pub(crate) fn is_set(&self) -> bool {
        !self.url.is_empty()
    }
}

impl Bot {
    /// `setWebhook`. An empty address is none.
    pub(crate) fn set_webhook(&mut self, params: &Map<String, Value>) -> Answer {
        let text = |name: &str| params.get(name).and_then(Value::as_str);
        let url = text("url").unwrap_or_default();
        let is_http = url.starts_with("http://") || url.starts_with("https://");
        if !url.is_empty() && !is_http {
            return Err(Refusal::bad_request(
                "bad webhook: an HTTPS URL must be provided",
            ));
        }
        self.webhook = Webhook {
            url: url.to_owned(),
            secret: text("secret_token").map(str::to_owned),
            has_certificate: params.get("certificate").and_then(attached).is_some(),
            ip_address: params.get("ip_address").cloned(),
            max_connections: params.get("max_connections").cloned(),
            last_error: None,
        };
        self.allow(params);
        self.drop_pending(params);
        Ok(true.into())
    }

    /// `deleteWebhook`.
    pub(crate) fn delete_webhook(&mut self, params: &Map<String, Value>) -> Value {
        self.webhook = Webhook::default();
        self.drop_pending(params);
        true.into()
    }

    /// `getWebhookInfo`.
    pub(crate) fn webhook_info(&self, method: &Method, sampler: Sampler<'_>) -> Value {
        let fields = method
            .returns
            .as_ref()
            .and_then(|ty| sampler.api.fields(ty));
        let fields = fields.unwrap_or_default();
        let mut info = sampler.object(fields);
        let webhook = &self.webhook;
        let error = webhook.last_error.as_ref();
        let allowed = Some(self.queue.allowed()).filter(|kinds| !kinds.is_empty());
        let said: [(&str, Option<Value>); 8] = [
            ("url", Some(webhook.url.as_str().into())),
            (
                "has_custom_certificate",
                Some(webhook.has_certificate.into()),
            ),
            ("pending_update_count", Some(self.queue.len().into())),
            ("ip_address", webhook.ip_address.clone()),
            ("last_error_date", error.map(|(date, _)| (*date).into())),
            (
                "last_error_message",
                error.map(|(_, why)| why.as_str().into()),
            ),
            ("max_connections", webhook.max_connections.clone()),
            ("allowed_updates", allowed.map(Value::from)),
        ];
        for (name, value) in said {
            if let Some(value) = value {
                sampler.put(fields, &mut info, name, value);
            }
        }
        info.into()
    }

    fn drop_pending(&mut self, params: &Map<String, Value>) {
        if params.get("drop_pending_updates") == Some(&Value::Bool(true)) {
            self.queue.clear();
        }
    }
}
