import { Button, ErrorSummary } from "govuk-frontend";
import { Begun } from "./begun.js";
import { CopyButton } from "./copy.js";
import { Countdown } from "./countdown.js";
import { DeskKeys } from "./desk-keys.js";
import { clearDevice, Exit } from "./exit.js";
import { leaveNothing, leaveTogether } from "./leave.js";
import { HintList } from "./hint-list.js";
import { HintPanel } from "./hint-panel.js";
import { KeptForm, forgetWhatArrived, kept } from "./keep.js";
import { KeptEdit } from "./keep-edit.js";
import { KeepPlace } from "./keep-place.js";
import { RedactPanel } from "./redact.js";
import { QueueList } from "./queue-list.js";
import { PasskeyForm } from "./passkey.js";
import { ReplyList } from "./replies.js";
import { SearchSelect } from "./search-select.js";
import { StoryScreen } from "./story-screen.js";
import { StoryTabs } from "./story-tabs.js";
import { TagBox } from "./tag-box.js";
import { WordCount } from "./word-count.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");

if ("passing" in document.body.dataset) {
  leaveNothing();
  leaveTogether();
}

function start(selector, Component) {
  for (const root of document.querySelectorAll(selector)) new Component(root);
}

start('[data-module="govuk-error-summary"]', ErrorSummary);
start('[data-module="govuk-button"]', Button);
start('[data-module="govuk-exit-this-page"]', Exit);
start('[data-module="info-word-count"]', WordCount);
start("[data-hints]", HintPanel);
start(".info-hints > ul", HintList);
start("select[data-search]", SearchSelect);
start("[data-tags]", TagBox);
start("[data-redact]", RedactPanel);
start("[data-replies]", ReplyList);
kept.clearOld();
forgetWhatArrived(document.querySelector("[data-ended]"));
start("form[data-keep]", KeptForm);
start("form[data-keep-edit]", KeptEdit);
start("form[data-place]", KeepPlace);
start(".desk-story [data-panels]", StoryTabs);
start(".desk-story", StoryScreen);
start("[data-keys]", DeskKeys);
start("form[data-queue]", QueueList);
start("[data-countdown]", Countdown);
start("form[data-passkey]", PasskeyForm);
if (document.querySelector("[data-clear]")) clearDevice();
start("[data-copy]", CopyButton);
start("[data-begun]", Begun);

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

document.querySelector("[data-letter]")?.focus();
