//! One call, held against the schema.

use std::cell::RefCell;
use std::collections::BTreeSet;

use generated::safew::Bot;
use generated::{Error, HttpResponse};
use schema::schema::Schema;
use schema::ty::Type;
use serde::Serialize;
use serde_json::{Value, json};

use crate::wire::model::{is_a, safew, sample};
use crate::wire::recorder::{Recorder, TOKEN, now};

/// A bot, the schema that its calls are held against, and the methods that were called.
pub(crate) struct Wire {
    pub(crate) bot: Bot<Recorder>,
    pub(crate) schema: Schema,
    pub(crate) called: RefCell<BTreeSet<String>>,
}

impl Wire {
    /// A bot whose server answers with a sample of what each method returns.
    pub(crate) fn new() -> Self {
        let schema = safew();
        let answering = safew();
        let recorder = Recorder::new(move |method| {
            let returns = answering.method(method).unwrap().returns.clone().unwrap();
            let result = sample(&answering, &returns);
            Ok(HttpResponse::new(
                200,
                json!({"ok": true, "result": result}).to_string(),
            ))
        });
        Self {
            bot: Bot::with_transport(TOKEN, recorder),
            schema,
            called: RefCell::default(),
        }
    }

    /// Sends a request, and holds what was sent and what came back against the schema.
    pub(crate) fn check<R: Serialize>(&self, request: impl IntoFuture<Output = Result<R, Error>>) {
        let response = now(request).unwrap();
        let call = self.bot.transport().last();
        let (base, name) = call.url.rsplit_once('/').unwrap();
        assert_eq!(base, format!("https://api.safew.org/bot{TOKEN}"));
        let method = self.schema.method(name).unwrap();
        let sent: BTreeSet<&String> = call.body.as_object().unwrap().keys().collect();
        let known: BTreeSet<&String> = method.params.iter().map(|param| &param.name).collect();
        assert_eq!(sent, known, "{name}");
        for param in &method.params {
            let value = &call.body[&param.name];
            let fits = is_a(&self.schema, value, &param.ty);
            assert!(fits, "{name}.{}: {value}", param.name);
            self.check_upload(&call.files, &param.name, value, &param.ty);
        }
        let returns = method.returns.as_ref().unwrap();
        let expected = sample(&self.schema, returns);
        assert_eq!(serde_json::to_value(&response).unwrap(), expected, "{name}");
        assert!(
            self.called.borrow_mut().insert(name.to_owned()),
            "{name} twice"
        );
    }

    /// A file is uploaded as a part of the parameter's name, and nothing else is.
    fn check_upload(&self, files: &[(String, String)], name: &str, value: &Value, ty: &Type) {
        let uploads = files.iter().filter(|(part, _)| part == name).count();
        let is_file = ty.members().contains(&Type::InputFile);
        assert_eq!(uploads, usize::from(is_file), "{name}: {value}");
    }
}
