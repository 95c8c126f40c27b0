//! Extension: gives a model the types that its page leaves to other APIs' pages.

use std::collections::BTreeSet;

use crate::model::{Model, Opaque, undefined};
use crate::refusals::inherit;
use crate::schema::Schema;
use crate::ty::Type;
use crate::walk::reach;

/// Gives a model the types that it reaches in its bases and does not define itself: the nearest
/// base comes first, and each is one that its own bases have extended.
///
/// The page's own definitions win, in the bases' types as well: a base type that names a type of the
/// page's means the page's. Where the page says nothing of a method or parameter that a base has
/// too, and neither do our texts, the base's texts stand.
///
/// A type of the nearest base that refers to none of the page's own is inherited: its Rust type is
/// the base's. For example, a page that defines `User` takes `Message {from: User}` from its base as
/// a type of its own, and inherits `Location`. A further base only has what the nearest lacks.
pub fn extend<'a>(model: &mut Model, bases: impl IntoIterator<Item = &'a Model>) {
    let mut bases = bases.into_iter();
    let Some(nearest) = bases.next() else {
        return;
    };
    model.markup = model.markup.take().or_else(|| nearest.markup.clone());
    let types = model.schema.types.iter();
    let own: BTreeSet<String> = types.map(|def| def.name.clone()).collect();
    model.inherited = import_types(model, nearest)
        .into_iter()
        .filter(|name| !refers_to(name, &own, &nearest.schema))
        .collect();
    inherit(&mut model.refusals, &nearest.refusals);
    for further in bases {
        import_types(model, further);
    }
}

/// Takes the types that a model reaches in a base, and the texts that it lacks; returns the names
/// of those types.
fn import_types(model: &mut Model, base: &Model) -> BTreeSet<String> {
    let reached = reached_types(&model.schema, &base.schema);
    let types = base.schema.types.iter();
    let imported = types.filter(|def| reached.contains(&def.name));
    model.schema.types.extend(imported.cloned());
    let history = base.was_required.iter();
    let history = history.filter(|one| one.0.iter().any(|at| reached.contains(&at.owner)));
    model.was_required.extend(history.cloned());
    import_docs(&mut model.schema, &base.schema);
    renew_opaque(model);
    reached
}

/// Finds anew which names nothing defines, and keeps their texts.
fn renew_opaque(model: &mut Model) {
    let old = std::mem::take(&mut model.opaque);
    let doc = |name: &str| old.iter().find(|one| one.name == name)?.doc.clone();
    model.opaque = undefined(&model.schema)
        .into_iter()
        .map(|name| Opaque {
            doc: doc(&name),
            name,
        })
        .collect();
}

/// The names of the base's types that a schema needs: those it names, and those that they name.
fn reached_types(schema: &Schema, base: &Schema) -> BTreeSet<String> {
    let base_type = |name: &str| match schema.type_def(name) {
        Some(_) => None,
        None => base.type_def(name),
    };
    let needed = undefined(schema);
    reach(needed.iter().map(String::as_str), base_type)
        .into_iter()
        .filter(|name| base_type(name).is_some())
        .map(str::to_owned)
        .collect()
}

/// Checks whether a page takes every name in a type from its base as it is there: none leads to a
/// type of the page's own.
pub fn is_inherited(ty: &Type, page: &Schema, base: &Schema) -> bool {
    let own = page.types.iter().map(|def| def.name.clone()).collect();
    let mut names = ty.names().into_iter();
    names.all(|name| !refers_to(name, &own, base))
}

/// Checks whether a base type leads to one of the page's own.
fn refers_to(name: &str, own: &BTreeSet<String>, base: &Schema) -> bool {
    let reached = reach([name], |name| base.type_def(name));
    reached.into_iter().any(|name| own.contains(name))
}

/// Takes a base's texts of the methods and parameters that have none.
fn import_docs(schema: &mut Schema, base: &Schema) {
    for method in &mut schema.methods {
        let Some(same) = base.method(&method.name) else {
            continue;
        };
        method.doc = method.doc.take().or_else(|| same.doc.clone());
        for param in method.params.iter_mut().filter(|param| param.doc.is_none()) {
            let twin = same.params.iter().find(|other| other.name == param.name);
            param.doc = twin.and_then(|twin| twin.doc.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doc_texts::DocTexts;
    use crate::manifest::Manifest;
    use crate::model::resolve;
    use crate::page_lock::PageLock;
    use crate::yaml;

    fn model(text: &str) -> Model {
        let manifest: Manifest = yaml::load("{title: T, base_url: 'https://t.example'}").unwrap();
        resolve(
            yaml::load(text).unwrap(),
            manifest,
            &PageLock::default(),
            &DocTexts::default(),
        )
    }

    #[test]
    fn takes_what_it_reaches_and_keeps_its_own() {
        let base = model(
            "{api: base, version: null, methods: [], types: [
              {name: Note, fields: [{name: by, type: User, required: true}]},
              {name: User, fields: [{name: home, type: Place, required: false}]},
              {name: Place, fields: []}, {name: Other, fields: []}]}",
        );
        let mut model = model(
            "{api: small, version: null, types: [{name: User, fields: []}], methods: [
              {name: getNote, returns: Note, params: []},
              {name: getPlace, returns: Place, params: []},
              {name: getLost, returns: Lost, params: []}]}",
        );
        extend(&mut model, [&base]);
        let names: Vec<_> = model
            .schema
            .types
            .iter()
            .map(|def| def.name.as_str())
            .collect();
        assert_eq!(names, ["User", "Note", "Place"]);
        assert!(model.schema.type_def("User").unwrap().fields().is_empty());
        assert_eq!(
            model
                .opaque
                .iter()
                .map(|one| one.name.as_str())
                .collect::<Vec<_>>(),
            ["Lost"]
        );
        assert_eq!(
            model
                .inherited
                .iter()
                .map(String::as_str)
                .collect::<Vec<_>>(),
            ["Place"]
        );
    }
}
