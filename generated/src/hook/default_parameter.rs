//! A default for a parameter, as a hook.

use serde_json::Value;

use super::Hook;
use super::next::Next;
use crate::error::Error;
use crate::transport::http_request::HttpRequest;
use crate::transport::http_response::HttpResponse;

/// Sets a parameter of the calls that have it and leave it out.
pub(crate) struct DefaultParameter {
    pub(crate) name: String,
    pub(crate) value: Value,
}

impl DefaultParameter {
    /// Returns true if a call has the parameter, and sets neither it nor another in its place.
    fn is_missing(&self, request: &HttpRequest<'_>) -> bool {
        let name = self.name.as_str();
        let pairs = request.alternatives().iter();
        let mut others = pairs.filter(|(one, _)| *one == name);
        request.params().contains(&name)
            && !request.has(name)
            && !others.any(|(_, other)| request.has(other))
    }
}

impl Hook for DefaultParameter {
    async fn call(
        &self,
        mut request: HttpRequest<'_>,
        next: Next<'_>,
    ) -> Result<HttpResponse, Error> {
        if self.is_missing(&request) {
            request.set(&self.name, &self.value)?;
        }
        next.send(request).await
    }
}
