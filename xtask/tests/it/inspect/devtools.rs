//! A browser without a window, driven by the DevTools protocol over two pipes.

use std::env;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::{Value, json};

/// The programs that are tried, as `.ci/run` tries them.
const PROGRAMS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "chrome"];

/// Its options: it is used for our own pages, without a network.
const OPTIONS: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-sync",
    "--no-first-run",
    "--window-size=1400,1000",
    "--remote-debugging-pipe",
];

/// The browser reads commands from its file 3 and writes answers to its file 4.
const PIPES: &str = "exec \"$0\" \"$@\" 3<&0 4>&1 0</dev/null 1>&2";

/// A browser with one page open.
pub(super) struct Browser {
    process: Child,
    commands: ChildStdin,
    answers: BufReader<ChildStdout>,
    /// The last command's number.
    number: u64,
    /// The page that commands are for; empty until it is open.
    session: String,
    /// What the browser told by itself.
    events: Vec<Value>,
}

fn find_program() -> PathBuf {
    let folders = env::var_os("PATH").unwrap_or_default();
    let programs = PROGRAMS.iter().flat_map(|program| {
        let folders: Vec<_> = env::split_paths(&folders).collect();
        folders.into_iter().map(move |folder| folder.join(program))
    });
    let mut found = programs.filter(|path| path.is_file());
    found
        .next()
        .unwrap_or_else(|| panic!("none of {PROGRAMS:?} is installed"))
}

impl Browser {
    /// Starts it; `profile` is the folder that it keeps its own files in.
    pub(super) fn start(profile: &Path) -> Self {
        let mut process = Command::new("sh")
            .args(["-c", PIPES])
            .arg(find_program())
            .args(OPTIONS)
            .arg(format!("--user-data-dir={}", profile.display()))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut browser = Self {
            commands: process.stdin.take().unwrap(),
            answers: BufReader::new(process.stdout.take().unwrap()),
            process,
            number: 0,
            session: String::new(),
            events: Vec::new(),
        };
        browser.open_page();
        browser
    }

    fn open_page(&mut self) {
        let page = self.call("Target.createTarget", json!({"url": "about:blank"}));
        let attach = json!({"targetId": page["targetId"], "flatten": true});
        let attached = self.call("Target.attachToTarget", attach);
        self.session = attached["sessionId"].as_str().unwrap().to_owned();
        for domain in ["Page", "Runtime", "Log", "Network"] {
            self.call(&format!("{domain}.enable"), json!({}));
        }
    }

    /// Opens a file, and waits until it is loaded.
    pub(super) fn open(&mut self, file: &Path, fragment: &str) {
        self.events.clear();
        let url = format!("file://{}{fragment}", file.display());
        self.call("Page.navigate", json!({"url": url}));
        while !self.has_event("Page.loadEventFired") {
            let event = self.read_message();
            self.events.push(event);
        }
    }

    /// The value of an expression in the page.
    pub(super) fn evaluate(&mut self, expression: &str) -> Value {
        let options =
            json!({"expression": expression, "returnByValue": true, "awaitPromise": true});
        let answer = self.call("Runtime.evaluate", options);
        assert!(
            answer.get("exceptionDetails").is_none(),
            "{expression}: {answer}"
        );
        answer["result"]["value"].clone()
    }

    /// Presses a key.
    pub(super) fn press(&mut self, key: &str, text: &str) {
        let code = match key {
            "Tab" => 9,
            "Enter" => 13,
            _ => 0,
        };
        for (kind, text) in [("keyDown", text), ("keyUp", "")] {
            let options =
                json!({"type": kind, "key": key, "text": text, "windowsVirtualKeyCode": code});
            self.call("Input.dispatchKeyEvent", options);
        }
    }

    /// Clicks the middle of the element that an expression names.
    pub(super) fn click(&mut self, element: &str) {
        let middle = format!(
            "(() => {{ const e = {element}; e.scrollIntoView({{block: 'center'}}); \
             const r = e.getClientRects()[0]; return [r.x + r.width / 2, r.y + r.height / 2] }})()"
        );
        let middle = self.evaluate(&middle);
        for kind in ["mousePressed", "mouseReleased"] {
            let options = json!({"type": kind, "x": middle[0], "y": middle[1], "button": "left", "clickCount": 1});
            self.call("Input.dispatchMouseEvent", options);
        }
        // What the click brought about is drawn by then.
        self.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))");
    }

    /// Lets the page be shown as the user prefers it: `light` or `dark`.
    pub(super) fn prefer(&mut self, scheme: &str) {
        let features = json!([{"name": "prefers-color-scheme", "value": scheme}]);
        self.call("Emulation.setEmulatedMedia", json!({"features": features}));
    }

    /// Whether the browser told of something, as the protocol calls it.
    pub(super) fn has_event(&self, method: &str) -> bool {
        self.events.iter().any(|event| event["method"] == method)
    }

    /// Fails the test where the page wrote to the console, failed, was blocked, or asked for
    /// anything but itself.
    #[track_caller]
    pub(super) fn assert_quiet(&mut self) {
        self.evaluate("null");
        for method in [
            "Log.entryAdded",
            "Runtime.consoleAPICalled",
            "Runtime.exceptionThrown",
            "Page.javascriptDialogOpening",
        ] {
            assert!(!self.has_event(method), "{method}: {:?}", self.events);
        }
        let requests = self
            .events
            .iter()
            .filter(|event| event["method"] == "Network.requestWillBeSent");
        assert_eq!(requests.count(), 1, "{:?}", self.events);
    }

    fn call(&mut self, method: &str, params: Value) -> Value {
        self.number += 1;
        let mut command = json!({"id": self.number, "method": method, "params": params});
        if !self.session.is_empty() {
            command["sessionId"] = json!(self.session);
        }
        let text = command.to_string() + "\0";
        self.commands.write_all(text.as_bytes()).unwrap();
        self.commands.flush().unwrap();
        loop {
            let message = self.read_message();
            if message["id"] == self.number {
                assert!(message.get("error").is_none(), "{method}: {message}");
                return message["result"].clone();
            }
            self.events.push(message);
        }
    }

    fn read_message(&mut self) -> Value {
        let mut text = Vec::new();
        self.answers.read_until(0, &mut text).unwrap();
        assert_eq!(text.pop(), Some(0), "the browser ended");
        serde_json::from_slice(&text).unwrap()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
