// The page as residents see it. Everything they or we say is put in as text, never as markup.

import { linked } from "./links.js";

const NEAR_THE_END = 120;

export class View {
  // choose(button): a button below a message was pressed.
  constructor(config, choose) {
    this.config = config;
    this.choose = choose;
    this.language = config.language;
    this.log = byId("log");
    this.scroll = byId("scroll");
    this.input = byId("text");
    this.typingLine = byId("typing");
    this.banner = byId("banner");
  }

  words() {
    return this.config.texts[this.language];
  }

  speak(language) {
    if (!(language in this.config.texts) || language === this.language) return;
    this.language = language;
    const words = this.words();
    document.documentElement.lang = language;
    document.documentElement.dir = this.direction(language);
    document.title = words.title;
    byId("language").value = language;
    this.translate(document);
    this.typingLine.textContent = "";
    this.typing(this.typingShown);
  }

  translate(root) {
    const words = this.words();
    root.querySelectorAll("[data-text]").forEach((element) => {
      element.textContent = words[element.dataset.text];
    });
    root.querySelectorAll("[data-label]").forEach((element) => {
      element.setAttribute("aria-label", words[element.dataset.label]);
      if (element.title) element.title = words[element.dataset.label];
    });
    root.querySelectorAll("[data-placeholder]").forEach((element) => {
      element.placeholder = words[element.dataset.placeholder];
    });
  }

  direction(language) {
    return this.config.rightToLeft.includes(language) ? "rtl" : "ltr";
  }

  start(shown) {
    byId("start").hidden = !shown;
    byId("new").hidden = shown;
  }

  // Nothing is read aloud while an old conversation is put back.
  quiet(isQuiet) {
    this.log.setAttribute("aria-live", isQuiet ? "off" : "polite");
  }

  said(message) {
    if (message.changes !== null) {
      this.changed(message);
      return;
    }
    const element = this.message("lotse", [message.id, 0]);
    element.dataset.said = message.id;
    element.classList.toggle("unasked", message.reply_to === null);
    const bubble = append(element, "div", "bubble");
    bubble.lang = message.language;
    bubble.dir = this.direction(message.language);
    bubble.append(linked(message.text));
    if (message.file) this.download(element, message);
    if (message.buttons.length) this.offer(element, message);
    this.insert(element, false);
  }

  // A counsellor corrected what was said, or took it back.
  changed(message) {
    const said = Array.from(this.log.children).find((each) => each.dataset.said === String(message.changes));
    if (!said) return;
    if (message.recall) {
      said.remove();
      return;
    }
    const bubble = said.querySelector(".bubble");
    bubble.lang = message.language;
    bubble.dir = this.direction(message.language);
    bubble.replaceChildren(linked(message.text));
  }

  // The file is made when it is asked for, and only for who has the session.
  download(element, message) {
    const choices = append(element, "div", "choices");
    const link = append(choices, "a");
    link.href = "/chat/mydata";
    link.download = "";
    link.lang = message.language;
    link.dir = this.direction(message.language);
    link.textContent = this.config.texts[message.language].download;
  }

  offer(element, message) {
    const choices = append(element, "div", "choices");
    choices.lang = message.language;
    choices.dir = this.direction(message.language);
    message.buttons.forEach((button) => {
      const choice = append(choices, "button");
      choice.type = "button";
      choice.dir = "auto";
      choice.textContent = button.title;
      choice.addEventListener("click", (event) => {
        this.choose(button);
        this.focusAfter(event);
      });
    });
  }

  own(record, waiting) {
    if (!record.label || this.find(record.id)) return;
    const element = this.message("you", [record.after, record.time]);
    element.classList.add("own");
    element.classList.toggle("waiting", waiting);
    element.dataset.id = record.id;
    const bubble = append(element, "div", "bubble");
    bubble.lang = record.language;
    bubble.dir = "auto";
    bubble.textContent = record.label;
    this.insert(element, true);
  }

  settled(id, refused) {
    const element = this.find(id);
    if (!element) return;
    element.classList.remove("waiting");
    if (refused) {
      const note = append(element, "p", "failed");
      note.dataset.text = "not_sent";
      note.textContent = this.words().not_sent;
    }
  }

  typing(shown) {
    this.typingShown = shown;
    if (!shown) {
      this.typingLine.textContent = "";
    } else if (!this.typingLine.textContent) {
      for (let dot = 0; dot < 3; dot += 1) append(this.typingLine, "i").setAttribute("aria-hidden", "true");
      append(this.typingLine, "span").textContent = this.words().typing;
      this.follow();
    }
  }

  // Shows words at the bottom, null for none; after some seconds, if given, others instead.
  notice(key, seconds, then) {
    clearTimeout(this.noticeTimer);
    this.banner.textContent = key ? this.words()[key] : "";
    if (key) this.banner.dataset.text = key;
    else delete this.banner.dataset.text;
    if (seconds) this.noticeTimer = setTimeout(() => this.notice(then), seconds * 1000);
  }

  clear() {
    this.log.textContent = "";
    this.typing(false);
  }

  // The keyboard of a phone would cover the reply, so a touch leaves the focus where it is.
  focusAfter(event) {
    const touched = event.detail > 0 && window.matchMedia("(pointer: coarse)").matches;
    if (!touched) this.input.focus();
  }

  toEnd() {
    this.scroll.scrollTop = this.scroll.scrollHeight;
  }

  // Shows what is newest, but never scrolls past the first line of an unread answer, nor of what
  // a person wrote later.
  follow() {
    const turns = this.log.querySelectorAll(".own, .unasked");
    const last = turns.length ? turns[turns.length - 1] : null;
    const unread = last && last.classList.contains("own") ? last.nextElementSibling : last;
    const top = unread ? unread.offsetTop - 12 : Infinity;
    this.scroll.scrollTop = Math.min(this.scroll.scrollHeight, top);
  }

  message(speaker, order) {
    const element = document.createElement("div");
    element.className = "message";
    element.order = order;
    const name = append(element, "span", "hidden");
    name.dataset.text = speaker;
    name.textContent = this.words()[speaker];
    return element;
  }

  find(id) {
    return Array.from(this.log.children).find((element) => element.dataset.id === id);
  }

  insert(element, follow) {
    const { scrollHeight, scrollTop, clientHeight } = this.scroll;
    const near = scrollHeight - scrollTop - clientHeight < NEAR_THE_END;
    let before = this.log.lastElementChild;
    while (before && isLater(before.order, element.order)) before = before.previousElementSibling;
    this.log.insertBefore(element, before ? before.nextElementSibling : this.log.firstElementChild);
    if (follow || near) this.follow();
  }
}

function isLater(one, other) {
  return one[0] === other[0] ? one[1] > other[1] : one[0] > other[0];
}

function byId(id) {
  return document.getElementById(id);
}

function append(parent, tag, className) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  parent.append(element);
  return element;
}
