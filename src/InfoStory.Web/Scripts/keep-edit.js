import { element } from "./element.js";

const PAUSE = 1500;

/** Sends what is typed on the desk to be kept, so that a closed window or a session that ended loses nothing. */
export class KeptEdit {
  constructor(form) {
    this.form = form;
    this.state = element("p", "govuk-hint desk-kept");
    this.state.setAttribute("role", "status");
    form.querySelector(".desk-acts__more, .desk-actions").append(this.state);
    form.addEventListener("input", () => this.wait());
    form.addEventListener("change", () => this.wait());
    form.addEventListener("submit", () => { clearTimeout(this.pause); this.sent = true; });
  }

  wait() {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.keep(), PAUSE);
  }

  async keep() {
    if (this.sent) return;

    const kept = await fetch(this.form.dataset.keepEdit, { method: "POST", body: new FormData(this.form), redirect: "error" }).then((answer) => answer.ok, () => false);
    if (this.sent) return;
    this.state.textContent = kept ? "What you typed is kept" : "What you typed could not be kept. Save it soon";
  }
}
