import Combobox from "@github/combobox-nav";
import { element } from "./element.js";

const MOST = 8;

/** Small letters without accents and apostrophes, a blank for a hyphen or a comma, St for Saint, and A&E however it is written. */
export function plain(text) {
  return text.normalize("NFD").replace(/[\p{M}'’‘]/gu, "").toLowerCase().replace(/[\s,.()/‐-–-]+/g, " ").replace(/\bsaint\b/g, "st").replace(/(^|[^a-z0-9])([a-z0-9]) ?(?:&|and) ?([a-z0-9])(?![a-z0-9])/g, "$1$2&$3");
}

/** A box to type in and the list below it that offers what fits. What is offered are things with a text, and words by which they are found. */
export class OfferBox {
  /** @param {{box: ReturnType<import("./box.js").boxOf>, first: "none" | "selected", found: string, none?: string, most?: number}} how */
  constructor({ box, first, found, none = "Nothing in our list has these letters", most = MOST }) {
    Object.assign(this, box, { found, none, most });
    this.combobox = new Combobox(this.input, this.list, { tabInsertsSuggestions: first === "none", firstOptionSelectionMode: first });
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("combobox-commit", (event) => this.commit(event.target.dataset.value));
  }

  /** What was typed to look for. */
  get asked() {
    return this.input.value;
  }

  /** Shows what fits: first what is called so, then what has these words, then what has words that begin so. */
  offer() {
    const words = wordsOf(this.asked);
    const fits = this.offers.flatMap((offer) => fit(offer, words) ?? []).sort((one, other) => one.rank - other.rank);
    const most = words.length === 0 && this.most > MOST ? fits.length : this.most;
    this.combobox.stop();
    this.list.replaceChildren(...fits.slice(0, most).map((offer, place) => this.item(offer, place)));
    this.list.scrollTop = 0;
    this.list.hidden = fits.length === 0;
    if (fits.length > 0) this.combobox.start();
    this.said.textContent = fits.length === 0 ? this.none : fits.length > most ? `${most} of ${fits.length} are shown. Type more letters to find yours` : `${fits.length} found. ${this.found}`;
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

// What people put before a word without meaning it: my doctor, at the hospital.
const SMALL = new Set(["a", "an", "the", "my", "our", "his", "her", "their", "at", "in", "of", "from", "to", "local"]);

// What stands beside the name of a place and names no other: Leeds City Council, City of Bristol.
const OF_PLACES = new Set(["council", "city", "county", "borough", "district"]);

const wordsOf = (text) => plain(text).split(/\s+/).filter(Boolean);
const one = (word) => (word.length > 2 && !word.endsWith("ss") ? word.replace(/ies$/, "y").replace(/s$/, "") : word);

/** 0 where the name is what was typed, 1 where it has each of its words, 2 where its words begin so; null where it does not fit. */
function fitOf(name, words) {
  const own = wordsOf(name);
  if (words.length === own.length && words.every((word, place) => one(word) === one(own[place]))) return 0;
  if (words.every((word) => own.some((other) => one(other) === one(word)))) return 1;
  return words.every((word) => own.some((other) => other.startsWith(word))) ? 2 : null;
}

/** The offer with how well it fits, and with the other word that led to it; null where it does not fit. */
function fit(offer, typed) {
  if (typed.length === 0) return { ...offer, rank: 0 };

  const bare = typed.filter((word) => !SMALL.has(word));
  const place = bare.filter((word) => !OF_PLACES.has(word));
  for (const words of [typed, bare, place].filter(({ length }) => length > 0)) {
    const ways = [{ fits: fitOf(offer.text, words), own: true }, { fits: offer.find === plain(offer.text) ? null : fitOf(offer.find, words), own: true }];
    for (const name of offer.others ?? []) ways.push({ fits: fitOf(name, words), more: name });
    const best = ways.filter(({ fits }) => fits !== null).map((way) => ({ ...way, rank: 2 * way.fits + (way.own ? 0 : 1), at: plain(way.more ?? "").indexOf(words.join(" ")) }))
      .sort((way, other) => way.rank - other.rank || (way.at < 0) - (other.at < 0) || (way.more ?? "").length - (other.more ?? "").length)[0];
    if (best) return { ...offer, rank: best.rank, ...(best.own ? {} : { more: best.more }) };
    if (words.every((word) => offer.find.includes(word))) return { ...offer, rank: 6 };
  }

  return null;
}
