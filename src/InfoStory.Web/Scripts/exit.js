import { ExitThisPage } from "govuk-frontend";
import { emptyClipboard } from "./copy.js";
import { wasLedOn, kept } from "./keep.js";
import { tellOthers } from "./leave.js";

// At the press, while the browser still counts the page as in use: the page that says it is done may not write to the clipboard.
document.addEventListener("submit", ({ target }) => { if (target.matches('form[action^="/share/cleared"]')) emptyClipboard(); });

/** Leaves at once, by a press or by its keys, and takes along what this browser keeps: also where there is no signal and our answer never comes. */
export class Exit extends ExitThisPage {
  exitPage() {
    kept.clear();
    emptyClipboard();
    tellOthers("/exit");
    super.exitPage();
  }
}

/** The page that says so was reached: nothing is kept, and other tabs go too, unless this page is only looked at once more. */
export function clearDevice() {
  kept.clear();
  if (wasLedOn()) tellOthers("/share/cleared");
}
