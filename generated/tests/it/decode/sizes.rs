//! How much room values take: what is optional and large is behind a pointer, and what is required
//! in something large.

use generated::telegram::*;

#[test]
fn what_is_moved_around_is_small() {
    assert!(size_of::<Update>() <= 232, "{}", size_of::<Update>());
    assert!(size_of::<Message>() < 1300, "{}", size_of::<Message>());
    assert!(
        size_of::<ChatMember>() <= 200,
        "{}",
        size_of::<ChatMember>()
    );
    assert_eq!(size_of::<Option<ChatType>>(), 16);
}

#[test]
fn apis_that_share_a_type_have_the_same_one() {
    fn same<T>(_: fn(T), _: fn(T)) {}
    same::<generated::safew::Message>(drop, drop::<Message>);
    same::<generated::safew::ChatId>(drop, drop::<ChatId>);
    same::<generated::safew::ChatType>(drop, drop::<ChatType>);
}
