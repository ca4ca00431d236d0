// Shows in the browser's tab how many wait, and calls until somebody looks.

export class Title {
  constructor() {
    this.plain = document.title;
    this.waiting = 0;
    this.called = "";
    document.addEventListener("visibilitychange", () => this.seen());
    addEventListener("focus", () => this.seen());
  }

  count(waiting) {
    this.waiting = waiting;
    this.show();
  }

  call(text) {
    if (!document.hidden && document.hasFocus()) return;
    this.called = text;
    this.show();
  }

  seen() {
    if (document.hidden) return;
    this.called = "";
    this.show();
  }

  show() {
    const count = this.waiting > 0 ? "(" + this.waiting + ") " : "";
    document.title = this.called === "" ? count + this.plain : "● " + this.called;
  }
}
