import { element } from "./element.js";

/** A list of hints that the server wrote, gone through one at a time. */
export class HintList {
  constructor(list) {
    this.items = [...list.children];
    if (this.items.length < 2) return;

    this.at = 0;
    this.place = element("p", "govuk-hint info-hints__place");
    this.spoken = element("div", "govuk-visually-hidden");
    this.spoken.setAttribute("aria-live", "polite");
    this.button = element("button", "govuk-button govuk-button--secondary info-hints__offer", "Next");
    this.button.type = "button";
    this.button.append(element("span", "govuk-visually-hidden", " of what could show who someone is"));
    this.button.addEventListener("click", () => this.next());
    list.before(this.place);
    list.after(this.button, this.spoken);
    this.show(0);
  }

  next() {
    this.show((this.at + 1) % this.items.length);
    this.spoken.textContent = `${this.place.textContent}: ${this.items[this.at].textContent.trim()}`;
  }

  show(at) {
    this.at = at;
    this.items.forEach((item, place) => { item.hidden = place !== at; });
    this.place.textContent = `${at + 1} of ${this.items.length}`;
  }
}
