import { Button } from "govuk-frontend";
import { CopyWords } from "./copy-words.js";
import { startPrinting } from "./print.js";
import { start } from "./start.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");

start('[data-module="govuk-button"]', Button);
start("[data-words]", CopyWords);
startPrinting();

// A browser may show a page again as it was left: what is chosen is what its list shows.
window.addEventListener("pageshow", ({ persisted }) => {
  if (persisted) for (const form of document.querySelectorAll("form[method=get]")) form.reset();
});
