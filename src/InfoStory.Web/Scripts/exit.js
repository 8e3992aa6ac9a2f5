import { ExitThisPage } from "govuk-frontend";
import { wasLedOn, kept } from "./keep.js";
import { tellOthers } from "./leave.js";

/** Leaves at once, by a press or by its keys, and takes along what this browser keeps: also where there is no signal and our answer never comes. */
export class Exit extends ExitThisPage {
  exitPage() {
    kept.clear();
    tellOthers("/exit");
    super.exitPage();
  }
}

/** The page that says so was reached: nothing is kept, and other tabs go too, unless this page is only looked at once more. */
export function clearDevice() {
  kept.clear();
  if (wasLedOn()) tellOthers("/share/cleared");
}
