import { element } from "./element.js";

const GAP = /\[[^[\]]+\]/;

/** Puts a reply into its field without asking the server; what stood there stays above it, and both can be had back. */
export class ReplyList {
  constructor(root) {
    this.field = document.getElementById(root.dataset.replies);
    this.choice = root.querySelector("select");
    this.said = root.querySelector("[data-said]");
    const button = root.querySelector("[data-use]");
    button.type = "button";
    button.addEventListener("click", () => this.use());
    this.undo = element("button", "govuk-button govuk-button--secondary", "Undo");
    this.undo.type = "button";
    this.undo.hidden = true;
    this.undo.addEventListener("click", () => this.back());
    button.after(this.undo);
  }

  use() {
    const text = this.choice.selectedOptions[0]?.dataset.text;
    if (!text) {
      this.said.textContent = "Choose a reply to start from.";
      this.choice.focus();
      return;
    }

    const typed = this.field.value.trim();
    this.before = this.field.value;
    this.write(typed ? `${typed}\n\n${text}` : text);
    this.choice.value = "";
    this.said.textContent = "The reply is in the box below. Change it as you like. It is not sent yet.";
    this.undo.hidden = false;
    this.goToGap(typed ? typed.length + 2 : 0);
  }

  /** What is there and what was there before change places, so that nothing typed since is lost either. */
  back() {
    const now = this.field.value;
    this.write(this.before);
    this.before = now;
    this.said.textContent = "The words of before are back. Undo again to change back.";
  }

  write(text) {
    this.field.value = text;
    this.field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** Selects the first gap of the reply, so that typing fills it in; without a gap, goes to where the reply begins. */
  goToGap(start) {
    const gap = GAP.exec(this.field.value.slice(start));
    this.field.focus();
    if (gap) this.field.setSelectionRange(start + gap.index, start + gap.index + gap[0].length);
    else this.field.setSelectionRange(start, start);
  }
}
