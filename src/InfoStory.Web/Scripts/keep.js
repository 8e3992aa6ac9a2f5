import { element } from "./element.js";

const PREFIX = "infostory:", SENT = "infostory-sent", DAYS = 7, PATIENCE = 5000;

/** What was typed, kept in this browser until it has reached us. A browser that keeps nothing works as before. */
export const kept = {
  /** The newest first. What cannot be read hides nothing else. */
  all() {
    return kept.keys().flatMap((key) => {
      try {
        const entry = JSON.parse(localStorage.getItem(key));
        return Array.isArray(entry?.fields) ? [{ ...entry, key }] : [];
      } catch {
        return [];
      }
    }).sort((one, other) => other.at - one.at);
  },
  keys() {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
    } catch {
      return [];
    }
  },
  set(key, entry) {
    // Whoever exits may still be looking at a page whose timer runs.
    if (kept.closed) return false;
    try {
      localStorage.setItem(key, JSON.stringify(entry));
      return true;
    } catch {
      return false;
    }
  },
  delete(key) {
    try {
      localStorage.removeItem(key);
    } catch {
      // There was nothing to delete.
    }
  },
  /** Nothing more is kept by this page either. */
  clear() {
    kept.closed = true;
    for (const key of kept.keys()) kept.delete(key);
  },
  clearOld() {
    const old = Date.now() - DAYS * 24 * 60 * 60 * 1000;
    const fresh = new Set(kept.all().filter(({ at }) => at > old).map(({ key }) => key));
    for (const key of kept.keys()) if (!fresh.has(key)) kept.delete(key);
  },
};

/** Whether a form was sent and we led on to this page. */
export function wasLedOn() {
  return performance.getEntriesByType("navigation")[0]?.redirectCount > 0;
}

/**
 * We answer a form that we keep by leading on, and one that we refuse with the same page: only being led on shows that it arrived. Where it led to the page
 * of the six words, the session had ended first: then it stays kept until the story is open again, and that page says so.
 */
export function forgetWhatArrived(ended) {
  let sent = null;
  try {
    sent = sessionStorage.getItem(SENT);
    sessionStorage.removeItem(SENT);
  } catch {
    // Then it is offered once too often.
  }

  if (ended) ended.hidden = sent === null;
  else if (sent && wasLedOn()) kept.delete(sent);
}

/** Keeps a question's form on the device while it is filled in, offers it back, and sends it only when there is a signal. */
export class KeptForm {
  constructor(form) {
    this.form = form;
    // Every page keeps its own, so that two tabs never write over each other. Whose story it is stands in the name, where a page says so.
    this.name = `${PREFIX}${location.pathname}:${form.dataset.keep}`;
    this.key = `${this.name}:${crypto.randomUUID?.() ?? Math.random()}`;
    this.state = document.querySelector("[data-kept]");
    if (!this.state) form.append(this.state = element("p", "govuk-hint info-kept"));
    this.state.setAttribute("role", "status");
    this.offer();
    // Who comes back to a form that was refused is shown it anew, and not asked whether to send it again: what was typed is offered back.
    if (document.querySelector(".govuk-error-summary")) history.replaceState(null, "");

    form.addEventListener("input", () => this.wait());
    form.addEventListener("change", () => this.wait());
    form.addEventListener("submit", (event) => this.submit(event));
    window.addEventListener("online", () => { if (this.lost) this.tell("The signal is back.", "Press “Send again” now."); });
  }

  get fields() {
    return [...this.form.elements].filter((field) => field.name && field.type !== "hidden" && field.type !== "submit" && !("unkept" in field.dataset));
  }

  /** Blanks alone are no words. A choice that has a box to type in goes with the letters that stand there. */
  read() {
    return this.fields.map(({ type, checked, value, box }) => {
      if (type === "checkbox" || type === "radio") return checked;
      return box ? [value, box.typed] : value.trim() && value;
    });
  }

  offer() {
    const mine = JSON.stringify(this.read());
    for (const entry of kept.all().filter(({ key, fields }) => key.startsWith(`${this.name}:`) && fields.length === this.fields.length)) {
      if (JSON.stringify(entry.fields) !== mine) this.offerOne(entry);
      else {
        // It stands in the page already, because it was refused: from here on this page keeps it.
        kept.delete(entry.key);
        this.keep(false);
      }
    }
  }

  offerOne(entry) {
    const when = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short" }).format(entry.at);
    const panel = this.panel("We kept what you typed", `You typed something here on ${when} that did not reach us. It is only on this device.`);
    const done = (said) => { kept.delete(entry.key); panel.remove(); this.state.textContent = said; };
    panel.append(
      this.button("Put it back", () => { this.write(entry.fields); this.keep(false); done("What you typed is back."); }),
      this.button("Forget it", () => done("Forgotten.")),
    );
  }

  /** What was left blank takes the place of nothing. */
  write(values) {
    this.fields.forEach((field, place) => {
      const [value, letters] = [values[place]].flat();
      if (field.type === "checkbox" || field.type === "radio") field.checked = value;
      else if (value) field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.box?.put(letters);
    });
    window.dispatchEvent(new Event("pageshow"));
    this.fields[0]?.focus();
  }

  wait() {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.keep(false), 400);
  }

  keep(sent) {
    clearTimeout(this.pause);
    if (this.fields.length === 0) return;
    const fields = this.read();
    const done = fields.flat().some(Boolean) ? kept.set(this.key, { at: Date.now(), path: location.pathname, fields }) : kept.delete(this.key);
    if (sent) this.markSent();
    const said = done ? "Saved on this device" : "";
    if (!sent && this.state.textContent !== said) this.state.textContent = said;
  }

  markSent() {
    try {
      sessionStorage.setItem(SENT, this.key);
    } catch {
      // Then it is offered once too often.
    }
  }

  async submit(event) {
    if (event.defaultPrevented || this.clear) return;

    event.preventDefault();
    const button = event.submitter;
    this.keep(false);
    if (this.trying) return;

    this.trying = true;
    const reached = await this.reaches();
    this.trying = false;
    if (!reached) return this.lose(button);

    this.keep(true);
    this.clear = true;
    this.form.requestSubmit(button);
  }

  /** Whether the site answers at all; whatever it answers, the page it sends then says more. */
  async reaches() {
    if (navigator.onLine === false) return false;
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), PATIENCE);
    try {
      await fetch("/health/live", { method: "HEAD", cache: "no-store", signal: stop.signal });
      return true;
    } catch {
      return false;
    } finally {
      clearTimeout(timer);
    }
  }

  lose(button) {
    this.again = button;
    if (!this.lost) {
      this.lost = this.panel("No signal", "");
      this.lost.setAttribute("role", "alert");
      this.lost.append(this.button("Send again", () => this.form.requestSubmit(this.again)));
    }

    this.tell("We cannot reach the site now.", "Nothing is lost: what you wrote is kept on this device. When you have a signal, press “Send again”.");
    this.lost.querySelector("button").focus();
  }

  tell(first, then) {
    this.lost.querySelector("p").textContent = `${first} ${then}`;
  }

  panel(title, text) {
    const panel = element("section", "govuk-inset-text info-kept-panel");
    panel.append(element("h2", "govuk-heading-s", title), element("p", "govuk-body", text));
    this.form.before(panel);
    return panel;
  }

  button(text, act) {
    const button = element("button", "govuk-button govuk-button--secondary info-hints__offer", text);
    button.type = "button";
    button.addEventListener("click", act);
    return button;
  }
}
