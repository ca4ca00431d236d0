// A browser may forbid storage (private window, full disk): what is kept then lives as long as the page.

const PREFIX = "lotse.";

export class Store {
  constructor(name) {
    this.memory = new Map();
    try {
      this.area = window[name];
    } catch (forbidden) {
      this.area = null;
    }
  }

  get(key) {
    if (this.memory.has(key)) return this.memory.get(key);
    try {
      return JSON.parse(this.area.getItem(PREFIX + key));
    } catch (unreadable) {
      return null;
    }
  }

  set(key, value) {
    try {
      this.area.setItem(PREFIX + key, JSON.stringify(value));
      this.memory.delete(key);
    } catch (refused) {
      this.memory.set(key, value);
    }
  }

  remove(key) {
    this.memory.delete(key);
    try {
      this.area.removeItem(PREFIX + key);
    } catch (forbidden) {
      this.area = null;
    }
  }

  keys() {
    const kept = Array.from(this.memory.keys());
    try {
      for (const key of Object.keys(this.area)) {
        if (key.startsWith(PREFIX)) kept.push(key.slice(PREFIX.length));
      }
    } catch (forbidden) {
      this.area = null;
    }
    return kept.sort();
  }

  clear() {
    this.keys().forEach((key) => this.remove(key));
  }
}

// Calls `changed(key, value)` for what another tab keeps, with value null for what it removes.
export function watch(changed) {
  window.addEventListener("storage", (event) => {
    if (event.storageArea !== window.localStorage) return;
    if (event.key === null || !event.key.startsWith(PREFIX)) return;
    changed(event.key.slice(PREFIX.length), event.newValue === null ? null : JSON.parse(event.newValue));
  });
}
