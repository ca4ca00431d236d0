// The conversation: what residents do, what is sent, what comes back.

import { Outbox } from "./outbox.js";
import { Session } from "./session.js";
import { Store, watch } from "./storage.js";
import { Stream } from "./stream.js";
import { View } from "./view.js";

const POST_TIMEOUT = 20;
const TYPING_TIMEOUT = 20;
const SEEN_AFTER = 0.5;
const TALLEST_INPUT = 136;
const OWN = "own";
const OVER = "over";

const config = JSON.parse(document.getElementById("config").textContent);
const form = document.getElementById("form");
const input = document.getElementById("text");
const languages = document.getElementById("language");
const leaving = document.getElementById("leave");

// Unsent messages outlive the tab; what was said only lives as long as the tab.
const unsent = new Store("localStorage");
const own = new Store("sessionStorage");
const session = new Session();
const view = new View(config, (button) => send("button", button.payload, { label: button.title }));
const outbox = new Outbox(unsent, post, settled, (isStuck) => setStuck("outbox", isStuck));
const stream = new Stream({
  message: heard,
  ready,
  gone,
  stuck: (isStuck) => setStuck("stream", isStuck),
  hasSession: () => session.check(),
});
const awaited = new Map();
const stuck = new Set();
let started = false;
// A person answers: nobody knows whether they are writing just now.
let attended = false;
let bootTimer = 0;
let seenTimer = 0;

// Sending

function send(kind, text, { label, latitude, longitude }) {
  if (!started) begin(kind === "text" && text.startsWith("/start") ? "" : link());
  if (text === "/delete_my_data") forget();
  const record = {
    id: uuid(),
    kind,
    text: wellFormed(text),
    label: wellFormed(label),
    latitude,
    longitude,
    language: view.language,
    after: stream.last,
    time: Date.now() + outbox.count / 1000,
  };
  remember(record);
  view.own(record, true);
  awaited.set(record.id, 0);
  outbox.add(record);
}

// first: a command to send before anything else, or "".
function begin(first) {
  started = true;
  clearTimeout(bootTimer);
  view.start(false);
  if (first) send("text", first, { label: "" });
}

// What a Telegram deep link would send; "" when there is nothing to tell.
function link() {
  if (config.site) return "/start " + view.language + "-" + config.site;
  return config.linked ? "/start " + view.language : "";
}

async function post(message) {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), POST_TIMEOUT * 1000);
  try {
    if (!session.begun) {
      await session.begin();
      // What listens, if anything does, listens to the session before.
      stream.close();
    }
    stream.open();
    const response = await fetch("/chat/messages", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({
        id: message.id,
        kind: message.kind,
        text: message.text,
        latitude: message.latitude,
        longitude: message.longitude,
        language: message.language,
        seen: stream.last,
      }),
      signal: abort.signal,
    });
    if (response.ok) return "sent";
    if (response.status === 401) session.begun = false;
    if ([400, 413, 415].includes(response.status)) return "refused";
    return { retry: Number(response.headers.get("Retry-After")) || 0 };
  } catch (unreachable) {
    return { retry: 0 };
  } finally {
    clearTimeout(timer);
  }
}

function settled(message, refused) {
  view.settled(message.id, refused);
  if (!awaited.has(message.id)) return;
  if (refused) awaited.delete(message.id);
  else awaited.set(message.id, setTimeout(() => unanswered(message.id), TYPING_TIMEOUT * 1000));
  showTyping();
}

// A counsellor may take hours, or the connection may be dead without the browser noticing.
function unanswered(id) {
  awaited.delete(id);
  showTyping();
  stream.refresh(true);
}

// Hearing

function heard(message) {
  if (awaited.has(message.reply_to)) {
    clearTimeout(awaited.get(message.reply_to));
    awaited.delete(message.reply_to);
  }
  // A person's words may come untranslated; the page stays in the resident's language.
  if (message.reply_to !== null) view.speak(message.language);
  view.said(message);
  attended = message.reply_to === null && message.buttons.length === 0;
  if (message.reply_to === null) {
    clearTimeout(seenTimer);
    seenTimer = setTimeout(noteSeen, SEEN_AFTER * 1000);
  }
  showTyping();
}

// Who wrote without being asked just now waits to hear that it arrived.
function noteSeen() {
  fetch("/chat/seen", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ seen: stream.last }),
    keepalive: true,
  }).catch(() => null);
}

function ready() {
  if (view.log.getAttribute("aria-live") === "off") {
    view.toEnd();
    view.quiet(false);
  }
}

function showTyping() {
  const sent = Array.from(awaited.values()).some((timer) => timer !== 0);
  view.typing(sent && !attended && stuck.size === 0);
}

function setStuck(what, isStuck) {
  const before = stuck.size > 0;
  if (isStuck) stuck.add(what);
  else stuck.delete(what);
  const now = stuck.size > 0;
  if (now && !before) view.notice("offline");
  if (before && !now) view.notice("online", 4, null);
  showTyping();
}

function tellFailure() {
  view.notice("not_sent", 6, stuck.size > 0 ? "offline" : null);
}

// Remembering

function remember(record) {
  own.set(OWN, (own.get(OWN) || []).concat([record]));
}

function forget() {
  own.clear();
  awaited.forEach((timer) => clearTimeout(timer));
  awaited.clear();
  attended = false;
  view.clear();
}

// A page that was open before shows the conversation again; so does one in a second tab.
async function boot() {
  try {
    const known = await session.check();
    setStuck("boot", false);
    if (started) return;
    if (known || outbox.keys().length) resume();
    else view.start(true);
  } catch (unreachable) {
    setStuck("boot", true);
    bootTimer = setTimeout(boot, 3000);
  }
}

function resume() {
  started = true;
  view.start(false);
  view.quiet(true);
  const waiting = outbox.messages();
  const ids = waiting.map((record) => record.id);
  (own.get(OWN) || []).forEach((record) => view.own(record, ids.includes(record.id)));
  waiting.forEach((record) => view.own(record, true));
  view.toEnd();
  if (session.begun) stream.open();
  else view.quiet(false);
  outbox.flush();
}

// Ending

// The session ran out. What waits to be sent begins a new one.
function gone() {
  if (outbox.keys().length === 0) {
    restart();
    return;
  }
  stream.reset();
  outbox.flush();
}

function restart() {
  started = false;
  session.begun = false;
  outbox.clear();
  stream.reset();
  forget();
  view.start(true);
}

function tellOtherTabs(left) {
  unsent.set(OVER, { left });
  unsent.remove(OVER);
}

async function startAnew() {
  if (!window.confirm(view.words().new + "?")) return;
  try {
    await session.end();
  } catch (unreachable) {
    tellFailure();
    return;
  }
  tellOtherTabs(false);
  restart();
  document.querySelector(".start button").focus();
}

function leave() {
  stream.close();
  session.leave();
  own.clear();
  unsent.clear();
  // The next page may take seconds to come; until then nothing is to be read here.
  document.title = "";
  document.body.textContent = "";
  window.location.replace(leaving.href);
}

// Helpers

function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

// Half an emoji and NUL, as they come from broken keyboards and pasting, are no text for a server.
function wellFormed(text) {
  return new TextDecoder().decode(new TextEncoder().encode(text)).replace(/\0/g, "");
}

function fitInput() {
  input.style.height = "auto";
  input.style.height = Math.min(input.scrollHeight + 2, TALLEST_INPUT) + "px";
}

// What residents do

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = input.value.trim();
  input.focus();
  if (!text) return;
  input.value = "";
  fitInput();
  send("text", text, { label: text });
});

input.addEventListener("input", fitInput);
input.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  form.querySelector("[type=submit]").click();
});

document.querySelectorAll("[data-start]").forEach((button) => {
  button.addEventListener("click", (event) => {
    view.speak(button.dataset.start);
    begin(link() || "/start " + view.language);
    view.focusAfter(event);
  });
});

languages.addEventListener("change", () => {
  const language = languages.value;
  view.speak(language);
  if (!started) return;
  const payload = "/change_language" + JSON.stringify({ language });
  send("button", payload, { label: config.names[language] });
});

const place = document.getElementById("place");
place.hidden = !("geolocation" in navigator && window.isSecureContext);
place.addEventListener("click", (event) => {
  view.focusAfter(event);
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      // A hundred metres are enough to find what is near.
      const latitude = Number(coords.latitude.toFixed(3));
      const longitude = Number(coords.longitude.toFixed(3));
      send("location", "", { label: view.words().share_location, latitude, longitude });
    },
    tellFailure,
    { timeout: 15000, maximumAge: 300000 },
  );
});

document.getElementById("new").addEventListener("click", startAnew);
leaving.addEventListener("click", (event) => {
  event.preventDefault();
  tellOtherTabs(true);
  leave();
});

// What happens around us

watch((key, value) => {
  if (key === OVER && value) {
    if (value.left) leave();
    else restart();
  } else if (Outbox.isKey(key) && value) {
    if (!started) begin("");
    remember(value);
    view.own(value, false);
  } else if (Outbox.isKey(key) && started) {
    // Sent by the other tab: now there is a session for certain.
    session.begun = true;
    stream.open();
  }
});

window.addEventListener("offline", () => setStuck("network", true));
window.addEventListener("online", () => {
  setStuck("network", false);
  stream.refresh(true);
  outbox.flush();
});
document.addEventListener("visibilitychange", () => {
  if (document.hidden) return;
  stream.refresh(false);
  outbox.flush();
});
window.addEventListener("pageshow", (event) => {
  if (event.persisted) window.location.reload();
});

boot();
