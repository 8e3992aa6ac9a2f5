/** Copies what it holds. A browser that does not let a page copy never shows it. */
export class CopyButton {
  constructor(button) {
    if (!navigator.clipboard?.writeText) return;

    this.button = button;
    this.said = button.parentElement.querySelector("[data-said]");
    button.hidden = false;
    button.addEventListener("click", () => this.copy());
  }

  async copy() {
    try {
      await navigator.clipboard.writeText(this.button.dataset.copy);
      this.said.textContent = this.button.dataset.copied;
    } catch {
      this.said.textContent = "Your browser did not let us copy. Write them down instead.";
    }
  }
}
