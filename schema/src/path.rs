//! Addresses: `sendPhoto` or `sendPhoto.caption`.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::ty::{is_identifier, is_method_name};

/// The subject of a diagnostic, an override or a change: an owner, or one of its members.
///
/// The owner is a method or a type; the member a parameter, a field, or a union's variant.
///
/// A method's name may have dots, so that `chat.post` is a method or its member: paths are equal where
/// their texts are.
#[derive(Clone, Debug)]
pub struct ItemPath {
    /// The method or type.
    pub owner: String,
    /// The parameter, field or variant; `None` for the owner itself.
    pub name: Option<String>,
}

impl ItemPath {
    /// The owner in `*.name`, which stands for every owner.
    pub const ANY: &str = "*";

    /// The address of a method or a type.
    pub fn owner(owner: &str) -> Self {
        Self {
            owner: owner.to_owned(),
            name: None,
        }
    }

    /// The address of a parameter, a field or a variant.
    pub fn member(owner: &str, name: &str) -> Self {
        Self {
            owner: owner.to_owned(),
            name: Some(name.to_owned()),
        }
    }
}

impl ItemPath {
    /// The bytes of its text.
    fn bytes(&self) -> impl Iterator<Item = u8> {
        let name = self.name.iter().flat_map(|name| [".", name]);
        std::iter::once(self.owner.as_str())
            .chain(name)
            .flat_map(str::bytes)
    }
}

impl PartialEq for ItemPath {
    fn eq(&self, other: &Self) -> bool {
        self.bytes().eq(other.bytes())
    }
}

impl Eq for ItemPath {}

impl Hash for ItemPath {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.bytes().for_each(|byte| state.write_u8(byte));
    }
}

impl PartialOrd for ItemPath {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for ItemPath {
    fn cmp(&self, other: &Self) -> Ordering {
        self.bytes().cmp(other.bytes())
    }
}

impl fmt::Display for ItemPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.name {
            Some(name) => write!(f, "{}.{name}", self.owner),
            None => f.write_str(&self.owner),
        }
    }
}

impl FromStr for ItemPath {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (owner, name) = match text.rsplit_once('.') {
            Some((owner, name)) if !owner.is_empty() && is_identifier(name) => (owner, Some(name)),
            _ => (text, None),
        };
        let any = owner == Self::ANY && name.is_some();
        if !any && !is_method_name(owner) {
            let shown = text.escape_debug();
            return Err(format!("`{shown}` is not `owner` or `owner.name`"));
        }
        Ok(Self {
            owner: owner.to_owned(),
            name: name.map(str::to_owned),
        })
    }
}

impl Serialize for ItemPath {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ItemPath {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}
