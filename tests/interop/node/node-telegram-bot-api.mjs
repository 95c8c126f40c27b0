// node-telegram-bot-api against the fake server. `run.py` runs it.

import assert from "node:assert/strict";
import {
  Bot,
  InlineKeyboardBuilder,
  InputFile,
  MediaGroupBuilder,
  ReplyKeyboardBuilder,
  TelegramApiError,
} from "node-telegram-bot-api";
import { CHAT, PHOTO, TOKEN, URL, USER, calls, control, download, run, until } from "./report.mjs";

const bot = new Bot(TOKEN, { apiRoot: URL, maxRetries: 0 });
const { api } = bot;
const chat_id = CHAT;
const file = (bytes, filename) => new InputFile(Buffer.from(bytes), { filename });

await run({
  async me() {
    const me = await api.getMe();
    assert.equal(String(me.id), TOKEN.split(":")[0]);
    assert.equal(typeof me.can_join_groups, "boolean");
  },
  async text() {
    const options = { parse_mode: "HTML", reply_parameters: { message_id: 3 } };
    const sent = await api.sendMessage({ chat_id, text: "Hello", ...options });
    assert.deepEqual([sent.text, sent.chat.id], ["Hello", CHAT]);
    assert.ok((await api.sendMessage({ chat_id: USER, text: "Hello" })).chat.first_name);
  },
  async keyboards() {
    const inline = new InlineKeyboardBuilder().text("Go", "go").url("Look", "https://a.example");
    const sent = await api.sendMessage({ chat_id, text: "Hello", reply_markup: inline.build() });
    assert.equal(sent.reply_markup.inline_keyboard[0][0].callback_data, "go");
    const keyboard = new ReplyKeyboardBuilder().text("a").text("b").build({ resize_keyboard: true });
    await api.sendMessage({ chat_id, text: "Hello", reply_markup: keyboard });
    await api.sendMessage({ chat_id, text: "Hello", reply_markup: { keyboard: [["a"]] } });
  },
  async edit() {
    const edited = await api.editMessageText({ chat_id, message_id: 7, text: "Goodbye" });
    assert.deepEqual([edited.message_id, edited.text], [7, "Goodbye"]);
    assert.equal(await api.deleteMessage({ chat_id, message_id: 7 }), true);
    const reaction = [{ type: "emoji", emoji: "👍" }];
    assert.equal(await api.setMessageReaction({ chat_id, message_id: 7, reaction }), true);
  },
  async others() {
    const place = await api.sendLocation({ chat_id, latitude: 1.5, longitude: -2.25 });
    assert.deepEqual([place.location.latitude, place.location.longitude], [1.5, -2.25]);
    const options = [{ text: "yes" }, { text: "no" }];
    const poll = await api.sendPoll({ chat_id, question: "Well?", options });
    assert.equal(poll.poll.question, "Well?");
    assert.ok((await api.sendDice({ chat_id })).dice.value >= 1);
    assert.equal(await api.sendChatAction({ chat_id, action: "typing" }), true);
    const commands = [{ command: "start", description: "Starts" }];
    assert.ok(await api.setMyCommands({ commands }));
  },
  async chats() {
    assert.equal((await api.getChatMember({ chat_id, user_id: 7 })).user.id, 7);
    assert.equal((await api.getChat({ chat_id })).id, CHAT);
    assert.ok((await api.getChat({ chat_id: USER })).first_name);
    assert.equal((await api.getChat({ chat_id: "@cats" })).username, "cats");
  },
  async files() {
    const caption = "A cat";
    const sent = await api.sendPhoto({ chat_id, photo: file(PHOTO, "cat.png"), caption });
    const photo = sent.photo.at(-1);
    assert.deepEqual([sent.caption, photo.file_size], [caption, PHOTO.length]);
    const { file_path } = await api.getFile({ file_id: photo.file_id });
    assert.deepEqual(await download(file_path), PHOTO);
    const again = await api.sendDocument({ chat_id, document: photo.file_id });
    assert.equal(again.document.file_id, photo.file_id);
    const named = await api.sendDocument({ chat_id, document: file("text", "a é.txt") });
    assert.equal(named.document.file_name, "a é.txt");
  },
  async albums() {
    const media = new MediaGroupBuilder().photo({ media: file(PHOTO, "cat.png"), caption: "one" });
    media.video({ media: file("two", "2.mp4") });
    const group = await api.sendMediaGroup({ chat_id, media: media.build() });
    assert.deepEqual([group.length, group[0].caption, group[1].video.file_size], [2, "one", 3]);
    const medium = { type: "photo", media: file("new", "n.png") };
    const replaced = await api.editMessageMedia({ chat_id, message_id: 7, media: medium });
    assert.equal(replaced.photo[0].file_size, 3);
  },
  async updates() {
    bot.on("message", (context) => context.reply(context.message.text));
    const polling = bot.startPolling();
    await control("messages", { chat_id: 5, text: "Hello!" });
    await until(async () => (await calls("sendMessage")).at(-1).text === "Hello!");
    bot.stop();
    await polling;
  },
  async webhook() {
    await api.setWebhook({ url: "https://bot.example/hook", secret_token: "s3cret" });
    await assert.rejects(api.getUpdates({}), { errorCode: 409 });
    assert.equal((await api.getWebhookInfo()).url, "https://bot.example/hook");
    assert.equal(await api.deleteWebhook({ drop_pending_updates: true }), true);
  },
  async errors() {
    const empty = { errorCode: 400, description: "Bad Request: message text is empty" };
    await assert.rejects(api.sendMessage({ chat_id, text: "" }), empty);
    await control("faults", { kind: "too_many_requests", retry_after: 3 });
    await assert.rejects(api.getMe(), (error) => {
      return error instanceof TelegramApiError && error.retryAfter === 3;
    });
  },
});
