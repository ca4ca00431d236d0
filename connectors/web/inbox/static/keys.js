// Shortcuts for those who work on many cases; they can be switched off.

const KEY = "lotse-inbox-keys";

export class Keys {
  constructor(button, dialog) {
    this.dialog = dialog;
    this.use = dialog.querySelector("#keys-use");
    this.use.checked = kept() !== "off";
    this.use.addEventListener("change", () => keep(this.use.checked ? "on" : "off"));
    button.hidden = false;
    button.addEventListener("click", () => dialog.showModal());
    document.addEventListener("keydown", (event) => this.pressed(event));
  }

  pressed(event) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return sendFrom(event);
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (!this.use.checked || this.dialog.open || isField(event.target)) return;
    const act = ACTIONS[event.key];
    if (event.key === "?") this.dialog.showModal();
    else if (act === undefined || act() === false) return;
    event.preventDefault();
  }
}

const ACTIONS = {
  j: () => step(1),
  ArrowDown: () => step(1),
  k: () => step(-1),
  ArrowUp: () => step(-1),
  c: claim,
  r: () => reach("#reply"),
  n: () => reach("#note-text"),
  "/": () => reach("#search"),
  u: () => location.assign("/inbox"),
};

// Each gives false when there is nothing to act on: the key keeps what it means to the browser.
function step(by) {
  const cases = [...document.querySelectorAll(".case .open")];
  if (cases.length === 0) return false;
  const here = document.activeElement === null ? null : document.activeElement.closest(".case");
  const at = cases.findIndex((open) => here !== null && here.contains(open));
  const next = at < 0 ? (by > 0 ? 0 : cases.length - 1) : at + by;
  cases[Math.min(cases.length - 1, Math.max(0, next))].focus();
}

function claim() {
  const row = document.activeElement === null ? null : document.activeElement.closest(".case");
  const button = (row || document.getElementById("head"))?.querySelector("[data-claim]");
  if (!button) return false;
  button.click();
}

function reach(selector) {
  const field = document.querySelector(selector);
  if (field === null) return false;
  const panel = field.closest("details");
  if (panel !== null) panel.open = true;
  field.focus();
}

function sendFrom(event) {
  if (event.target.localName !== "textarea" || event.target.form === null) return;
  event.preventDefault();
  event.target.form.requestSubmit();
}

function isField(target) {
  return target.closest("textarea, select, input:not([type=checkbox]):not([type=radio])") !== null;
}

function kept() {
  try {
    return localStorage.getItem(KEY);
  } catch (forbidden) {
    return null;
  }
}

function keep(value) {
  try {
    localStorage.setItem(KEY, value);
  } catch (forbidden) {
    // It holds until the page is left.
  }
}
