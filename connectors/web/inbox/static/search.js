// Finds ready-made replies and topics while they are typed.

const PAUSE = 200;

let timer = 0;
let asked = 0;

export function searchAsTyped() {
  document.addEventListener("input", (event) => {
    if (event.target.id === "topic-filter") return filterTopics(event.target.value);
    if (event.target.id !== "search") return;
    clearTimeout(timer);
    timer = setTimeout(find, PAUSE);
  });
  document.addEventListener("submit", (event) => {
    if (event.target.id !== "ready-search") return;
    event.preventDefault();
    clearTimeout(timer);
    find();
  });
}

export function showTopicFilter() {
  for (const id of ["topic-filter", "topic-filter-label"]) {
    const element = document.getElementById(id);
    if (element !== null) element.hidden = false;
  }
}

async function find() {
  const search = document.getElementById("search");
  const turn = ++asked;
  try {
    const address = location.pathname + "?" + new URLSearchParams({ search: search.value });
    const response = await fetch(address, { cache: "no-store" });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    if (turn !== asked || !response.ok) return;
    for (const id of ["found", "ready-list"]) {
      const here = document.getElementById(id);
      const found = page.getElementById(id);
      if (here !== null && found !== null) here.replaceWith(document.adoptNode(found));
    }
  } catch (unreachable) {
    // What was found before stays.
  }
}

function filterTopics(typed) {
  const wanted = typed.trim().toLowerCase();
  for (const item of document.querySelectorAll(".topics li")) {
    const isChosen = item.querySelector("input").checked;
    item.hidden = !isChosen && !item.textContent.toLowerCase().includes(wanted);
  }
}
