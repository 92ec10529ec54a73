// What every page does with the keyboard. Pages work without this.

/** Whether keys typed now belong to a field. */
export function typing(event) {
  const at = event.target;
  return event.ctrlKey || event.metaKey || event.altKey || at.isContentEditable
    || ["INPUT", "TEXTAREA", "SELECT"].includes(at.tagName);
}

/** Say something to those who listen to the page rather than look at it, and show it for a moment. */
export function say(words) {
  const place = document.getElementById("said");
  if (!place) return;
  place.textContent = words;
  place.classList.add("shown");
  clearTimeout(say.timer);
  say.timer = setTimeout(() => place.classList.remove("shown"), 5000);
}

async function copy(button) {
  const from = document.getElementById(button.dataset.copy);
  if (!from) return;
  try {
    await navigator.clipboard.writeText(from.textContent.trim());
    say("Copied.");
  } catch {
    const range = document.createRange();
    range.selectNodeContents(from);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    say("Selected: copy it with your keyboard.");
  }
}

document.documentElement.classList.add("scripted");
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-copy]");
  if (button) copy(button);
});
document.addEventListener("keydown", (event) => {
  if (typing(event)) return;
  if (event.key === "/") {
    event.preventDefault();
    document.getElementById("search")?.focus();
  } else if (event.key === "?") {
    location.assign("/help");
  }
});
