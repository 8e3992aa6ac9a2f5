import { element } from "./element.js";

const PAUSE = 1500;
const LONGEST = 5000;

/** Sends what is typed on the desk to be kept, so that a closed window or a session that ended loses nothing. */
export class KeptEdit {
  constructor(form) {
    this.form = form;
    this.state = element("p", "govuk-hint desk-kept");
    this.state.setAttribute("role", "status");
    (document.querySelector(".desk-acts__says") ?? document.querySelector(".desk-actions")).append(this.state);
    form.addEventListener("input", () => this.wait());
    form.addEventListener("change", () => this.wait());
    // Whoever leaves before the pause is over has typed all the same.
    addEventListener("pagehide", () => { if (this.since && !this.sent) this.send({ keepalive: true }).catch(() => {}); });
    // What another script stops is not sent.
    addEventListener("submit", (event) => {
      if (event.target !== form || event.defaultPrevented) return;

      clearTimeout(this.pause);
      this.sent = true;
    });
  }

  wait() {
    clearTimeout(this.pause);
    this.since ??= Date.now();
    this.pause = setTimeout(() => this.keep(), Math.min(PAUSE, Math.max(0, this.since + LONGEST - Date.now())));
  }

  send(how) {
    this.since = null;
    return fetch(this.form.dataset.keepEdit, { method: "POST", body: new FormData(this.form), redirect: "error", ...how });
  }

  async keep() {
    if (this.sent) return;

    const kept = await this.send({}).then((answer) => answer.ok, () => false);
    if (this.sent) return;
    this.state.textContent = kept ? "What you typed is kept" : "What you typed could not be kept. Save it soon";
  }
}
