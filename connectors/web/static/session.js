// The session is a cookie that scripts cannot read, so the server is asked.

const ADDRESS = "/chat/session";

export class Session {
  constructor() {
    this.begun = false;
  }

  // Whether there is one. Rejects when the server cannot be reached.
  async check() {
    const response = await fetch(ADDRESS, { cache: "no-store" });
    if (!response.ok) throw new Error("session unknown");
    this.begun = (await response.json()).session;
    return this.begun;
  }

  // Rejects when the server cannot be reached.
  async begin() {
    if (this.begun) return;
    const response = await fetch(ADDRESS, { method: "POST" });
    if (!response.ok) throw new Error("no session");
    this.begun = true;
  }

  // Rejects when the server cannot be reached.
  async end() {
    const response = await fetch(ADDRESS, { method: "DELETE" });
    if (!response.ok) throw new Error("session not ended");
    this.begun = false;
  }

  // Does not wait. Twice, because each of the two is missing or blocked in some browsers.
  leave() {
    try {
      navigator.sendBeacon(ADDRESS + "/leave");
    } catch (blocked) {
      // The request below does the same.
    }
    fetch(ADDRESS, { method: "DELETE", keepalive: true }).catch(() => null);
  }
}
