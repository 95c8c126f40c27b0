// Telegraf against the fake server. `run.py` runs it.

import assert from "node:assert/strict";
import { Markup, Telegraf, TelegramError } from "telegraf";
import { CHAT, PHOTO, TOKEN, URL, USER, calls, control, download, run, until } from "./report.mjs";

const bot = new Telegraf(TOKEN, { telegram: { apiRoot: URL } });
const api = bot.telegram;
const file = (bytes, filename) => ({ source: Buffer.from(bytes), filename });

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
    const buttons = [Markup.button.callback("Go", "go"), Markup.button.url("Look", "https://a.example")];
    const sent = await api.sendMessage(CHAT, "Hello", Markup.inlineKeyboard(buttons));
    assert.equal(sent.reply_markup.inline_keyboard[0][0].callback_data, "go");
    await api.sendMessage(CHAT, "Hello", Markup.keyboard(["a", "b"]).resize());
  },
  async edit() {
    const edited = await api.editMessageText(CHAT, 7, undefined, "Goodbye");
    assert.deepEqual([edited.message_id, edited.text], [7, "Goodbye"]);
    assert.equal(await api.deleteMessage(CHAT, 7), true);
    assert.equal(await api.setMessageReaction(CHAT, 7, [{ type: "emoji", emoji: "👍" }]), true);
  },
  async others() {
    const place = await api.sendLocation(CHAT, 1.5, -2.25);
    assert.deepEqual([place.location.latitude, place.location.longitude], [1.5, -2.25]);
    assert.equal((await api.sendPoll(CHAT, "Well?", ["yes", "no"])).poll.question, "Well?");
    assert.ok((await api.sendDice(CHAT)).dice.value >= 1);
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
    const link = await api.getFileLink(photo.file_id);
    assert.deepEqual(await download(link.pathname.split(TOKEN + "/")[1]), PHOTO);
    const again = await api.sendDocument(CHAT, photo.file_id);
    assert.equal(again.document.file_id, photo.file_id);
    const named = await api.sendDocument(CHAT, file("text", "a é.txt"));
    assert.equal(named.document.file_name, "a é.txt");
  },
  async albums() {
    const photo = { type: "photo", media: file(PHOTO, "cat.png"), caption: "one" };
    const video = { type: "video", media: file("two", "2.mp4") };
    const group = await api.sendMediaGroup(CHAT, [photo, video]);
    assert.deepEqual([group.length, group[0].caption, group[1].video.file_size], [2, "one", 3]);
    const medium = { type: "photo", media: file("new", "n.png") };
    const replaced = await api.editMessageMedia(CHAT, 7, undefined, medium);
    assert.equal(replaced.photo[0].file_size, 3);
  },
  async updates() {
    bot.on("text", (context) => context.reply(context.message.text));
    bot.launch();
    await control("messages", { chat_id: 5, text: "Hello!" });
    await until(async () => (await calls("sendMessage")).at(-1).text === "Hello!");
    bot.stop();
  },
  async webhook() {
    await api.setWebhook("https://bot.example/hook", { secret_token: "s3cret" });
    await assert.rejects(api.getUpdates(0, 1, 0, []), { code: 409 });
    assert.equal((await api.getWebhookInfo()).url, "https://bot.example/hook");
    assert.equal(await api.deleteWebhook({ drop_pending_updates: true }), true);
  },
  async errors() {
    const empty = { code: 400, description: "Bad Request: message text is empty" };
    await assert.rejects(api.sendMessage(CHAT, ""), empty);
    await control("faults", { kind: "too_many_requests", retry_after: 3 });
    await assert.rejects(api.getMe(), (error) => {
      return error instanceof TelegramError && error.parameters.retry_after === 3;
    });
  },
});
