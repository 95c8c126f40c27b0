//! The folder of an API → its model, as the generator sees it.

use std::error::Error;
use std::fs;
use std::path::Path;

use schema::extend::extend;
use schema::model::{Model, resolve};
use schema::overrides::{self, Override};
use schema::schema::Schema;
use schema::words::Words;
use schema::yaml;
use serde::de::DeserializeOwned;

/// The model of an API, with the types of those that it extends.
pub(crate) fn model(apis: &Path, name: &str) -> Result<Model, Box<dyn Error>> {
    let folder = apis.join(name);
    let mut schema: Schema = read(&folder.join("schema.yaml"))?;
    let corrections: Vec<Override> = read(&folder.join("overrides.yaml"))?;
    overrides::apply(&mut schema, &corrections);
    let mut model = resolve(schema, read(&folder.join("api.yaml"))?, &Words::default());
    if let Some(base) = model.manifest.extends.clone() {
        extend(&mut model, &self::model(apis, &base)?);
    }
    Ok(model)
}

fn read<T: DeserializeOwned>(path: &Path) -> Result<T, Box<dyn Error>> {
    let text = fs::read_to_string(path)?;
    yaml::load(&text).map_err(|error| format!("{}: {error}", path.display()).into())
}
