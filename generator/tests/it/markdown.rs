//! The exported reference: a page in our own words, from which the same schema is read.

use std::fs;
use std::path::Path;

use generator::markdown::print_markdown;
use proptest::prelude::{prop_assert, proptest};
use schema::load::load_model;
use schema::manifest::Manifest;
use schema::model::{Model, resolve};
use schema::schema::{Field, Schema, Shape};
use schema::{PageLock, yaml};
use testing::{random, report};

/// The part of a model that a page can state: its own types, without what only an override says,
/// without texts and without links.
fn statable(model: &Model) -> Schema {
    let mut schema = model.schema.clone().without_prose();
    let inherited = &model.inherited;
    schema.types.retain(|def| !inherited.contains(&def.name));
    for method in &mut schema.methods {
        method.link = None;
        method.params.iter_mut().for_each(state_field);
    }
    for def in &mut schema.types {
        def.link = None;
        if let Shape::Struct(fields) = &mut def.shape {
            fields.iter_mut().for_each(state_field);
        }
    }
    schema
}

fn state_field(field: &mut Field) {
    field.name = field.wire_name().to_owned();
    field.wire_name = None;
    field.facts.local_limits = None;
}

fn read_back(model: &Model) -> Schema {
    let page = print_markdown(std::slice::from_ref(model), &model.api).unwrap();
    let mut schema = report::read_schema(&page);
    schema.api.clone_from(&model.api);
    statable(&Model {
        schema,
        ..model.clone()
    })
}

/// The lines of two schemas that differ; the whole of a large one tells nothing.
fn diff(stated: &Schema, read: &Schema) -> String {
    let (stated, read) = (yaml::print(stated).unwrap(), yaml::print(read).unwrap());
    let diff = similar::TextDiff::from_lines(&stated, &read);
    let diff = diff.unified_diff().context_radius(3).to_string();
    diff.chars().take(3000).collect()
}

#[test]
fn every_api_is_read_back_from_its_page() {
    let apis = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schema/apis");
    for folder in fs::read_dir(&apis).unwrap() {
        let name = folder.unwrap().file_name().into_string().unwrap();
        let model = load_model(&apis, &name).unwrap();
        let (stated, read) = (statable(&model), read_back(&model));
        let diff = diff(&stated, &read);
        assert!(diff.is_empty(), "{name}:\n{diff}");
    }
}

proptest! {
    #![proptest_config(random::config_with_cases(64))]

    #[test]
    fn any_schema_is_read_back(schema in random::stated_schema()) {
        let manifest: Manifest =
            yaml::load("{title: Demo, base_url: 'https://demo.example'}").unwrap();
        let texts = yaml::load("{}").unwrap();
        let model = resolve(schema, manifest, &PageLock::default(), &texts);
        let diff = diff(&statable(&model), &read_back(&model));
        prop_assert!(diff.is_empty(), "{diff}");
    }
}
