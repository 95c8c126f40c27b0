//! An API as the server needs it: a model in, its methods and types by name out.

use std::collections::HashMap;
use std::fmt;
use std::mem;

use schema::call::{Call, Envelope};
use schema::model::Model;
use schema::schema::{Field, Method, Schema, Shape, TypeDef};
use schema::suggest;
use schema::ty::Type;
/// The reason why an API can't be loaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadError(String);

impl LoadError {
    pub(crate) fn new(what: String) -> Self {
        Self(what)
    }
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for LoadError {}

/// An API: what can be called, with which parameters, and what comes back.
#[derive(Clone, Debug)]
pub struct Api {
    name: String,
    title: String,
    call: Call,
    methods: Vec<Method>,
    types: HashMap<String, TypeDef>,
    ranks: HashMap<String, usize>,
}

impl Api {
    /// The API that a model describes, after overrides and with the types of its base.
    ///
    /// # Errors
    ///
    /// If a union leads to itself and nowhere else.
    pub fn new(model: Model) -> Result<Self, LoadError> {
        let mut schema = model.schema;
        schema.expand_alternatives();
        use_wire_names(&mut schema);
        let mut types = schema.types.iter();
        if let Some(def) = types.find(|def| schema.unites_itself(&def.name)) {
            let name = &def.name;
            return Err(LoadError::new(format!("`{name}` is a union of itself")));
        }
        let types = schema.types.into_iter();
        let mut api = Self {
            name: model.api,
            title: model.manifest.title,
            call: model.manifest.call,
            methods: schema.methods,
            types: types.map(|def| (def.name.clone(), def)).collect(),
            ranks: HashMap::new(),
        };
        api.rank_types();
        Ok(api)
    }

    /// Its short name, `telegram`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns its name in prose, `Telegram Bot API`.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The way in which its methods are called.
    pub(crate) fn call(&self) -> &Call {
        &self.call
    }

    /// The form of its answers.
    pub(crate) fn envelope(&self) -> &Envelope {
        &self.call.response
    }

    /// The method of this name, in upper or lower case.
    pub fn method(&self, name: &str) -> Option<&Method> {
        let same = |method: &&Method| method.name.eq_ignore_ascii_case(name);
        let exact = self.methods.iter().find(|method| method.name == name);
        exact.or_else(|| self.methods.iter().find(same))
    }

    /// Every method, in page order.
    pub fn methods(&self) -> impl Iterator<Item = &Method> {
        self.methods.iter()
    }

    /// The type of this name; `None` where it is used but defined nowhere.
    pub fn type_def(&self, name: &str) -> Option<&TypeDef> {
        self.types.get(name)
    }

    /// The fields of a type that is a structure.
    pub(crate) fn fields(&self, ty: &Type) -> Option<&[Field]> {
        let Type::Named(name) = ty else { return None };
        match &self.type_def(name)?.shape {
            Shape::Struct(fields) => Some(fields),
            Shape::Union(_) => None,
        }
    }

    /// A method's name that someone may have meant.
    pub(crate) fn nearest_method(&self, name: &str) -> Option<&str> {
        let known: Vec<&str> = self.methods().map(|method| method.name.as_str()).collect();
        nearest_name(name, &known)
    }

    /// Returns the depth of a type's smallest value; `None` if no value is finite.
    pub(crate) fn depth(&self, ty: &Type) -> Option<usize> {
        match ty {
            Type::Named(name) if self.types.contains_key(name) => self.ranks.get(name).copied(),
            Type::Union(members) => members.iter().filter_map(|one| self.depth(one)).min(),
            _ => Some(0),
        }
    }

    /// Finds the depth of every type: those whose parts are known, until nothing is new.
    fn rank_types(&mut self) {
        loop {
            let open = self.types.values();
            let open = open.filter(|def| !self.ranks.contains_key(&def.name));
            let found = open.filter_map(|def| Some((def.name.clone(), 1 + self.depth_of(def)?)));
            let found: Vec<_> = found.collect();
            if found.is_empty() {
                return;
            }
            self.ranks.extend(found);
        }
    }

    fn depth_of(&self, def: &TypeDef) -> Option<usize> {
        match &def.shape {
            Shape::Struct(fields) => {
                let needed = fields.iter().filter(|field| field.required);
                let depths = needed.map(|field| self.depth_of_field(field));
                depths.collect::<Option<Vec<_>>>().map(|all| max(&all))
            }
            Shape::Union(union) => union.one_of.iter().filter_map(|ty| self.depth(ty)).min(),
        }
    }

    /// A list is as deep as its items only where it must have some.
    fn depth_of_field(&self, field: &Field) -> Option<usize> {
        let least = field.facts.items.and_then(|items| items.min);
        match &field.ty {
            Type::Array(item) if least.is_some_and(|min| min > 0) => self.depth(item),
            ty => self.depth(ty),
        }
    }
}

fn max(all: &[usize]) -> usize {
    all.iter().copied().max().unwrap_or_default()
}

/// Gives every parameter and field the name that the server uses, where the page has another.
fn use_wire_names(schema: &mut Schema) {
    let params = schema.methods.iter_mut().map(|method| &mut method.params);
    let fields = schema
        .types
        .iter_mut()
        .filter_map(|def| match &mut def.shape {
            Shape::Struct(fields) => Some(fields),
            Shape::Union(_) => None,
        });
    for field in params.chain(fields).flatten() {
        field.name = field.wire_name.take().unwrap_or(mem::take(&mut field.name));
    }
}

/// The one of these names that was probably meant: the same in upper or lower case, or the nearest.
pub(crate) fn nearest_name<'a>(name: &str, known: &[&'a str]) -> Option<&'a str> {
    let known = known.iter().copied();
    let same = known.clone().find(|known| known.eq_ignore_ascii_case(name));
    same.or_else(|| suggest::nearest(name, known))
}
