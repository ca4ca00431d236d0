// Receives what is said, each message once and in order, over any number of lost connections.

const FIRST_PAUSE = 1;
const LONGEST_PAUSE = 30;
// A connection over which nothing was heard may be dead without either side knowing.
const STALE = 40;

export class Stream {
  // message(data), ready(): all that was there has come. gone(): there is no session any more.
  // stuck(isStuck). hasSession(): resolves to a boolean, rejects without a network.
  constructor({ message, ready, gone, stuck, hasSession }) {
    this.on = { message, ready, gone, stuck, hasSession };
    this.last = 0;
    this.wanted = false;
    this.source = null;
    this.timer = 0;
    this.pause = FIRST_PAUSE;
    this.heard = 0;
  }

  open() {
    if (this.wanted) return;
    this.wanted = true;
    this.connect();
  }

  close() {
    this.wanted = false;
    this.drop();
  }

  reset() {
    this.close();
    this.last = 0;
    this.pause = FIRST_PAUSE;
  }

  // Connects anew, at once, if the connection may be dead or is waiting for its next try.
  refresh(evenIfFresh) {
    if (!this.wanted) return;
    const stale = Date.now() - this.heard > STALE * 1000;
    if (evenIfFresh || stale || this.source === null) {
      this.drop();
      this.connect();
    }
  }

  drop() {
    clearTimeout(this.timer);
    if (this.source !== null) this.source.close();
    this.source = null;
  }

  connect() {
    const source = new EventSource("/chat/events?after=" + this.last);
    this.source = source;
    this.heard = Date.now();
    source.addEventListener("message", (event) => {
      if (this.source !== source) return;
      this.heard = Date.now();
      const data = JSON.parse(event.data);
      if (data.id <= this.last) return;
      this.last = data.id;
      this.on.message(data);
    });
    source.addEventListener("ready", () => {
      if (this.source !== source) return;
      this.pause = FIRST_PAUSE;
      this.on.stuck(false);
      this.on.ready();
    });
    source.addEventListener("error", () => {
      if (this.source === source) this.lost();
    });
  }

  // The browser gives up for ever when a proxy answers with an error, so we reconnect ourselves.
  async lost() {
    this.drop();
    const seconds = this.pause * (0.75 + Math.random() / 2);
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
    this.timer = setTimeout(() => this.connect(), seconds * 1000);
    try {
      if (!(await this.on.hasSession()) && this.wanted) {
        this.close();
        this.on.gone();
      }
    } catch (unreachable) {
      if (this.wanted) this.on.stuck(true);
    }
  }
}
