//! What tells one kind of object from the others that it could be.

use schema::schema::{Field, Scalar};
use schema::ty::Type;

use crate::resolve::api::Api;

/// What an object must hold to be a certain member of a union.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Guard {
    /// A field and what it says.
    pub(crate) says: Option<(String, String)>,
    /// A field that is there.
    pub(crate) has: Option<String>,
}

impl Guard {
    /// What guards are sorted by: those that say most come first.
    pub(crate) fn rank(&self) -> (bool, bool) {
        (self.says.is_none(), self.has.is_none())
    }

    /// Whether an object that this guard lets in may be one for the other.
    pub(crate) fn overlaps(&self, other: &Self) -> bool {
        self.has.is_none() && other.has.is_none() && self.says == other.says
    }
}

/// The guard of one member, by its index. It is empty for a member that is the only object, or
/// whose fields say nothing that sets it apart.
pub(crate) fn guard(api: &Api<'_>, members: &[Type], member: usize, tag: Option<&str>) -> Guard {
    let others = members.iter().enumerate().filter(|(at, _)| *at != member);
    let others: Vec<&[Field]> = others.filter_map(|(_, ty)| fields(api, ty)).collect();
    match members.get(member).and_then(|ty| fields(api, ty)) {
        Some(fields) if !others.is_empty() => tell(fields, &others, tag),
        _ => Guard::default(),
    }
}

/// The fields of a type that is a structure.
fn fields<'a>(api: &Api<'a>, ty: &Type) -> Option<&'a [Field]> {
    match ty {
        Type::Named(name) => {
            let def = api.model.schema.type_def(name)?;
            def.union().is_none().then(|| def.fields())
        }
        _ => None,
    }
}

fn tell(fields: &[Field], others: &[&[Field]], tag: Option<&str>) -> Guard {
    let says = constant(fields, others, tag);
    let alike = |other: &&&[Field]| match &says {
        Some((name, text)) => constant_at(other, name).as_ref() == Some(text),
        None => true,
    };
    let rivals: Vec<&&[Field]> = others.iter().filter(alike).collect();
    let lacks = |rival: &[Field], name: &str| !rival.iter().any(|field| field.name == name);
    let own = |field: &&Field| field.required && rivals.iter().all(|r| lacks(r, &field.name));
    let has = match rivals.is_empty() {
        true => None,
        false => fields.iter().find(own).map(|field| field.name.clone()),
    };
    Guard { says, has }
}

/// A field that is constant, and not the same in all others: the tag where there is one.
fn constant(fields: &[Field], others: &[&[Field]], tag: Option<&str>) -> Option<(String, String)> {
    let named = fields
        .iter()
        .filter(|field| Some(field.name.as_str()) == tag);
    let mut all = named.chain(fields).filter_map(|field| {
        let text = text(field.facts.constant.as_ref()?)?;
        Some((field.name.clone(), text))
    });
    all.find(|(name, text)| {
        let same = |other: &&[Field]| constant_at(other, name).as_ref() == Some(text);
        !others.iter().all(same)
    })
}

fn constant_at(fields: &[Field], name: &str) -> Option<String> {
    let field = fields.iter().find(|field| field.name == name)?;
    text(field.facts.constant.as_ref()?)
}

fn text(constant: &Scalar) -> Option<String> {
    match constant {
        Scalar::Boolean(value) => Some(value.to_string()),
        Scalar::Integer(value) => Some(value.to_string()),
        Scalar::Float(_) => None,
        Scalar::String(text) => Some(text.clone()),
    }
}
