// Looks for marks of secrecy before a description is sent. The server looks as well; the page works without this file.

const form = document.getElementById("scope-check");
const warning = form?.querySelector("[data-warning]");

function patterns(written, flags) {
  return written.split("\n").map((each) => new RegExp(each, flags));
}

function found(text) {
  const plain = text.normalize("NFKC");
  const all = [...patterns(form.dataset.anyCase, "giu"), ...patterns(form.dataset.asWritten, "gu")];
  const words = all.flatMap((pattern) => [...plain.matchAll(pattern)].map((hit) => hit[0].trim()));
  return [...new Set(words)];
}

form?.addEventListener("submit", (event) => {
  const words = event.submitter?.value === "sure" ? [] : found(form.elements.text.value);
  if (words.length > 0) {
    event.preventDefault();
    warning.querySelector("[data-words]").textContent = words.join(document.documentElement.lang === "en" ? ", " : "、");
    warning.hidden = false;
    warning.focus();
  }
});
form?.elements.text.addEventListener("input", () => {
  warning.hidden = true;
});
