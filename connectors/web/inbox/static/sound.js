// A short sound for a new case, made here; whoever wants quiet switches it off.

const KEY = "lotse-inbox-sound";

export class Sound {
  constructor(button, words) {
    this.button = button;
    this.words = words;
    this.context = null;
    this.isOn = kept() !== "off";
    if (button === null) return;
    button.hidden = false;
    button.addEventListener("click", () => this.toggle());
    // Browsers let a page be heard only after somebody has used it.
    document.addEventListener("pointerdown", () => this.wake(), { once: true });
    document.addEventListener("keydown", () => this.wake(), { once: true });
    this.show();
  }

  toggle() {
    this.isOn = !this.isOn;
    try {
      localStorage.setItem(KEY, this.isOn ? "on" : "off");
    } catch (forbidden) {
      // It holds until the page is left.
    }
    this.show();
    this.play();
  }

  show() {
    const said = this.words[this.isOn ? "sound-on" : "sound-off"];
    this.button.setAttribute("aria-pressed", String(this.isOn));
    this.button.setAttribute("aria-label", said);
    this.button.title = said;
  }

  wake() {
    if (!this.isOn || typeof AudioContext === "undefined") return;
    if (this.context === null) this.context = new AudioContext();
    this.context.resume().catch(() => null);
  }

  play() {
    if (!this.isOn) return;
    this.wake();
    if (this.context === null || this.context.state !== "running") return;
    this.tone(660, 0);
    this.tone(880, 0.16);
  }

  tone(pitch, after) {
    const begin = this.context.currentTime + after;
    const volume = this.context.createGain();
    volume.gain.setValueAtTime(0.0001, begin);
    volume.gain.exponentialRampToValueAtTime(0.12, begin + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, begin + 0.3);
    const source = this.context.createOscillator();
    source.frequency.value = pitch;
    source.connect(volume).connect(this.context.destination);
    source.start(begin);
    source.stop(begin + 0.32);
  }
}

function kept() {
  try {
    return localStorage.getItem(KEY);
  } catch (forbidden) {
    return null;
  }
}
