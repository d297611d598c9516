// Keeps a draft that is not kept yet when the page is left. While it is open htmx keeps it; without scripts a button does.

const form = document.getElementById("part-form");
let changed = false;

form?.addEventListener("input", () => {
  changed = true;
});
form?.addEventListener("submit", () => {
  changed = false;
});
// The server refused the draft or could not be reached: what was typed is still on the page, and the page says so.
for (const failure of ["htmx:responseError", "htmx:sendError"]) {
  form?.addEventListener(failure, () => {
    const status = document.querySelector("#part-live [role=status]");
    if (status) {
      const words = document.createElement("p");
      words.className = "govuk-inset-text ct-warning";
      words.textContent = form.dataset.unsaved;
      status.replaceChildren(words);
    }
  });
}
addEventListener("pagehide", () => {
  if (form && changed) {
    navigator.sendBeacon(form.dataset.draft, new FormData(form));
  }
});
