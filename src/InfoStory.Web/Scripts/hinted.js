import { framed } from "./frame.js";

/** A box in which hints are given. They come with the first words, because only who writes needs them. Without them the page works as before. */
export class Hinted {
  constructor(root) {
    this.root = root;
    this.field = root.querySelector("textarea, input");
    if (this.field.matches("textarea")) framed(this.field);
    this.field.addEventListener("input", () => this.look());
    window.addEventListener("pageshow", () => this.look());
    this.look();
  }

  async look() {
    if (this.isAsked || !this.field.value.trim()) return;

    this.isAsked = true;
    const hints = await import(this.root.dataset.hints).catch(() => null);
    if (hints) new hints.HintPanel(this.root);
  }
}
