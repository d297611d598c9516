// Judging by single keys: each button names its own. It can be turned off, since a stray key must not judge.
// Without this file the buttons work as buttons.

const form = document.querySelector(".ct-judge");
const choice = form?.querySelector("[data-keys]");
const box = choice?.querySelector("input");
const KEPT = "coretech.crosswalk.keys";

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
  form.classList.toggle("ct-judge--keys", on);
}

function typing(target) {
  return target instanceof HTMLElement && target.matches("input:not([type=checkbox]), textarea, select");
}

if (form && choice && box) {
  choice.hidden = false;
  box.checked = kept();
  show(box.checked);
  box.addEventListener("change", () => {
    keep(box.checked);
    show(box.checked);
  });
  document.addEventListener("keydown", (event) => {
    if (!box.checked || event.repeat || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) {
      return;
    }
    const button = form.querySelector(`button[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
    if (button) {
      event.preventDefault();
      button.click();
    }
  });
}
