// Judging by single keys: whatever bears a key names it, and is pressed by it, or gone to where it cannot be pressed.
// They can be turned off, since a stray key must not judge.
// Without this file the buttons and links work as they are.

const choice = document.querySelector("[data-keys]");
const box = choice?.querySelector("input");
const typed = "input:not([type=hidden], [type=checkbox], [type=radio]), textarea, select, [contenteditable]";
const KEPT = "coretech.keys";

function kept() {
  try {
    return localStorage.getItem(KEPT) !== "off";
  } catch {
    return true;
  }
}

function keep(on) {
  try {
    localStorage.setItem(KEPT, on ? "on" : "off");
  } catch {
    // a browser that keeps nothing asks again on the next page
  }
}

function show(on) {
  document.body.classList.toggle("ct-keys", on);
}

function press(event) {
  const busy = event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing;
  if (!box.checked || busy || event.target.closest(typed)) {
    return;
  }
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const bearer = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (bearer) {
    event.preventDefault();
    if (bearer.tabIndex < 0) {
      bearer.focus();
    } else {
      bearer.click();
    }
  }
}

if (choice && box) {
  choice.hidden = false;
  box.checked = kept();
  show(box.checked);
  box.addEventListener("change", () => {
    keep(box.checked);
    show(box.checked);
  });
  document.addEventListener("keydown", press);
}
