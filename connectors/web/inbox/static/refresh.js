// Asks for this page again and puts what changed into it; what is being typed stays as it is.

// A search is not worth keeping.
const FIELDS = "textarea, input:not([type=hidden]):not([type=search])";

let running = false;
let wanted = false;

// One at a time, and once more if something changed meanwhile.
export async function refresh(update) {
  wanted = true;
  if (running) return;
  running = true;
  try {
    while (wanted) {
      wanted = false;
      await take(await fetch(location.pathname + location.search, { cache: "no-store" }), update);
    }
  } catch (unreachable) {
    // The event stream tells that there is no connection.
  } finally {
    running = false;
  }
}

// Sends a form without leaving the page. Without a network the text stays, and so does the key
// that makes sending it again harmless.
export async function submitInPlace(event, update) {
  const form = event.target;
  if (!("stay" in form.dataset)) return;
  event.preventDefault();
  if (form.dataset.sending) return;
  form.dataset.sending = "yes";
  const button = form.querySelector("button");
  button.setAttribute("aria-disabled", "true");
  try {
    const body = new URLSearchParams(new FormData(form));
    const response = await fetch(form.action, { method: "POST", body });
    const sent = response.ok && !isSignIn(response);
    const wrote = form.querySelector("#reply") !== null || form.closest("#ready") !== null;
    if (sent) settle(form);
    await take(response, update, form);
    const reply = document.getElementById("reply");
    if (sent && wrote && reply !== null) {
      reply.focus({ preventScroll: true });
      document.getElementById("latest").scrollIntoView();
    }
  } catch (unreachable) {
    update.show(update.words["not-sent"]);
  } finally {
    delete form.dataset.sending;
    button.removeAttribute("aria-disabled");
  }
}

function isSignIn(response) {
  return new URL(response.url).pathname === "/inbox/sign-in";
}

async function take(response, update, form) {
  if (isSignIn(response)) return update.signedOut();
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  if (response.ok || response.status === 409) {
    const before = remarks();
    renewTokens(page);
    if (form && response.ok) renewKey(form, page);
    for (const part of page.querySelectorAll("[data-live]")) merge(part);
    if (response.status === 409) document.getElementById("alert").scrollIntoView({ block: "center" });
    const fresh = [...remarks()].filter((id) => !before.has(id));
    update.done(fresh.filter((id) => document.getElementById(id).matches(".resident")).length);
  } else if (form || response.status === 404) {
    const said = page.querySelector("[role=alert]");
    update.show(said === null ? update.words.offline : said.textContent);
  }
}

function remarks() {
  return new Set([...document.querySelectorAll(".remark[id]")].map((remark) => remark.id));
}

function merge(part) {
  const here = document.getElementById(part.id);
  if (here === null) return;
  if (part.dataset.live === "items") return mergeItems(here, part);
  if (here.dataset.mark === part.dataset.mark) return;
  if (part.dataset.live === "form" && isBeingFilled(here)) return;
  const focused = focusWithin(here);
  here.replaceWith(document.adoptNode(part));
  if (focused !== null) {
    const again = part.querySelector(focused) || part;
    again.focus({ preventScroll: true });
  }
}

function mergeItems(here, part) {
  const atEnd = innerHeight + scrollY > document.body.scrollHeight - 200;
  let grown = false;
  const items = [...part.children].map((item) => {
    const old = document.getElementById(item.id);
    if (old === null) grown = true;
    const keep = old !== null && (old.dataset.mark === item.dataset.mark || isBeingFilled(old));
    return keep ? old : document.adoptNode(item);
  });
  if (items.length !== here.children.length || items.some((item, i) => item !== here.children[i])) {
    here.replaceChildren(...items);
  }
  if (grown && atEnd) scrollTo({ top: document.body.scrollHeight });
}

// Somebody has typed into it, or has a form of it open.
function isBeingFilled(element) {
  const typed = [...element.querySelectorAll(FIELDS)].some((field) =>
    field.type === "checkbox" || field.type === "radio"
      ? field.checked !== field.defaultChecked
      : field.value !== field.defaultValue,
  );
  return typed || element.querySelector("details.change[open]") !== null;
}

function focusWithin(element) {
  const focused = document.activeElement;
  if (focused === null || !element.contains(focused)) return null;
  if (focused.id) return "#" + CSS.escape(focused.id);
  const holder = focused.closest("[id]");
  return holder === null ? null : "#" + CSS.escape(holder.id) + " " + focused.localName;
}

// What was sent is no longer being typed.
function settle(form) {
  form.reset();
  const open = form.closest("details.change, details.note");
  if (open !== null) open.open = false;
}

// The next thing said with this form is another one.
function renewKey(form, page) {
  const key = form.elements.namedItem("key");
  const fresh = page.querySelector("input[name=key]");
  if (key !== null && fresh !== null) key.value = fresh.value;
}

// Whoever signed in again meanwhile has another session.
function renewTokens(page) {
  const fresh = page.querySelector("input[name=csrf]");
  if (fresh === null) return;
  for (const token of document.querySelectorAll("input[name=csrf]")) token.value = fresh.value;
}
