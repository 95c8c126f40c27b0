// The server's control, what every client sends, and how it reports: a line for each check.

import assert from "node:assert/strict";

export const URL = process.env.SERVER_URL;
export const TOKEN = process.env.BOT_TOKEN;
export const CHAT = -1001234567890;
export const USER = 42;
// Binary data that contains the end of a form's part.
export const PHOTO = Buffer.alloc(9000, Buffer.from("\x89PNG\r\n--\r\n\x00\xff", "latin1"));

/** Sends a request to `/control`: a POST if there is a value, else a GET. */
export async function control(path, value) {
  const options = value === undefined ? {} : { method: "POST", body: JSON.stringify(value) };
  return (await fetch(`${URL}/control/${path}`, options)).json();
}

/** Returns the parameters of the calls of a method that the server received. */
export async function calls(method) {
  const found = await control(`calls?method=${method}`);
  return found.calls.map((call) => call.params);
}

/** Waits until a condition holds. */
export async function until(holds) {
  for (let tries = 0; tries < 300; tries += 1) {
    if (await holds()) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  assert.fail("it never came");
}

/** Returns the bytes of a file that `getFile` told of. */
export async function download(path) {
  const answer = await fetch(`${URL}/file/bot${TOKEN}/${path}`);
  return Buffer.from(await answer.arrayBuffer());
}

/** Runs each check, and prints `ok` or `FAILED` with its name. */
export async function run(checks) {
  for (const [name, check] of Object.entries(checks)) {
    try {
      await check();
      console.log(`ok ${name}`);
    } catch (error) {
      console.log(`FAILED ${name}: ${String(error?.message ?? error).replaceAll("\n", " ")}`);
    }
  }
  process.exit(0);
}
