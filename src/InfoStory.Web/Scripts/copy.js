const COPIED = "infostory-copied";

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
    } catch {
      this.said.textContent = "Your browser did not let us copy. Write them down instead.";
      return;
    }

    this.said.textContent = this.button.dataset.copied;
    try {
      sessionStorage.setItem(COPIED, "true");
    } catch {
      // Then they stay until something else is copied, as the page says.
    }
  }
}

/** Takes off the clipboard what was copied in this tab, as well as a browser lets a page that is being left. */
export function emptyClipboard() {
  try {
    if (sessionStorage.getItem(COPIED) === null) return;

    sessionStorage.removeItem(COPIED);
    navigator.clipboard.writeText("").catch(() => {});
  } catch {
    // As above.
  }
}
