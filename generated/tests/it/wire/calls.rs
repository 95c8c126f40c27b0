//! Every method with all of its parameters: its path, its JSON, its files and its response.

use std::collections::BTreeSet;

use generated::InputFile;
use generated::safew::*;

use crate::wire::check::Wire;
use crate::wire::model::made;

fn file() -> InputFile {
    InputFile::bytes("cat.jpg", *b"meow")
}

fn keyboard() -> InlineKeyboardMarkup {
    made("InlineKeyboardMarkup")
}

fn entities() -> [MessageEntity; 2] {
    [made("MessageEntity"), made("MessageEntity")]
}

fn reply() -> ReplyParameters {
    made("ReplyParameters")
}

/// Sets what all methods that send a message share.
macro_rules! message {
    ($request:expr) => {
        $request
            .message_thread_id(5)
            .disable_notification(true)
            .protect_content(true)
            .allow_paid_broadcast(false)
            .reply_parameters(reply())
            .reply_markup(keyboard())
    };
}

/// Sets what all methods that send a captioned file share.
macro_rules! media {
    ($request:expr) => {
        message!($request)
            .business_connection_id("b")
            .message_effect_id("e")
            .caption("A cat.")
            .parse_mode("HTML")
            .caption_entities(entities())
    };
}

fn call_messages(wire: &Wire) {
    let bot = &wire.bot;
    wire.check(
        message!(bot.send_message(1, "hi"))
            .business_connection_id("b")
            .message_effect_id("e")
            .parse_mode("HTML")
            .entities(entities())
            .link_preview_options(made("LinkPreviewOptions")),
    );
    wire.check(
        media!(bot.send_photo("@cats", file()))
            .show_caption_above_media(true)
            .has_spoiler(true),
    );
    wire.check(
        media!(bot.send_video(1, file()))
            .duration(3)
            .width(4)
            .height(5)
            .thumbnail(file())
            .show_caption_above_media(true)
            .has_spoiler(false)
            .supports_streaming(true),
    );
    wire.check(
        media!(bot.send_document(1, file()))
            .thumbnail(file())
            .disable_content_type_detection(true),
    );
    wire.check(media!(bot.send_voice(1, file())).duration(3));
    let audio = media!(bot.send_audio(1, file()))
        .duration(3)
        .thumbnail(file());
    wire.check(audio.performer("p").title("t"));
    wire.check(
        message!(bot.copy_message(1, "@cats", 2))
            .video_start_timestamp(3)
            .caption("c")
            .parse_mode("HTML")
            .caption_entities(entities())
            .show_caption_above_media(true),
    );
    let album: [MediaGroupItem; 2] = [
        made::<InputMediaPhoto>("InputMediaPhoto").into(),
        made::<InputMediaVideo>("InputMediaVideo").into(),
    ];
    wire.check(
        bot.send_media_group(1, album)
            .business_connection_id("b")
            .message_thread_id(5)
            .disable_notification(true)
            .protect_content(true)
            .allow_paid_broadcast(true)
            .message_effect_id("e")
            .reply_parameters(reply()),
    );
}

fn call_other_messages(wire: &Wire) {
    let bot = &wire.bot;
    let forward = bot.forward_message(1, "@cats", 2).message_thread_id(5);
    wire.check(forward.disable_notification(true).protect_content(false));
    wire.check(
        bot.edit_message_text("new")
            .business_connection_id("b")
            .chat_id(1)
            .message_id(2)
            .inline_message_id("i")
            .parse_mode("HTML")
            .entities(entities())
            .link_preview_options(made("LinkPreviewOptions"))
            .reply_markup(keyboard()),
    );
    wire.check(
        bot.edit_message_reply_markup()
            .business_connection_id("b")
            .chat_id("@cats")
            .message_id(2)
            .inline_message_id("i")
            .reply_markup(keyboard()),
    );
    wire.check(bot.delete_message(1, 2));
    wire.check(bot.delete_messages(1, [2, 3]));
    let answer = bot.answer_callback_query("q").text("t").show_alert(true);
    wire.check(answer.url("https://example.org").cache_time(9));
}

fn call_bot(wire: &Wire) {
    let bot = &wire.bot;
    wire.check(bot.get_me());
    wire.check(
        bot.get_updates()
            .offset(-1)
            .limit(100)
            .allowed_updates(["message"]),
    );
    wire.check(
        bot.set_webhook("https://example.org")
            .certificate(file())
            .ip_address("127.0.0.1")
            .max_connections(4)
            .allowed_updates(vec!["message".to_owned()])
            .drop_pending_updates(true)
            .secret_token("s"),
    );
    wire.check(bot.delete_webhook().drop_pending_updates(true));
    wire.check(bot.get_webhook_info());
    let scope = || made::<BotCommandScope>("BotCommandScope");
    wire.check(bot.get_my_commands().scope(scope()).language_code("en"));
    let commands = [made::<BotCommand>("BotCommand")];
    wire.check(
        bot.set_my_commands(commands)
            .scope(scope())
            .language_code("en"),
    );
    let rights = made("ChatAdministratorRights");
    wire.check(
        bot.set_my_default_administrator_rights()
            .rights(rights)
            .for_channels(true),
    );
}

fn call_chats(wire: &Wire) {
    let bot = &wire.bot;
    wire.check(bot.get_chat("@cats"));
    wire.check(bot.leave_chat(1));
    wire.check(bot.get_chat_member_count(1));
    wire.check(bot.get_chat_member(1, 2));
    wire.check(bot.get_chat_administrators(1));
    wire.check(bot.set_chat_title(1, "Cats"));
    wire.check(
        bot.ban_chat_member(1, 2)
            .until_date(3)
            .revoke_messages(true),
    );
    let permissions = || made::<ChatPermissions>("ChatPermissions");
    let all = bot.set_chat_permissions(1, permissions());
    wire.check(all.use_independent_chat_permissions(true));
    let one = bot.restrict_chat_member(1, 2, permissions()).until_date(3);
    wire.check(one.use_independent_chat_permissions(true));
    wire.check(bot.set_chat_administrator_custom_title(1, 2, "boss"));
    wire.check(bot.approve_chat_join_request(1, 2));
    wire.check(bot.decline_chat_join_request(1, 2));
    let link = bot.create_chat_invite_link(1).name("n").expire_date(2);
    wire.check(link.member_limit(3).creates_join_request(true));
    let link = bot.edit_chat_invite_link(1, "l").name("n").expire_date(2);
    wire.check(link.member_limit(3).creates_join_request(true));
    wire.check(bot.revoke_chat_invite_link(1, "l"));
    wire.check(
        bot.promote_chat_member(1, 2)
            .is_anonymous(true)
            .can_manage_chat(true)
            .can_delete_messages(true)
            .can_manage_video_chats(true)
            .can_restrict_members(true)
            .can_promote_members(true)
            .can_change_info(true)
            .can_invite_users(true)
            .can_post_stories(true)
            .can_edit_stories(true)
            .can_delete_stories(true)
            .can_post_messages(true)
            .can_edit_messages(true)
            .can_pin_messages(true)
            .can_manage_topics(true),
    );
}

#[test]
fn every_method_says_what_the_schema_says() {
    let wire = Wire::new();
    call_messages(&wire);
    call_other_messages(&wire);
    call_bot(&wire);
    call_chats(&wire);
    let all: BTreeSet<String> = wire.schema.methods.iter().map(|m| m.name.clone()).collect();
    assert_eq!(*wire.called.borrow(), all);
    assert_eq!(all.len(), 38);
}
