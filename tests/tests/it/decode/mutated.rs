//! Updates with changes that no server makes on purpose: what is read of them is written so that the
//! same is read again. The fuzz target `updates` checks the same with any bytes.

use generated::Incoming;
use generated::telegram::Update;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

use crate::support::corpus;

/// A change to one member of an object, or to one item of a list.
#[derive(Clone, Debug)]
enum Mutation {
    Remove,
    Replace(Value),
    /// It is replaced by another part of the same update.
    Transplant(Index),
    /// It gets a member that the crate does not know, or an item.
    Extend,
}

fn mutation() -> impl Strategy<Value = Mutation> {
    let values = [
        json!(null),
        json!(0),
        json!(0.0),
        json!(-1.5),
        json!(1e300),
        json!(u64::MAX),
        json!(false),
        json!(true),
        json!(""),
        json!("0"),
        json!("private"),
        json!([]),
        json!([[]]),
        json!({}),
        json!({"type": "new"}),
    ];
    prop_oneof![
        Just(Mutation::Remove),
        proptest::sample::select(Vec::from(values)).prop_map(Mutation::Replace),
        any::<Index>().prop_map(Mutation::Transplant),
        Just(Mutation::Extend),
    ]
}

/// Lists the paths of all objects and lists that have anything in them.
fn containers(value: &Value, path: &str, found: &mut Vec<String>) {
    let children: Vec<(String, &Value)> = match value {
        Value::Object(members) => members.iter().map(|(k, v)| (k.clone(), v)).collect(),
        Value::Array(items) => (0..)
            .zip(items)
            .map(|(n, v): (i32, _)| (n.to_string(), v))
            .collect(),
        _ => return,
    };
    if !children.is_empty() {
        found.push(path.to_owned());
    }
    for (name, child) in children {
        containers(child, &format!("{path}/{name}"), found);
    }
}

fn mutate(update: &mut Value, at: Index, child: Index, mutation: &Mutation) {
    let mut paths = Vec::new();
    containers(update, "", &mut paths);
    if paths.is_empty() {
        return;
    }
    let new = match mutation {
        Mutation::Remove => None,
        Mutation::Replace(value) => Some(value.clone()),
        Mutation::Transplant(from) => update.pointer(from.get::<String>(&paths)).cloned(),
        Mutation::Extend => Some(json!({"unheard_of": 1})),
    };
    let keep = matches!(mutation, Mutation::Extend);
    match update.pointer_mut(at.get::<String>(&paths)) {
        Some(Value::Object(members)) => {
            let names: Vec<String> = members.keys().cloned().collect();
            let name = child.get::<String>(&names).clone();
            let old = members.remove(&name);
            let name = if keep { format!("{name}_new") } else { name };
            members.extend(old.filter(|_| keep).map(|old| (name.clone(), old)));
            members.extend(new.map(|new| (name, new)));
        }
        Some(Value::Array(items)) => {
            let index = child.index(items.len());
            let end = if keep { index } else { index + 1 };
            items.splice(index..end, new);
        }
        _ => {}
    }
}

/// Reads JSON as an update, writes it, and reads that.
fn check(json: &str) {
    let first: Incoming<Update> = serde_json::from_str(json).unwrap();
    let written = serde_json::to_string(&first).unwrap();
    let second: Incoming<Update> = serde_json::from_str(&written).unwrap();
    assert_eq!(first, second, "{json}\n{written}");
    assert_eq!(serde_json::to_string(&second).unwrap(), written, "{json}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_read_and_written_is_read_as_the_same(
        file in any::<Index>(),
        mutations in proptest::collection::vec((any::<Index>(), any::<Index>(), mutation()), 1..5),
    ) {
        thread_local!(static UPDATES: Vec<(String, String)> = corpus("updates"));
        let text = UPDATES.with(|updates| file.get::<(String, String)>(updates).1.clone());
        let mut update = serde_json::from_str(&text).unwrap();
        for (at, child, mutation) in &mutations {
            mutate(&mut update, *at, *child, mutation);
        }
        check(&update.to_string());
    }
}
