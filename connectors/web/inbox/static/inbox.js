// Makes the pages live: they work without any of this.

import { Keys } from "./keys.js";
import { Live } from "./live.js";
import { refresh, submitInPlace } from "./refresh.js";
import { searchAsTyped, showTopicFilter } from "./search.js";
import { Sound } from "./sound.js";
import { ticking } from "./times.js";
import { Title } from "./title.js";

const { words } = JSON.parse(document.getElementById("config").textContent);
const banner = document.getElementById("banner");
const told = document.getElementById("told");
const title = new Title();
const sound = new Sound(document.getElementById("sound"), words);
let known = numbers();

function numbers() {
  const count = document.getElementById("count");
  return count === null ? [] : count.dataset.waiting.split(" ").filter(Boolean);
}

function news() {
  const now = numbers();
  const fresh = now.filter((number) => !known.includes(number));
  known = now;
  title.count(now.length);
  if (fresh.length === 0) return;
  const said = words["new-case"].replace("{number}", fresh[fresh.length - 1]);
  told.textContent = said;
  title.call(said);
  sound.play();
}

function show(text) {
  banner.textContent = text;
}

function signedOut() {
  live.stop();
  show(words["signed-out-meanwhile"] + " ");
  const link = document.createElement("a");
  link.href = "/inbox/sign-in";
  link.target = "_blank";
  link.rel = "noopener";
  link.textContent = words["sign-in-again"];
  banner.append(link);
}

const tick = ticking(words);
const update = {
  words,
  show,
  signedOut,
  // fresh: how many messages of the resident's came.
  done(fresh) {
    if (live.over) show("");
    live.resume();
    tick();
    news();
    showTopicFilter();
    if (fresh > 0) {
      told.textContent = words["new-message"];
      title.call(words["new-message"]);
    }
  },
};

const live = new Live({
  changed: () => refresh(update),
  stuck(isStuck) {
    if (isStuck) show(words.offline);
    else if (banner.textContent === words.offline) {
      show(words.online);
      setTimeout(() => {
        if (banner.textContent === words.online) show("");
      }, 3000);
    }
  },
  gone: signedOut,
});
live.open(Number(document.body.dataset.version));

// What no event told (a case that was erased, a new session) is seen all the same.
function look() {
  if (!document.hidden) refresh(update);
}
setInterval(look, 60000);
document.addEventListener("visibilitychange", look);
document.addEventListener("submit", (event) => submitInPlace(event, update));
new Keys(document.getElementById("help"), document.getElementById("keys"));
searchAsTyped();
showTopicFilter();
title.count(known.length);
tick();
