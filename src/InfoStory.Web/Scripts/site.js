import { Button, ErrorSummary, ExitThisPage } from "govuk-frontend";
import { HintPanel } from "./hint-panel.js";
import { WordCount } from "./word-count.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");

function start(name, Component) {
  for (const root of document.querySelectorAll(`[data-module="${name}"]`)) new Component(root);
}

start("govuk-error-summary", ErrorSummary);
start("govuk-button", Button);
start("govuk-exit-this-page", ExitThisPage);
start("info-word-count", WordCount);
for (const root of document.querySelectorAll("[data-hints]")) new HintPanel(root);

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
