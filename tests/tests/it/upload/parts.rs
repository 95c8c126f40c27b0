//! Which requests take files, and the files that they find in their parameters.

use std::collections::BTreeSet;
use std::fs;

use generated::telegram::*;
use generated::{Files, InputFile, Request, safew};
use schema::schema::{Field, Schema};
use schema::ty::Type;
use serde_json::Value;
use syn::{ImplItem, Item};

use crate::support::{path, telegram};

/// Whether files may lie in a value of a type: the definition, followed down to its end.
fn takes(schema: &Schema, ty: &Type, seen: &mut BTreeSet<String>) -> bool {
    match ty {
        Type::InputFile => true,
        Type::Array(item) => takes(schema, item, seen),
        Type::Union(members) => members.iter().any(|member| takes(schema, member, seen)),
        Type::Named(name) if seen.insert(name.clone()) => {
            let def = schema.type_def(name).unwrap();
            let members = def.union().into_iter().flat_map(|union| &union.one_of);
            let mut fields = def.fields().iter();
            fields.any(|field| field_takes(schema, field, seen))
                || members.into_iter().any(|ty| takes(schema, ty, seen))
        }
        _ => false,
    }
}

fn field_takes(schema: &Schema, field: &Field, seen: &mut BTreeSet<String>) -> bool {
    field.facts.attach || takes(schema, &field.ty, seen)
}

/// The requests in the generated code that look for files.
fn looking() -> BTreeSet<String> {
    let folder = path("generated/src/apis/telegram/methods");
    let items = fs::read_dir(folder).unwrap().flat_map(|entry| {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        syn::parse_file(&text).unwrap().items
    });
    let impls = items.filter_map(|item| match item {
        Item::Impl(item) => Some(item),
        _ => None,
    });
    let looks = |item: &ImplItem| matches!(item, ImplItem::Fn(f) if f.sig.ident == "files");
    impls
        .filter(|item| item.items.iter().any(looks))
        .map(|item| item.self_ty)
        .map(|ty| match *ty {
            syn::Type::Path(path) => path.path.segments[0].ident.to_string(),
            _ => panic!("an impl for no path"),
        })
        .collect()
}

#[test]
fn requests_take_files_where_a_type_in_them_does() {
    let schema = telegram();
    let takes = schema.methods.iter().filter(|method| {
        let mut params = method.params.iter();
        params.any(|param| field_takes(&schema, param, &mut BTreeSet::new()))
    });
    let camel = |name: &str| format!("{}{}", name[..1].to_uppercase(), &name[1..]);
    let takes: BTreeSet<String> = takes.map(|method| camel(&method.name)).collect();
    assert_eq!(looking(), takes);
    assert!(!takes.is_empty());
}

/// A file with this content, which is also its name.
fn file(name: &str) -> InputFile {
    InputFile::bytes(name, name)
}

/// Checks the parts of a request by the names of their files, and that the body speaks of each
/// by `attach://`, unless the part is a parameter itself.
fn check(request: &impl Request, expected: &[&str]) {
    let files = Files::of(request);
    let found: Vec<&str> = files
        .parts()
        .iter()
        .map(|part| part.file.file_name())
        .collect();
    assert_eq!(found, expected);
    let body = request.to_json().unwrap();
    let params: Value = serde_json::from_str(&body).unwrap();
    for part in files.parts() {
        let attached = format!("attach://{}", part.file.name());
        assert!(body.contains(&attached), "{body}");
        let is_param = params
            .get(&*part.name)
            .is_some_and(|value| *value == attached.as_str());
        assert!(is_param || part.name == part.file.name(), "{}", part.name);
    }
}

#[test]
fn a_file_is_a_part_of_its_parameters_name() {
    let file = InputFile::path("some/where/cat.jpg");
    let request = safew::SendPhoto::new(1, file.clone());
    let body: serde_json::Value = serde_json::from_str(&request.to_json().unwrap()).unwrap();
    assert_eq!(
        body["photo"],
        Value::from(format!("attach://{}", file.name()))
    );
    let files = Files::of(&request);
    assert_eq!(files.parts().len(), 1);
    assert_eq!(files.parts()[0].name, "photo");
    assert_eq!(files.parts()[0].file.file_name(), "cat.jpg");

    let known = safew::SendPhoto::new(1, "AgACAgIAAx");
    assert!(Files::of(&known).is_empty());
}

#[test]
fn a_file_that_is_a_parameter() {
    check(&SetChatPhoto::new(1, file("a")), &["a"]);
    check(&SetWebhook::new("url").certificate(file("a")), &["a"]);
    check(&SendPhoto::new(1, "known"), &[]);
    check(&SendDocument::new(1, "known").thumbnail(file("a")), &["a"]);
    check(&UploadStickerFile::new(1, file("a"), "static"), &["a"]);
}

#[test]
fn files_in_a_list() {
    let media: [MediaGroupItem; 3] = [
        InputMediaVideo::new(file("a")).thumbnail(file("b")).into(),
        InputMediaPhoto::new("known").into(),
        InputMediaPhoto::new(file("c")).into(),
    ];
    check(&SendMediaGroup::new(1, media), &["a", "b", "c"]);

    let media: [InputPaidMedia; 2] = [
        InputPaidMediaPhoto::new(file("a")).into(),
        InputPaidMediaVideo::new(file("b")).cover(file("c")).into(),
    ];
    check(&SendPaidMedia::new(1, 5, media), &["a", "b", "c"]);

    let sticker = |name| InputSticker::new(file(name), "static", ["x"]);
    let set = CreateNewStickerSet::new(1, "name", "title", [sticker("a"), sticker("b")]);
    check(&set, &["a", "b"]);
}

#[test]
fn files_in_an_object() {
    check(
        &AddStickerToSet::new(1, "name", InputSticker::new(file("a"), "static", ["x"])),
        &["a"],
    );
    let photo = InputStoryContentPhoto::new(file("a"));
    check(&PostStory::new("connection", photo, 86400), &["a"]);
    let photo = InputProfilePhotoStatic::new(file("a"));
    check(&SetMyProfilePhoto::new(photo), &["a"]);
    let media = InputMediaAnimation::new("known").thumbnail(file("a"));
    check(&EditMessageMedia::new(media), &["a"]);
}

#[test]
fn a_file_is_uploaded_once() {
    let one = file("a");
    let media: [MediaGroupItem; 2] = [
        InputMediaPhoto::new(one.clone()).into(),
        InputMediaPhoto::new(one).into(),
    ];
    check(&SendMediaGroup::new(1, media), &["a"]);
}
