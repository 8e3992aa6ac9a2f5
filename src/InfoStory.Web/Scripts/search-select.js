import { ErrorSummary } from "govuk-frontend";
import { element } from "./element.js";
import { OfferBox, plain } from "./offer-box.js";

const MOST = 20, PAUSE = 300;

/**
 * What leaves of a list of choices what fits while somebody types; the whole list opens at once. Nothing is chosen unless somebody chooses it or types its
 * whole name: what is none of them is refused beside the box and stays in it.
 */
export class SearchSelect extends OfferBox {
  /** @param {boolean} isUsed Whether the box was pressed or typed in before this arrived. */
  constructor(select, box, isUsed) {
    super({ box, first: "none", found: "Choose one", none: "We do not have that. Try another word, or leave it blank", most: MOST });
    this.select = select;
    this.what = select.options[0].text.toLowerCase().replace(/^(choose|no) (an? )?/, "").trim();
    this.group = select.closest(".govuk-form-group");
    this.described = this.input.getAttribute("aria-describedby");

    this.input.addEventListener("focus", () => { this.fresh = true; this.loadTowns(); });
    this.input.addEventListener("click", () => { if (this.list.hidden) this.offer(); });
    this.input.addEventListener("input", () => { this.left = this.input.value; this.fresh = false; if (this.isHere) this.offer(); else this.settle(); });
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => { this.settle(); this.close(); });
    select.addEventListener("change", () => { if (!this.typing) this.show(); });
    window.addEventListener("pageshow", () => { if (!this.isHere) this.show(); });

    this.fresh = this.input.value === this.chosen;
    /** What was typed and is no choice. */
    this.left = this.fresh ? "" : this.input.value;
    if (this.isHere) {
      this.loadTowns();
      if (isUsed) this.offer();
    } else this.settle();
  }

  /** The first letter typed takes the place of the choice that stands there; an arrow goes into it and opens the list. */
  key(event) {
    const { key } = event;
    if (this.fresh && ([...key].length === 1 || key === "Unidentified" || key === "Backspace") && !event.ctrlKey && !event.metaKey) this.input.select();
    if (key !== "Tab" && key !== "Shift" && key !== "ArrowDown") this.fresh = false;
    if ((key === "ArrowDown" || key === "Enter") && this.list.hidden) this.offer();
    if (key === "Escape" && !this.list.hidden) {
      event.stopPropagation();
      this.close();
    }
  }

  get options() {
    return [...this.select.options].filter((option) => option.value);
  }

  /** While nothing was typed since somebody came here, the whole list. */
  get asked() {
    return this.fresh ? "" : this.input.value;
  }

  get offers() {
    return this.options.map((option) => ({ text: option.text, value: option.value, find: plain(option.text), others: this.othersOf(option) }));
  }

  othersOf(option) {
    const words = option.dataset.words?.split("|") ?? [];
    return [...words, ...(this.towns?.get(option.text) ?? [])];
  }

  /** The names of towns are fetched once, when somebody comes to a box for a place; without a signal the box works without them. */
  async loadTowns() {
    const address = this.select.dataset.towns;
    if (!address || this.towns) return;

    this.towns = (await import(address).catch(() => null))?.namesOf;
    if (!this.fresh && this.isHere) this.offer();
  }

  get chosen() {
    return this.select.value ? this.select.selectedOptions[0].text : "";
  }

  /** The choice; where none is made, what was typed stays. */
  show() {
    if (this.chosen) this.left = "";
    this.input.value = this.chosen || this.left;
    this.refuse(null);
  }

  commit(value) {
    this.set(value);
    this.show();
    this.said.textContent = "";
    this.fresh = true;
    this.close();
  }

  /** Takes what was typed as the choice where it is the whole name of one, and otherwise as none. */
  settle() {
    const typed = plain(this.input.value).trim();
    const same = this.options.find((option) => plain(option.text).trim() === typed);
    if (typed && same) {
      if (this.select.value !== same.value) this.commit(same.value);
    } else {
      if (this.select.value !== "") this.set("");
      if (typed) this.sayLater();
      else this.refuse(null);
    }
  }

  /** What grew under a finger that is about to lift would move the button away from it. */
  sayLater() {
    clearTimeout(this.later);
    this.later = setTimeout(() => { if (this.isRefused && !this.isHere) this.said.textContent = this.sentence; }, PAUSE);
  }

  /** Somebody is in the box. */
  get isHere() {
    return document.activeElement === this.input;
  }

  get isRefused() {
    return this.input.value.trim() !== "" && !this.select.value;
  }

  get sentence() {
    return `Choose ${/^[aeiou]/.test(this.what) ? "an" : "a"} ${this.what} from the list, or empty the box`;
  }

  set(value) {
    this.typing = true;
    this.select.value = value;
    this.select.dispatchEvent(new Event("change", { bubbles: true }));
    this.typing = false;
  }

  /** Says beside the box what is wrong with it, as a form that comes back does; null where nothing is. */
  refuse(sentence) {
    this.group.querySelector("[data-refused]")?.remove();
    this.input.classList.toggle("govuk-input--error", sentence !== null);
    this.group.classList.toggle("govuk-form-group--error", sentence !== null || this.group.querySelector(".govuk-error-message") !== null);
    this.input.toggleAttribute("aria-invalid", sentence !== null);
    this.input.setAttribute("aria-describedby", sentence === null ? this.described : `${this.input.id}-refused ${this.described}`);
    if (sentence === null) return;

    const error = element("p", "govuk-error-message", "");
    error.id = `${this.input.id}-refused`;
    error.dataset.refused = "";
    error.append(element("span", "govuk-visually-hidden", "Error:"), ` ${sentence}`);
    this.input.parentElement.before(error);
  }
}

/** Sends no form with a box that holds what is in no list, and says so of every one of them. */
export function refuse(event, boxes) {
  const form = event.target;
  document.querySelector("[data-refusals]")?.remove();
  for (const box of boxes) box.settle();
  const refused = boxes.filter((box) => box.isRefused);
  if (refused.length === 0 || event.submitter?.name === "To") {
    // Who leaves the question need not answer it, and what was chosen before stays.
    for (const { select } of refused) select.value = [...select.options].find((option) => option.defaultSelected)?.value ?? "";
    return;
  }

  event.preventDefault();
  event.stopImmediatePropagation();
  for (const box of refused) {
    box.refuse(box.sentence);
    box.said.textContent = "";
    box.fresh = false;
    box.close();
  }

  // Its errors still stand beside their fields.
  document.querySelector("main .govuk-error-summary")?.remove();
  const summary = summaryOf(refused);
  const place = form.closest(".info-measure");
  const top = form.closest(".desk-story")?.querySelector(".desk-story__top");
  if (top) top.append(summary);
  else if (place) place.prepend(summary);
  else form.before(summary);
  if (!document.title.startsWith("Error: ")) document.title = `Error: ${document.title}`;
  new ErrorSummary(summary);
}

/** The summary that a form brings which the server refuses. */
function summaryOf(boxes) {
  const summary = element("div", "govuk-error-summary", "");
  summary.dataset.refusals = "";
  const alert = element("div", "", "");
  alert.setAttribute("role", "alert");
  const list = element("ul", "govuk-list govuk-error-summary__list", "");
  for (const box of boxes) {
    const link = element("a", "", box.sentence);
    link.href = `#${box.input.id}`;
    const item = element("li", "", "");
    item.append(link);
    list.append(item);
  }

  const body = element("div", "govuk-error-summary__body", "");
  body.append(list);
  alert.append(element("h2", "govuk-error-summary__title", "There is a problem"), body);
  summary.append(alert);
  return summary;
}
