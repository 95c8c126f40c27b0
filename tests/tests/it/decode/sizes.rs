//! The size of values: what is optional and large is behind a pointer, and what is required
//! in something large.

use generated::telegram::*;
use schema::schema::Schema;
use schema::ty::Type;

use crate::support::telegram;

/// The room of a field on average: most are flags, or optional and behind a pointer.
const BYTES_PER_FIELD: usize = 11;

/// Counts the fields of a structure, or of the largest member of a union.
fn most_fields(schema: &Schema, ty: &Type) -> usize {
    let Type::Named(name) = ty else { return 1 };
    let def = schema.type_def(name).unwrap();
    let members = def.union().into_iter().flat_map(|union| &union.one_of);
    let most = members.map(|member| most_fields(schema, member)).max();
    most.unwrap_or(def.fields().len())
}

#[test]
fn what_is_moved_around_is_small() {
    let schema = telegram();
    for (name, size) in [
        ("Update", size_of::<Update>()),
        ("Message", size_of::<Message>()),
        ("ChatMember", size_of::<ChatMember>()),
    ] {
        let fields = most_fields(&schema, &Type::named(name));
        assert!(
            size <= BYTES_PER_FIELD * fields,
            "{name}: {size} for {fields} fields"
        );
    }
    assert_eq!(size_of::<Option<ChatType>>(), 16);
}

#[test]
fn apis_that_share_a_type_have_the_same_one() {
    fn same<T>(_: fn(T), _: fn(T)) {}
    same::<generated::safew::Message>(drop, drop::<Message>);
    same::<generated::safew::ChatId>(drop, drop::<ChatId>);
    same::<generated::safew::ChatType>(drop, drop::<ChatType>);
}
