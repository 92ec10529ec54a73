// Judging by keyboard and in place. Everything here has a link or a button that works without it.

import { say, typing } from "/static/desk.js";
import { hideToolbar, offerAt, selected, selectSentence } from "/static/selecting.js";

const PART = { "X-Desk-Part": "1" };
const reading = () => document.getElementById("reading");
const cards = () => [...document.querySelectorAll("#cards .card")];
const chosen = () => document.querySelector("#cards .card.here");

/** Show one claim as chosen: its card, its words, who says it. */
function choose(id, { scroll = true } = {}) {
  for (const card of cards()) card.classList.toggle("here", card.dataset.claim === id);
  for (const mark of document.querySelectorAll("#text mark")) {
    mark.classList.toggle("here", mark.dataset.claims.split(" ").includes(id));
  }
  for (const piece of document.querySelectorAll("#text [data-said]")) {
    piece.classList.toggle("told", piece.dataset.said.split(" ").includes(id));
  }
  const card = chosen();
  if (!card) return;
  if (scroll) {
    reveal(card, document.getElementById("cards"));
    const words = document.querySelector("#text mark.here");
    if (words && !inView(words)) words.scrollIntoView({ block: "center" });
  }
}

function inView(element) {
  const box = element.getBoundingClientRect();
  return box.top >= 0 && box.bottom <= innerHeight;
}

/** Scroll the column of cards, not the page, where the column scrolls by itself. */
function reveal(card, column) {
  if (column.scrollHeight > column.clientHeight + 1 && getComputedStyle(column).overflowY === "auto") {
    const top = card.getBoundingClientRect().top - column.getBoundingClientRect().top + column.scrollTop;
    column.scrollTo({ top: card === cards()[0] ? 0 : top - 60 });
  } else if (!inView(card)) {
    card.scrollIntoView({ block: "nearest" });
  }
}

function step(by) {
  const all = cards();
  if (!all.length) return;
  const at = all.indexOf(chosen());
  const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by));
  choose(all[next].dataset.claim);
  all[next].focus({ preventScroll: true });
}

/** After a decision by key: on to the next claim that nobody has decided. */
function onward(id) {
  const all = cards();
  const at = all.findIndex((card) => card.dataset.claim === id);
  const rest = [...all.slice(at + 1), ...all.slice(0, Math.max(0, at))];
  const next = rest.find((card) => card.dataset.state === "proposed");
  choose(next ? next.dataset.claim : id);
  const left = all.filter((card) => card.dataset.state === "proposed").length;
  say(left ? `${left} to go.` : "Every claim is decided. n: next report.");
}

/** Put new text and cards in place without moving the page. */
function replaceReading(html) {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  const fresh = holder.content.querySelector("#reading");
  if (!fresh) return false;
  const at = document.getElementById("cards").scrollTop;
  reading().replaceWith(fresh);
  document.getElementById("cards").scrollTop = at;
  return true;
}

/** Send a form; the answer is the new text and cards, or a form that wants something. */
async function send(form, submitter) {
  const body = new FormData(form);
  if (submitter?.name) body.set(submitter.name, submitter.value);
  form.classList.add("sending");
  // Fields called "action" or "submit" hide the properties of the form itself.
  const answer = await fetch(form.getAttribute("action"), { method: "POST", body: new URLSearchParams(body), headers: PART });
  form.classList.remove("sending");
  const html = await answer.text();
  if (answer.ok && answer.headers.get("X-Desk-Reading") && replaceReading(html)) {
    const id = answer.headers.get("X-Desk-Reading");
    return id === "-" ? null : id;
  }
  throw { answer, html };
}

async function act(form, { go = false, submitter } = {}) {
  const card = form.closest(".card");
  const before = card?.dataset.claim;
  try {
    const id = await send(form, submitter);
    if (go && before) onward(before);
    else if (id) {
      choose(id);
      chosen()?.focus({ preventScroll: true });
    }
  } catch (fault) {
    if (!fault.answer) {
      say("The desk does not answer; nothing was changed.");
    } else if (form.classList.contains("claim-form") && [409, 422].includes(fault.answer.status)) {
      put(form.closest(".form-place"), fault.html);
    } else {
      // A question that needs a page of its own: have the browser send the form as it is.
      HTMLFormElement.prototype.submit.call(form);
    }
  }
}

function put(place, html) {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  place.replaceChildren(holder.content);
  const first = place.querySelector("[aria-invalid], select, input:not([type=hidden]), textarea");
  place.scrollIntoView({ block: "nearest" });
  first?.focus();
}

async function open(address, place) {
  const answer = await fetch(address, { headers: PART });
  if (!answer.ok) return location.assign(address);
  put(place, await answer.text());
}

function close(place) {
  const card = place?.closest(".card");
  place?.replaceChildren();
  card?.focus({ preventScroll: true });
}

function newClaim(words = selected()) {
  const link = document.querySelector('[data-act="new"]');
  if (!link) return;
  const address = new URL(link.href);
  if (words) {
    address.searchParams.set("from", words.from);
    address.searchParams.set("to", words.to);
  }
  hideToolbar();
  open(address, document.getElementById("new-place"));
}

function press(what, options) {
  const card = chosen();
  const form = card?.querySelector(`form[data-act="${what}"]`);
  if (form) return mayAct() ? act(form, options) : form.requestSubmit();
  if (!card) say("Choose a claim first: j for the next one.");
  return undefined;
}

/** Without a name the browser goes to the question, and the change is finished from there. */
const mayAct = () => document.body.dataset.analyst !== "";

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  c: () => press("check", { go: true }),
  x: () => press("reject", { go: true }),
  o: () => press("reopen"),
  e: () => chosen() ? open(chosen().querySelector('[data-act="edit"]').href, chosen().querySelector(".form-place"))
    : say("Choose a claim first: j for the next one."),
  a: () => newClaim(),
  s: () => selectSentence(1, chosen()?.dataset.claim),
  S: () => selectSentence(-1, chosen()?.dataset.claim),
  u: () => {
    const form = document.querySelector('form[data-act="undo"]');
    if (form) (mayAct() ? act(form) : form.requestSubmit());
  },
  r: () => {
    const why = chosen()?.querySelector(".why");
    if (why) why.open = !why.open;
  },
  n: () => {
    const form = document.getElementById("seen-form");
    const next = document.getElementById("following");
    if (form?.querySelector('[name="seen"]').value) form.requestSubmit();
    else if (next) location.assign(next.href);
    else say("No other report waits.");
  },
};

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    const place = event.target.closest?.(".form-place");
    if (place) close(place);
    else for (const other of document.querySelectorAll(".form-place")) other.replaceChildren();
    hideToolbar();
    return;
  }
  if (typing(event) || !KEYS[event.key]) return;
  event.preventDefault();
  KEYS[event.key]();
});

document.addEventListener("click", (event) => {
  const mark = event.target.closest("#text mark");
  if (mark && getSelection().isCollapsed) {
    event.preventDefault();
    const ids = mark.dataset.claims.split(" ");
    const at = ids.indexOf(chosen()?.dataset.claim);
    choose(ids[(at + 1) % ids.length]);
    return;
  }
  if (mark) event.preventDefault();
  const link = event.target.closest("[data-act]");
  if (link?.tagName === "A") {
    event.preventDefault();
    const place = link.closest(".card")?.querySelector(".form-place");
    if (link.dataset.act === "edit") open(link.href, place);
    else if (link.dataset.act === "new") newClaim();
    else if (link.dataset.act === "cancel") close(link.closest(".form-place"));
    return;
  }
  const card = event.target.closest("#cards .card");
  if (card && !event.target.closest("a, button, input, select, textarea, summary, label")) {
    choose(card.dataset.claim, { scroll: false });
  }
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.dataset.act || !mayAct() || !form.closest("#reading")) return;
  event.preventDefault();
  act(form, { submitter: event.submitter });
});

offerAt(newClaim);

const asked = location.hash.slice(1);
if (asked.startsWith("c")) choose(asked);
else if (asked.startsWith("q-")) choose(asked.slice(2));
else if (document.querySelector("#cards .card.here")) choose(chosen().dataset.claim);
