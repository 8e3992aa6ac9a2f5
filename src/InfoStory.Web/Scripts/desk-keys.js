import { element } from "./element.js";

export const OFF = "infostory-desk:keys-off";
const TYPED = "input:not([type=checkbox], [type=radio], [type=submit], [type=button]), textarea, select, [contenteditable]";

/** Does by one key what a button or a link of the page does; whoever does not want that switches it off for this browser. */
export class DeskKeys {
  constructor(help) {
    this.help = help;
    this.button = element("button", "govuk-button govuk-button--secondary", "");
    this.button.type = "button";
    this.button.addEventListener("click", () => this.switch(!this.isOff));
    help.querySelector(".govuk-details__text").append(this.button);
    this.label();
    document.addEventListener("keydown", (event) => this.press(event));
  }

  get isOff() {
    try {
      return localStorage.getItem(OFF) !== null;
    } catch {
      return false;
    }
  }

  switch(off) {
    try {
      if (off) localStorage.setItem(OFF, "");
      else localStorage.removeItem(OFF);
    } catch {
      // A browser that keeps nothing keeps the keys on.
    }

    this.label();
  }

  label() {
    this.button.textContent = this.isOff ? "Switch the keys on" : "Switch the keys off in this browser";
  }

  press(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat || this.isOff) return;
    if (event.target.closest(TYPED)) {
      if (event.key === "Escape") event.target.blur();
      return;
    }

    if (event.key === "?") {
      event.preventDefault();
      this.help.open = true;
      this.help.querySelector("summary").focus();
      return;
    }

    const does = /^[a-z]$/.test(event.key) ? document.querySelector(`[data-key="${event.key}"]`) : this.score(event.key);
    if (!does) return;

    event.preventDefault();
    if (does.matches("button, [type=radio]") || (does.matches("a") && !does.hash)) does.click();
    else DeskKeys.goTo(does.hash ? document.querySelector(does.hash) : does);
  }

  /** The choice of a score from 0 to 4. */
  score(key) {
    return /^[0-4]$/.test(key) ? document.querySelectorAll('[name="Form.Criticality"]')[Number(key)] : null;
  }

  /** Brings a field, or the first thing to use in a part of the page, into view and gives it the focus. */
  static goTo(place) {
    const field = place?.matches(`${TYPED}`) ? place : place?.querySelector(`${TYPED}, summary, input, button`);
    field?.focus();
  }
}
