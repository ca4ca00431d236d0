// Turns web addresses and phone numbers within a text into links, without ever parsing markup.

// Isolates (U+2066 to U+2069) stand around what is inserted into Arabic text; they belong to no link.
const URL_PATTERN = "https://[^\\s<>\"\\u2066-\\u2069]+";
// With 0 or + and at least seven digits, or one of the short numbers for help.
const LONG_NUMBER = "(?:\\+|\\(0|0)[0-9](?:[ \\u00a0\\u202f/()\\u2010-\\u2013-]{0,3}[0-9]){5,14}";
const SHORT_NUMBER = "116[ \\u00a0]?[0-9]{3}|11[025]";
const PATTERN = new RegExp(URL_PATTERN + "|" + LONG_NUMBER + "|" + SHORT_NUMBER, "g");

const DATE = /^\d{1,2}[/-]\d{1,2}[/-]\d{2,4}/;
const AMOUNT = /^(?:[.,:]?\d|[ \u00a0]?(?:€|%|Euro|EUR)|\p{L})/u;
const PART_OF_A_WORD = /[\p{L}\p{N}_+#=&?]$|[0-9][.,:-]$|\p{L}\/$/u;
const PUNCTUATION = /[.,;:!?'"»”’…،؛؟)\]]+$/;

export function linked(text) {
  const fragment = document.createDocumentFragment();
  let shown = 0;
  for (const match of allMatches(text)) {
    const found = match[0][0] === "h" ? address(match[0]) : number(match[0], match.index, text);
    if (found === null) continue;
    const start = text.indexOf(found.text, match.index);
    fragment.append(text.slice(shown, start), link(found.text, found.href));
    shown = start + found.text.length;
  }
  fragment.append(text.slice(shown));
  return fragment;
}

function allMatches(text) {
  const matches = [];
  PATTERN.lastIndex = 0;
  for (let match = PATTERN.exec(text); match; match = PATTERN.exec(text)) matches.push(match);
  return matches;
}

function address(found) {
  let text = found.replace(PUNCTUATION, "");
  if (text.includes("(") && found[text.length] === ")") text += ")";
  try {
    const url = new URL(text);
    return url.protocol === "https:" && !url.username ? { text, href: url.href } : null;
  } catch (broken) {
    return null;
  }
}

function number(text, index, whole) {
  const short = text[0] === "1";
  const before = whole.slice(0, index);
  const after = whole.slice(index + text.length);
  if (PART_OF_A_WORD.test(before.slice(-2)) || AMOUNT.test(after)) return null;
  const digits = text.replace("(0)", "").replace(/[^0-9+]/g, "");
  if (!short && (DATE.test(text) || digits.replace("+", "").length < 7)) return null;
  const opened = text[0] === "(" && !text.includes(")");
  return { text: opened ? text.slice(1) : text, href: "tel:" + digits };
}

function link(text, href) {
  const anchor = document.createElement("a");
  anchor.href = href;
  anchor.dir = "ltr";
  anchor.textContent = text;
  if (!href.startsWith("tel:")) {
    anchor.target = "_blank";
    anchor.rel = "noopener noreferrer";
  }
  return anchor;
}
