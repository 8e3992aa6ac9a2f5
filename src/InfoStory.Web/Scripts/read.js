import { Button } from "govuk-frontend";
import { CopyWords } from "./copy-words.js";
import { startPrinting } from "./print.js";
import { start } from "./start.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");

start('[data-module="govuk-button"]', Button);
start("[data-words]", CopyWords);
startPrinting();
