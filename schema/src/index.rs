//! The methods and types of a schema by their names, for work that looks up many.

use std::collections::HashMap;

use crate::path::ItemPath;
use crate::schema::{Field, Method, Schema, TypeDef};

/// The methods and types of a schema by name; of several with one name, the first.
#[derive(Clone, Debug)]
pub struct Index<'a> {
    methods: HashMap<&'a str, &'a Method>,
    types: HashMap<&'a str, &'a TypeDef>,
}

impl<'a> Index<'a> {
    /// Indexes a schema.
    pub fn new(schema: &'a Schema) -> Self {
        let methods = schema.methods.iter().rev();
        let types = schema.types.iter().rev();
        Self {
            methods: methods.map(|one| (one.name.as_str(), one)).collect(),
            types: types.map(|one| (one.name.as_str(), one)).collect(),
        }
    }

    /// The method of this name.
    pub fn method(&self, name: &str) -> Option<&'a Method> {
        self.methods.get(name).copied()
    }

    /// The type of this name.
    pub fn type_def(&self, name: &str) -> Option<&'a TypeDef> {
        self.types.get(name).copied()
    }

    /// The parameters of a method, or the fields of a type; none of what is neither.
    pub fn members(&self, owner: &str) -> &'a [Field] {
        let params = self.method(owner).map(|method| method.params.as_slice());
        let fields = || self.type_def(owner).map(TypeDef::fields);
        params.or_else(fields).unwrap_or_default()
    }

    /// The parameter or field at this address.
    pub fn field(&self, at: &ItemPath) -> Option<&'a Field> {
        let name = at.name.as_deref()?;
        let mut members = self.members(&at.owner).iter();
        members.find(|field| field.name == name)
    }
}
