// Words of a report, selected by mouse, by touch or by key, and the button that makes a claim of them.

/** Where the selected words stand in the text, in characters as Python counts them. */
export function selected() {
  const selection = getSelection();
  const text = document.getElementById("text");
  if (!selection.rangeCount || selection.isCollapsed || !text) return null;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
  const before = document.createRange();
  before.selectNodeContents(text);
  before.setEnd(range.startContainer, range.startOffset);
  const from = [...before.toString()].length;
  const length = [...range.toString()].length;
  return length ? { from, to: from + length, range } : null;
}

let toolbar = null;

export function hideToolbar() {
  toolbar?.remove();
  toolbar = null;
}

/** A small button at the words that are selected. A touch on it may end the selection, so it keeps the words. */
function showToolbar(make) {
  const words = selected();
  hideToolbar();
  if (!words || !document.querySelector('[data-act="new"]')) return;
  toolbar = document.createElement("button");
  toolbar.type = "button";
  toolbar.className = "toolbar main";
  toolbar.textContent = "New claim (a)";
  toolbar.addEventListener("mousedown", (event) => event.preventDefault());
  toolbar.addEventListener("click", () => make(words));
  const place = words.range.cloneRange();
  place.collapse(false);
  // Stands in the flow right behind the words, but outside the text, whose characters are counted.
  const box = place.getBoundingClientRect();
  const column = document.getElementById("text").parentElement;
  const around = column.getBoundingClientRect();
  column.append(toolbar);
  const rule = placeRule();
  rule.style.setProperty("top", `${box.bottom - around.top + 6}px`);
  rule.style.setProperty("left", `${Math.max(0, Math.min(box.left - around.left, around.width - 130))}px`);
}

let sheet = null;
/** The rule that places the toolbar: a sheet made by script is no inline style. */
function placeRule() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.insertRule(".toolbar {}");
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
  return sheet.cssRules[0];
}

/** Offer to make a claim wherever words are selected. */
export function offerAt(make) {
  const show = () => showToolbar(make);
  document.addEventListener("mouseup", () => setTimeout(show));
  document.addEventListener("keyup", (event) => {
    if (event.shiftKey || event.key === "Shift" || event.key === "s") show();
  });
  if (matchMedia("(pointer: coarse)").matches) {
    let wait = 0;
    document.addEventListener("selectionchange", () => {
      clearTimeout(wait);
      wait = setTimeout(show, 300);
    });
  }
}

/** Node and offset of a place in the text. */
function placeAt(text, at) {
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (at <= node.length) return [node, at];
    at -= node.length;
  }
  return [text, text.childNodes.length];
}

/** Where to go on from: the selection, else the words of a claim, else the beginning. */
function standing(text, claim) {
  const selection = getSelection();
  const held = selection.rangeCount && !selection.isCollapsed && text.contains(selection.anchorNode);
  const words = claim && text.querySelector(`mark[data-claims~="${CSS.escape(claim)}"]`);
  if (!held && !words) return null;
  const before = document.createRange();
  before.selectNodeContents(text);
  if (held) before.setEnd(selection.getRangeAt(0).startContainer, selection.getRangeAt(0).startOffset);
  else before.setEndBefore(words);
  return before.toString().length;
}

/** Places and lengths of the sentences; initials ("the U.S. Navy") end none. */
function sentences(words) {
  const found = [];
  let open = null;
  for (const { segment, index } of new Intl.Segmenter("en", { granularity: "sentence" }).segment(words)) {
    open = open ? { from: open.from, words: open.words + segment } : { from: index, words: segment };
    if (/\b(?:[A-Z]\.)+ *$/.test(segment)) continue;
    found.push(open);
    open = null;
  }
  return [...found, ...(open ? [open] : [])]
    .filter((one) => one.words.trim())
    .map((one) => ({ from: one.from + one.words.search(/\S/), length: one.words.trim().length }));
}

/** Select the next sentence of the text (or the one before); the browser's own keys widen or narrow it. */
export function selectSentence(by, claim) {
  const text = document.getElementById("text");
  const all = sentences(text.textContent);
  if (!all.length) return;
  const at = standing(text, claim);
  const within = at === null ? -1 : all.findLastIndex(({ from }) => from <= at);
  const fresh = getSelection().isCollapsed && claim;
  const next = all[Math.max(0, Math.min(all.length - 1, fresh ? within : within + by))];
  const start = placeAt(text, next.from);
  const end = placeAt(text, next.from + next.length);
  getSelection().setBaseAndExtent(...start, ...end);
  start[0].parentElement.scrollIntoView({ block: "center" });
}
