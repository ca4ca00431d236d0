// Hears that something changed, over any number of lost connections.

const FIRST_PAUSE = 1;
const LONGEST_PAUSE = 30;

export class Live {
  // changed(): something did. stuck(isStuck). gone(): nobody is signed in any more.
  constructor({ changed, stuck, gone }) {
    this.on = { changed, stuck, gone };
    this.last = 0;
    this.pause = FIRST_PAUSE;
    this.source = null;
    this.over = false;
    this.timer = 0;
  }

  open(version) {
    this.last = version;
    this.connect();
    // A page the browser kept for "back" may have missed much.
    addEventListener("pageshow", (event) => {
      if (event.persisted) this.on.changed();
    });
    addEventListener("online", () => this.again());
    // Without this a page on its way out holds its connection until the server notices.
    addEventListener("pagehide", () => this.drop());
    addEventListener("pageshow", () => this.again());
  }

  // Nobody is signed in; `resume` once somebody is again.
  stop() {
    this.over = true;
    clearTimeout(this.timer);
    this.drop();
  }

  resume() {
    if (!this.over) return;
    this.over = false;
    this.again();
  }

  drop() {
    if (this.source !== null) this.source.close();
    this.source = null;
  }

  again() {
    clearTimeout(this.timer);
    if (this.source === null && !this.over) this.connect();
  }

  connect() {
    const source = new EventSource("/inbox/events?after=" + this.last);
    this.source = source;
    source.addEventListener("ready", () => {
      this.pause = FIRST_PAUSE;
      this.on.stuck(false);
    });
    source.addEventListener("changed", (event) => {
      this.last = Number(event.data);
      this.on.changed();
    });
    source.addEventListener("gone", () => {
      this.stop();
      this.on.gone();
    });
    source.addEventListener("error", () => {
      if (this.source === source) this.lost();
    });
  }

  // The browser gives up for ever when a proxy answers with an error, so we reconnect ourselves.
  lost() {
    this.drop();
    this.on.stuck(true);
    const seconds = this.pause * (0.75 + Math.random() / 2);
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
    this.timer = setTimeout(() => {
      this.again();
      this.on.changed();
    }, seconds * 1000);
  }
}
