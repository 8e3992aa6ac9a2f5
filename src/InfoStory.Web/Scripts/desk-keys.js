import { element } from "./element.js";

export const OFF = "infostory-desk:keys-off";
const LED = "infostory-desk:led";
const AGAIN = 2000;
const TYPED = "input:not([type=checkbox], [type=radio], [type=submit], [type=button]), textarea, select, [contenteditable]";

/** Does by one key what a button or a link of the page does; whoever does not want that switches it off for this browser. */
export class DeskKeys {
  constructor(help) {
    this.help = help;
    this.button = this.made("govuk-button govuk-button--secondary", "", () => this.switch(!this.isOff));
    const buttons = element("div", "desk-buttons");
    // The first button has the focus, and Enter on it must do no harm.
    buttons.append(this.made("govuk-button govuk-button--secondary", "Close", () => help.close()), this.button);
    help.append(buttons);
    document.querySelector(".desk-bar__beside, [data-keys-beside]")?.append(this.made("desk-bar__keys", "Keys", () => help.showModal()));
    this.label();
    this.led = ledHere();
    document.addEventListener("keydown", (event) => this.press(event));
  }

  made(className, words, act) {
    const button = element("button", className, words);
    button.type = "button";
    button.addEventListener("click", act);
    return button;
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
      if (!this.help.open) this.help.showModal();
      return;
    }

    if (this.help.open || this.isStillTheLast(event.key)) return;

    const does = /^[a-z/]$/.test(event.key) ? document.querySelector(`[data-key="${event.key}"]`) : this.score(event.key);
    if (!does) return;

    event.preventDefault();
    if (does.closest(".desk-acts")) leadsOn(event.key);
    if (does.matches("button, [type=radio]") || (does.matches("a") && !does.hash)) DeskKeys.press(does);
    else DeskKeys.goTo(does.hash ? document.querySelector(does.hash) : does);
  }

  /** A key pressed twice because the first press seemed slow would decide the next story, which nobody has read. */
  isStillTheLast(key) {
    return this.led?.key === key && Date.now() - this.led.at < AGAIN;
  }

  /** The choice of a score from 0 to 4. */
  score(key) {
    return /^[0-4]$/.test(key) ? document.querySelectorAll('[name="Form.Criticality"]')[Number(key)] : null;
  }

  /** What a key sets is said, as nobody looks where it stands. */
  static press(does) {
    does.click();
    const status = document.querySelector("[data-status]");
    if (does.matches("[type=radio]") && status) status.textContent = `Scored ${does.dataset.title}. Not saved yet`;
  }

  /** Brings a field, or the first thing to use in a part of the page, into view and gives it the focus. */
  static goTo(place) {
    place?.dispatchEvent(new Event("reveal", { bubbles: true }));
    const field = place?.matches(`${TYPED}`) ? place : place?.querySelector(`${TYPED}, summary, input, button`);
    field?.focus();
  }
}

function leadsOn(key) {
  store((storage) => storage.setItem(LED, JSON.stringify({ key, at: Date.now() })));
}

function ledHere() {
  const led = store((storage) => JSON.parse(storage.getItem(LED)));
  store((storage) => storage.removeItem(LED));
  return led;
}

function store(use) {
  try {
    return use(sessionStorage);
  } catch {
    return null;
  }
}
