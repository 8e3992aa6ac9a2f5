import { framed } from "./frame.js";

/** A box in which hints are given. They come when somebody comes to words, because only who writes needs them. Without them the page works as before. */
export class Hinted {
  constructor(root) {
    this.root = root;
    this.field = root.querySelector("textarea, input");
    if (this.field.matches("textarea")) framed(this.field);
    for (const use of ["input", "focus"]) this.field.addEventListener(use, () => this.look());
    if (document.activeElement === this.field) this.look();
  }

  async look() {
    if (this.isAsked || !this.field.value.trim()) return;

    this.isAsked = true;
    const hints = await import(this.root.dataset.hints).catch(() => null);
    if (hints) new hints.HintPanel(this.root);
  }
}
