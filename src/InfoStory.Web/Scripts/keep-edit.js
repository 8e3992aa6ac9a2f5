import { element } from "./element.js";

const PAUSE = 1500;
const LONGEST = 5000;

const now = () => new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });

/** Sends what is typed on the desk to be kept, so that a closed window or a session that ended loses nothing. */
export class KeptEdit {
  constructor(form) {
    this.form = form;
    // Its preview leads back to this tab.
    if (form.dataset.window) window.name = form.dataset.window;
    this.state = element("p", "govuk-hint desk-kept");
    this.state.setAttribute("role", "status");
    (document.querySelector(".desk-acts__says") ?? document.querySelector(".desk-actions")).append(this.state);
    if (form.dataset.keepAs && !form.elements.namedItem("__From")) {
      const from = element("input", "");
      [from.type, from.name] = ["hidden", "__From"];
      form.append(from);
    }

    // Somebody may have typed before this script began.
    if ([...form.querySelectorAll("textarea, input[type=text]")].some((field) => field.value !== field.defaultValue)) this.wait();
    form.addEventListener("input", () => this.wait());
    form.addEventListener("change", () => this.wait());
    // Whoever leaves before the pause is over has typed all the same.
    addEventListener("pagehide", () => { if (this.since && !this.sent) this.send({ keepalive: true }).catch(() => {}); });
    // What another script stops is not sent.
    addEventListener("submit", (event) => {
      if (event.target !== form || event.defaultPrevented || event.submitter?.formTarget) return;

      clearTimeout(this.pause);
      this.sending?.abort();
      this.sent = true;
    });
  }

  wait() {
    clearTimeout(this.pause);
    this.unsay();
    this.since ??= Date.now();
    this.pause = setTimeout(() => this.keep(), Math.min(PAUSE, Math.max(0, this.since + LONGEST - Date.now())));
  }

  /** What was saved before is not what stands there now. Above, its place stays, so that nothing moves. */
  unsay() {
    this.form.querySelector(".desk-actions__said")?.remove();
    const above = this.form.dataset.keepAs && document.querySelector(".desk-flash");
    if (above) above.style.visibility = "hidden";
  }

  send(how) {
    this.since = null;
    const body = new FormData(this.form);
    // Each window keeps its own, and what it goes on from makes room.
    if (this.form.dataset.keepAs) {
      body.set("__Window", this.form.dataset.keepAs);
      this.form.elements.namedItem("__From").value = this.form.dataset.keepAs;
    }

    return fetch(this.form.dataset.keepEdit, { method: "POST", body, redirect: "error", ...how });
  }

  async keep() {
    if (this.sent) return;

    this.sending = new AbortController();
    const kept = await this.send({ signal: this.sending.signal }).then((answer) => answer.ok, () => false);
    if (this.sent) return;
    this.state.textContent = kept ? `What you typed is kept, ${now()}. It is not saved yet` : "What you typed could not be kept. Save it soon";
  }
}
