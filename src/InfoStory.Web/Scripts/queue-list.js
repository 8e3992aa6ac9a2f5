import { OFF } from "./desk-keys.js";

const TYPED = "input:not([type=checkbox], [type=radio]), textarea, select";

/** The rows of the queue: one key goes to the next, one ticks; a bar names what will be done with what is ticked. */
export class QueueList {
  constructor(form) {
    this.form = form;
    this.rows = [...form.querySelectorAll("tbody tr")];
    this.bar = form.querySelector(".desk-bulk");
    this.said = form.querySelector("[data-said]");
    this.bar.classList.add("desk-bulk--counts");
    const none = form.querySelector("[data-none]");
    none.hidden = false;
    none.addEventListener("click", () => this.untick());
    form.addEventListener("change", () => this.name());
    addEventListener("pageshow", () => this.name());
    document.addEventListener("keydown", (event) => this.press(event));
    this.name();
  }

  get ticks() {
    return this.rows.map((row) => row.querySelector("[type=checkbox]"));
  }

  /** What the buttons of the bar say; they are there while something is ticked, which is said. */
  name() {
    const count = this.ticks.filter((tick) => tick.checked).length;
    const words = ({ dataset: { one, many } }) => (count === 1 ? one : many.replace("2", count));
    this.bar.hidden = count === 0;
    this.said.textContent = count === 0 ? "" : words(this.said);
    for (const button of this.bar.querySelectorAll("[data-one]")) button.textContent = words(button);
  }

  untick() {
    for (const tick of this.ticks) tick.checked = false;
    this.name();
    this.goTo(this.rows[0]);
  }

  press(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || QueueList.isOff || event.target.closest(TYPED)) return;

    const here = this.rows.indexOf(event.target.closest("tbody tr"));
    if (event.key === "j") this.goTo(this.rows[Math.min(here + 1, this.rows.length - 1)]);
    else if (event.key === "k") this.goTo(this.rows[Math.max(here - 1, 0)]);
    else if (event.key === "b" && !this.bar.hidden) this.bar.querySelector("button").focus();
    else if (event.key === "x" && here >= 0 && !event.repeat) this.ticks[here].click();
    else return;

    event.preventDefault();
  }

  goTo(row) {
    row.querySelector("a").focus();
    row.scrollIntoView({ block: "nearest" });
  }

  static get isOff() {
    try {
      return localStorage.getItem(OFF) !== null;
    } catch {
      return false;
    }
  }
}
