//! Files: uploaded, spoken of, and fetched again.

use fake_server::{Api, Options, Server};
use serde_json::{Value, json};

use crate::client::{
    Part, Reply, call_form, call_method, get_request, last_call, send_request, start_server,
};

async fn fetch_file(server: &Server, file_path: &Value) -> Reply {
    let address = format!(
        "/file/bot{}/{}",
        server.token(),
        file_path.as_str().unwrap()
    );
    send_request(server.address(), &get_request(&address))
        .await
        .unwrap()
}

const BYTES: &[u8] = b"\x89PNG\r\n\r\n----a-boundary\r\n\x00\xff";

#[tokio::test]
async fn an_upload_can_be_fetched_again() {
    let server = start_server("telegram").await;
    let parts = [
        Part::File("document", "Cat é.PNG", BYTES),
        Part::Text("chat_id", "1"),
        Part::Text("thumbnail", "attach://small"),
        Part::File("small", "s.jpg", b"small"),
    ];
    let message = call_form(&server, "sendDocument", &parts).await.result();
    let document = &message["document"];
    assert_eq!(document["file_size"], BYTES.len());
    assert_eq!(document["file_name"], "Cat é.PNG");
    assert_eq!(document["mime_type"], "image/png");
    assert_eq!(document["thumbnail"]["file_size"], 5);

    let file = call_method(&server, "getFile", json!({"file_id": document["file_id"]}))
        .await
        .result();
    assert_eq!(file["file_unique_id"], document["file_unique_id"]);
    assert_eq!(fetch_file(&server, &file["file_path"]).await.body, BYTES);

    let again = json!({"chat_id": 1, "document": document["file_id"]});
    let again = call_method(&server, "sendDocument", again).await.result();
    assert_eq!(again["document"]["file_id"], document["file_id"]);
    assert_eq!(again["document"]["file_size"], BYTES.len());
    let (code, words) = call_method(&server, "getFile", json!({"file_id": "no"}))
        .await
        .refusal();
    assert_eq!(
        (code, words.as_str()),
        (400, "Bad Request: invalid file_id")
    );
}

#[tokio::test]
async fn the_record_has_names_sizes_and_hashes() {
    let server = start_server("safew").await;
    let parts = [
        Part::Text("chat_id", "1"),
        Part::Text(
            "media",
            r#"[{"type":"photo","media":"attach://a"},{"type":"video","media":"attach://b"}]"#,
        ),
        Part::File("a", "a.png", b"abc"),
        Part::File("b", "b.mp4", b""),
    ];
    let messages = call_form(&server, "sendMediaGroup", &parts).await.result();
    assert_eq!(messages[0]["photo"][0]["file_size"], 3);
    assert_eq!(messages[1]["video"]["file_name"], "b.mp4");
    assert_eq!(messages[0]["media_group_id"], messages[1]["media_group_id"]);
    assert!(messages[0]["media_group_id"].is_string());
    let files = last_call(&server).files;
    let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!(
        (files[0].name.as_str(), files[0].sha256.as_str()),
        ("a", abc)
    );
    assert_eq!(
        (files[1].file_name.as_str(), files[1].file_size),
        ("b.mp4", 0)
    );
}

#[tokio::test]
async fn a_part_stands_for_its_parameter() {
    let server = start_server("telegram").await;
    let parts = [
        Part::Text("chat_id", "1"),
        Part::Text("photo", "attach://photo"),
        Part::File("photo", "a.png", b"abc"),
    ];
    let message = call_form(&server, "sendPhoto", &parts).await.result();
    assert_eq!(message["photo"][0]["file_size"], 3);
    assert_eq!(last_call(&server).params["photo"], "attach://photo");
}

#[tokio::test]
async fn what_is_too_big_is_counted_and_not_kept() {
    let api = Api::named("telegram").unwrap();
    let options = Options {
        keep_bytes: 1000,
        ..Options::default()
    };
    let server = Server::start(api, options).await.unwrap();
    for (size, is_kept) in [(1000, true), (1001, false)] {
        let bytes = vec![b'x'; size];
        let parts = [
            Part::Text("chat_id", "1"),
            Part::File("photo", "a.png", &bytes),
        ];
        let message = call_form(&server, "sendPhoto", &parts).await.result();
        let photo = &message["photo"][0];
        assert_eq!(photo["file_size"], size);
        let reply = call_method(&server, "getFile", json!({"file_id": photo["file_id"]})).await;
        match is_kept {
            true => assert_eq!(
                fetch_file(&server, &reply.result()["file_path"]).await.body,
                bytes
            ),
            false => assert_eq!(reply.refusal().1, "Bad Request: file is too big"),
        }
    }
}

#[tokio::test]
async fn a_medium_is_replaced() {
    let server = start_server("telegram").await;
    let parts = [
        Part::Text("chat_id", "1"),
        Part::Text("message_id", "5"),
        Part::Text(
            "media",
            r#"{"type":"video","media":"attach://v","caption":"c"}"#,
        ),
        Part::File("v", "v.mp4", b"abc"),
    ];
    let message = call_form(&server, "editMessageMedia", &parts)
        .await
        .result();
    assert_eq!(
        (&message["message_id"], &message["caption"]),
        (&json!(5), &json!("c"))
    );
    assert_eq!(message["video"]["file_size"], 3);
}

#[tokio::test]
async fn a_test_can_put_a_file_there() {
    let server = start_server("telegram").await;
    let put = server.add_file("of-an-update", "cat.jpg", "meow");
    assert_eq!(put.file_size, 4);
    let file = call_method(&server, "getFile", json!({"file_id": "of-an-update"}))
        .await
        .result();
    assert_eq!(fetch_file(&server, &file["file_path"]).await.body, b"meow");
    let kept = server.file("of-an-update").unwrap();
    assert_eq!(kept.contents.as_deref(), Some(b"meow".as_slice()));
}
