/** Copies words that stand on the page. A browser that does not let a page copy never shows the button. */
export class CopyWords {
  constructor(button) {
    if (!navigator.clipboard?.writeText) return;

    const said = document.querySelector("[data-said]");
    button.hidden = false;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(button.dataset.words);
        said.textContent = button.textContent = "Copied";
      } catch {
        said.textContent = "Your browser did not let us copy.";
      }
    });
  }
}
