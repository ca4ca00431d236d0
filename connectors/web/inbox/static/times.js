// Keeps "waiting for" true without asking the server.

const EVERY = 15000;
const LATE = 10;
const VERY_LATE = 30;

// The function that brings all times up to date. The server's clock counts, not this machine's.
export function ticking(words) {
  const ahead = Date.now() - Date.parse(document.body.dataset.now);
  const tick = () => {
    for (const time of document.querySelectorAll("time[data-since]")) {
      const passed = Date.now() - ahead - Date.parse(time.dateTime);
      const minutes = Math.max(0, Math.floor(passed / 60000));
      const said = duration(minutes, words);
      if (time.textContent !== said) time.textContent = said;
      const holder = "urgent" in time.dataset ? time.closest(".case") : null;
      if (holder === null) continue;
      holder.classList.toggle("late", minutes >= LATE && minutes < VERY_LATE);
      holder.classList.toggle("very-late", minutes >= VERY_LATE);
    }
  };
  setInterval(tick, EVERY);
  return tick;
}

function duration(minutes, words) {
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (minutes === 0) return words["duration-now"];
  if (hours === 0) return filled(words["duration-minutes"], { minutes });
  if (days === 0) return filled(words["duration-hours"], { hours, minutes: minutes % 60 });
  return filled(words["duration-days"], { days, hours: hours % 24 });
}

function filled(pattern, values) {
  return pattern.replace(/\{(\w+)\}/g, (whole, name) => String(values[name]));
}
