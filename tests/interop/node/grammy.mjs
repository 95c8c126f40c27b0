// grammY against the fake server. `run.py` runs it.

import assert from "node:assert/strict";
import { Bot, GrammyError, InlineKeyboard, InputFile, InputMediaBuilder, Keyboard } from "grammy";
import { CHAT, PHOTO, TOKEN, URL, USER, calls, control, download, run, until } from "./report.mjs";

const bot = new Bot(TOKEN, { client: { apiRoot: URL } });
const { api } = bot;
const file = (bytes, name) => new InputFile(Buffer.from(bytes), name);

await run({
  async me() {
    const me = await api.getMe();
    assert.equal(String(me.id), TOKEN.split(":")[0]);
    assert.equal(typeof me.can_join_groups, "boolean");
  },
  async text() {
    const reply_parameters = { message_id: 3 };
    const sent = await api.sendMessage(CHAT, "Hello", { parse_mode: "HTML", reply_parameters });
    assert.deepEqual([sent.text, sent.chat.id], ["Hello", CHAT]);
    assert.ok((await api.sendMessage(USER, "Hello")).chat.first_name);
  },
  async keyboards() {
    const reply_markup = new InlineKeyboard().text("Go", "go").url("Look", "https://a.example");
    const sent = await api.sendMessage(CHAT, "Hello", { reply_markup });
    assert.equal(sent.reply_markup.inline_keyboard[0][0].callback_data, "go");
    const keyboard = new Keyboard().text("a").text("b").resized();
    await api.sendMessage(CHAT, "Hello", { reply_markup: keyboard });
    await api.sendMessage(CHAT, "Hello", { reply_markup: { keyboard: [["a"]] } });
  },
  async edit() {
    const edited = await api.editMessageText(CHAT, 7, "Goodbye");
    assert.deepEqual([edited.message_id, edited.text], [7, "Goodbye"]);
    assert.equal(await api.deleteMessage(CHAT, 7), true);
    assert.equal(await api.setMessageReaction(CHAT, 7, [{ type: "emoji", emoji: "👍" }]), true);
  },
  async others() {
    const place = await api.sendLocation(CHAT, 1.5, -2.25);
    assert.deepEqual([place.location.latitude, place.location.longitude], [1.5, -2.25]);
    assert.equal((await api.sendPoll(CHAT, "Well?", ["yes", "no"])).poll.question, "Well?");
    assert.ok((await api.sendDice(CHAT, "🎲")).dice.value >= 1);
    assert.equal(await api.sendChatAction(CHAT, "typing"), true);
    assert.ok(await api.setMyCommands([{ command: "start", description: "Starts" }]));
  },
  async chats() {
    assert.equal((await api.getChatMember(CHAT, 7)).user.id, 7);
    assert.equal((await api.getChat(CHAT)).id, CHAT);
    assert.ok((await api.getChat(USER)).first_name);
    assert.equal((await api.getChat("@cats")).username, "cats");
  },
  async files() {
    const sent = await api.sendPhoto(CHAT, file(PHOTO, "cat.png"), { caption: "A cat" });
    const photo = sent.photo.at(-1);
    assert.deepEqual([sent.caption, photo.file_size], ["A cat", PHOTO.length]);
    const { file_path } = await api.getFile(photo.file_id);
    assert.deepEqual(await download(file_path), PHOTO);
    const again = await api.sendDocument(CHAT, photo.file_id);
    assert.equal(again.document.file_id, photo.file_id);
    const named = await api.sendDocument(CHAT, file("text", "a é.txt"));
    assert.equal(named.document.file_name, "a é.txt");
  },
  async albums() {
    const photo = InputMediaBuilder.photo(file(PHOTO, "cat.png"), { caption: "one" });
    const group = await api.sendMediaGroup(CHAT, [photo, InputMediaBuilder.video(file("two", "2.mp4"))]);
    assert.deepEqual([group.length, group[0].caption, group[1].video.file_size], [2, "one", 3]);
    const replaced = await api.editMessageMedia(CHAT, 7, InputMediaBuilder.photo(file("new", "n.png")));
    assert.equal(replaced.photo[0].file_size, 3);
  },
  async updates() {
    bot.on("message:text", (context) => context.reply(context.message.text));
    bot.start();
    await control("messages", { chat_id: 5, text: "Hello!" });
    await until(async () => (await calls("sendMessage")).at(-1).text === "Hello!");
    await bot.stop();
  },
  async webhook() {
    await api.setWebhook("https://bot.example/hook", { secret_token: "s3cret" });
    await assert.rejects(api.getUpdates(), { error_code: 409 });
    assert.equal((await api.getWebhookInfo()).url, "https://bot.example/hook");
    assert.equal(await api.deleteWebhook({ drop_pending_updates: true }), true);
  },
  async errors() {
    const empty = { error_code: 400, description: "Bad Request: message text is empty" };
    await assert.rejects(api.sendMessage(CHAT, ""), empty);
    await control("faults", { kind: "too_many_requests", retry_after: 3 });
    await assert.rejects(api.getMe(), (error) => {
      return error instanceof GrammyError && error.parameters.retry_after === 3;
    });
  },
});
