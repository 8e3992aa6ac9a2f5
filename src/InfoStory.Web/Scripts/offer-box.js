import Combobox from "@github/combobox-nav";
import { element } from "./element.js";

const MOST = 8;

/** Small letters without accents. */
export function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** A box to type in and the list below it that offers what fits. What is offered are things with a text, and words by which they are found. */
export class OfferBox {
  /** @param {{id: string, label: string, describedBy?: string, say: string, first: "none" | "selected", found: string}} how */
  constructor({ id, label, describedBy, say, first, found }) {
    this.found = found;
    this.input = element("input", "govuk-input", "");
    this.input.type = "text";
    this.input.autocomplete = "off";
    this.input.spellcheck = false;
    this.input.id = id;

    this.list = element("ul", "info-offers", "");
    this.list.id = `${id}-offers`;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", label);
    this.list.hidden = true;

    this.said = element("p", "govuk-hint info-offers__said", say);
    this.said.id = `${id}-said`;
    this.said.setAttribute("role", "status");
    this.input.setAttribute("aria-describedby", [describedBy, this.said.id].filter(Boolean).join(" "));

    this.combobox = new Combobox(this.input, this.list, { tabInsertsSuggestions: first === "none", firstOptionSelectionMode: first });
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("combobox-commit", (event) => this.commit(event.target.dataset.value));
  }

  /** Shows what holds every word that was typed, what begins with the first of them before the rest. */
  offer() {
    const words = plain(this.input.value).split(/\s+/).filter(Boolean);
    const fits = this.offers.filter(({ find }) => words.every((word) => find.includes(word)));
    const late = ({ find }) => Number(!find.startsWith(words[0] ?? ""));
    fits.sort((one, other) => late(one) - late(other));
    this.combobox.stop();
    this.list.replaceChildren(...fits.slice(0, MOST).map((offer, place) => this.item(offer, place)));
    this.list.hidden = fits.length === 0;
    if (fits.length > 0) this.combobox.start();
    this.said.textContent = fits.length === 0 ? "Nothing in our list has these letters" : fits.length > MOST ? `${MOST} of ${fits.length} are shown. Type more letters to find yours` : `${fits.length} found. ${this.found}`;
  }

  item({ text, value, more }, place) {
    const item = element("li", "", text);
    item.id = `${this.list.id}-${place}`;
    item.setAttribute("role", "option");
    item.dataset.value = value;
    if (more) item.append(" ", element("span", "info-offers__more", more));
    return item;
  }

  close() {
    this.combobox.stop();
    this.list.hidden = true;
  }
}
