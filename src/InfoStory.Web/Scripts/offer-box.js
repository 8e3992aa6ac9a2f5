import Combobox from "@github/combobox-nav";
import { element } from "./element.js";

const MOST = 8;

/** Small letters without accents and apostrophes, a blank for a hyphen or a comma, and A&E however it is written. */
export function plain(text) {
  return text.normalize("NFD").replace(/[\p{M}'’‘]/gu, "").toLowerCase().replace(/[\s,.()/‐-–-]+/g, " ").replace(/(^|[^a-z0-9])([a-z0-9]) ?(?:&|and) ?([a-z0-9])(?![a-z0-9])/g, "$1$2&$3");
}

/** A box to type in and the list below it that offers what fits. What is offered are things with a text, and words by which they are found. */
export class OfferBox {
  /** @param {{id: string, label: string, describedBy?: string, say: string, first: "none" | "selected", found: string, most?: number}} how */
  constructor({ id, label, describedBy, say, first, found, most = MOST }) {
    this.found = found;
    this.most = most;
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

  /** What was typed to look for. */
  get asked() {
    return this.input.value;
  }

  /** Shows what holds every word that was typed: first what begins with the first of them, then what holds it, then what another word leads to. */
  offer() {
    const words = plain(this.asked).split(/\s+/).filter(Boolean);
    const fits = this.offers.flatMap((offer) => fit(offer, words) ?? []).sort((one, other) => one.rank - other.rank);
    const most = words.length === 0 && this.most > MOST ? fits.length : this.most;
    this.combobox.stop();
    this.list.replaceChildren(...fits.slice(0, most).map((offer, place) => this.item(offer, place)));
    this.list.scrollTop = 0;
    this.list.hidden = fits.length === 0;
    if (fits.length > 0) this.combobox.start();
    this.said.textContent = fits.length === 0 ? "Nothing in our list has these letters" : fits.length > most ? `${most} of ${fits.length} are shown. Type more letters to find yours` : `${fits.length} found. ${this.found}`;
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

/** The offer with how well it fits, and with the other word that led to it; null where it does not fit. */
function fit(offer, words) {
  if (words.every((word) => offer.find.includes(word))) return { ...offer, rank: offer.find.startsWith(words[0] ?? "") ? 0 : 1 };

  const begins = (name) => words.every((word) => ` ${plain(name)}`.includes(` ${word}`));
  const other = offer.others?.filter(begins).sort((one, two) => one.length - two.length)[0];
  return other ? { ...offer, rank: 2, more: other } : null;
}
