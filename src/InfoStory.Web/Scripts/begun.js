import { kept } from "./keep.js";

/** Says on the first page that something was typed in this browser and never reached us, and offers to go on or to clear it. */
export class Begun {
  constructor(root) {
    const [newest] = kept.all().filter(({ path }) => path?.startsWith("/share/"));
    if (!newest) return;

    root.querySelector("a").href = newest.path;
    root.querySelector("button").addEventListener("click", () => { kept.clear(); location.reload(); });
    root.hidden = false;
    // One way on at a time.
    document.querySelector("[data-start]")?.remove();
  }
}
