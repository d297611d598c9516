// Tells the stylesheet that scripts run, then wakes the components. Every page works without this file.
import { initAll, isSupported } from "./built/govuk-frontend.js";

document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) {
  document.body.classList.add("govuk-frontend-supported");
}
if (isSupported()) {
  initAll();
}
