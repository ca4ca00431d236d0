// Keeps messages until the server has them, and sends them one after the other.
// Each has a key of its own, so that two tabs never overwrite each other's; the server knows a
// message sent by both by its id.

const PREFIX = "out.";
const FIRST_PAUSE = 1;
const LONGEST_PAUSE = 30;

export class Outbox {
  // post(message): resolves to "sent", "refused" or {retry: seconds}; never rejects.
  // settled(message, refused): the server has it or will never take it. stuck(isStuck).
  constructor(store, post, settled, stuck) {
    this.store = store;
    this.post = post;
    this.settled = settled;
    this.stuck = stuck;
    this.pause = FIRST_PAUSE;
    this.count = 0;
    this.sending = false;
    this.timer = 0;
  }

  static isKey(key) {
    return key.startsWith(PREFIX);
  }

  keys() {
    return this.store.keys().filter(Outbox.isKey);
  }

  messages() {
    return this.keys().map((key) => this.store.get(key)).filter((message) => message !== null);
  }

  add(message) {
    this.count += 1;
    const time = String(Date.now()).padStart(15, "0");
    const key = PREFIX + time + "." + String(this.count).padStart(6, "0") + "." + message.id;
    this.store.set(key, message);
    this.flush();
  }

  clear() {
    clearTimeout(this.timer);
    this.keys().forEach((key) => this.store.remove(key));
  }

  async flush() {
    if (this.sending) return;
    this.sending = true;
    clearTimeout(this.timer);
    try {
      for (let key = this.keys()[0]; key; key = this.keys()[0]) {
        if (!(await this.sendOne(key))) break;
      }
    } finally {
      this.sending = false;
    }
  }

  async sendOne(key) {
    const message = this.store.get(key);
    if (message === null) {
      this.store.remove(key);
      return true;
    }
    const result = await this.post(message);
    if (result.retry === undefined) {
      this.store.remove(key);
      this.pause = FIRST_PAUSE;
      this.stuck(false);
      this.settled(message, result === "refused");
      return true;
    }
    this.stuck(true);
    const seconds = Math.max(result.retry, this.pause * (0.75 + Math.random() / 2));
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
    this.timer = setTimeout(() => this.flush(), seconds * 1000);
    return false;
  }
}
