// What only the desk uses: whoever tells a story on a telephone does not fetch it.
import { Radios } from "govuk-frontend";
import "./site.js";
import { Countdown } from "./countdown.js";
import { DeskKeys } from "./desk-keys.js";
import { KeptEdit } from "./keep-edit.js";
import { KeepPlace } from "./keep-place.js";
import { QueueList } from "./queue-list.js";
import { RedactPanel } from "./redact.js";
import { ReplyList } from "./replies.js";
import { start } from "./start.js";
import { FlaggedField } from "./story-marks.js";
import { StoryScreen } from "./story-screen.js";
import { StoryTabs } from "./story-tabs.js";
import { TagBox } from "./tag-box.js";

start('[data-module="govuk-radios"]', Radios);
start("[data-tags]", TagBox);
start("[data-flagged]", FlaggedField);
start("[data-redact]", RedactPanel);
start("[data-replies]", ReplyList);
start("form[data-keep-edit]", KeptEdit);
start("form[data-place]", KeepPlace);
start(".desk-story [data-panels]", StoryTabs);
start(".desk-story", StoryScreen);
start("[data-keys]", DeskKeys);
start("form[data-queue]", QueueList);
start("[data-countdown]", Countdown);

document.querySelector("[data-letter]")?.focus();
