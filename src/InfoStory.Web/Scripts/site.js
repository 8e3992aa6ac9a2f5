// The boxes come first: what they refuse is not to be kept as sent.
import "./search-boxes.js";
import { Button, ErrorSummary } from "govuk-frontend";
import { Begun } from "./begun.js";
import { CopyButton } from "./copy.js";
import { clearDevice, Exit } from "./exit.js";
import { leaveNothing, leaveTogether } from "./leave.js";
import { HintList } from "./hint-list.js";
import { Hinted } from "./hinted.js";
import { KeptForm, forgetWhatArrived, kept } from "./keep.js";
import { PasskeyForm } from "./passkey.js";
import { startPrinting } from "./print.js";
import { start } from "./start.js";
import { WordCount } from "./word-count.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");

if ("passing" in document.body.dataset) {
  leaveNothing();
  leaveTogether();
}

start('[data-module="govuk-error-summary"]', ErrorSummary);
start('[data-module="govuk-button"]', Button);
start('[data-module="govuk-exit-this-page"]', Exit);
start('[data-module="info-word-count"]', WordCount);
start("[data-hints]", Hinted);
start(".info-hints > ul", HintList);
kept.clearOld();
forgetWhatArrived(document.querySelector("[data-ended]"));
start("form[data-keep]", KeptForm);
start("form[data-passkey]", PasskeyForm);
if (document.querySelector("[data-clear]")) clearDevice();
start("[data-copy]", CopyButton);
start("[data-begun]", Begun);
startPrinting();
