// Keeps a draft that is not kept yet when the page is left. While it is open htmx keeps it; without scripts a button does.

const form = document.getElementById("part-form");
let changed = false;

form?.addEventListener("input", () => {
  changed = true;
});
form?.addEventListener("submit", () => {
  changed = false;
});
addEventListener("pagehide", () => {
  if (form && changed) {
    navigator.sendBeacon(form.dataset.draft, new FormData(form));
  }
});
