import { boxOf } from "./box.js";
import { element } from "./element.js";
import { OfferBox, plain } from "./offer-box.js";

const ALL = "[name='Form.Tags']";

/** Finds a tag by a few letters and ticks it; shows what is ticked as buttons that take it away. The checkboxes stay in the form and are what is sent. */
export class TagBox extends OfferBox {
  constructor(section) {
    const box = boxOf({ id: "find-tag", label: "Tags that fit", say: "Type a few letters, then press Enter" });
    super({ box, first: "selected", found: "Use the arrow keys and Enter" });
    this.section = section;
    this.suggested = [...section.querySelectorAll(`[data-suggested] ${ALL}`)];
    // One box of each tag is sent; a suggestion is another way to tick it.
    for (const box of this.suggested) box.removeAttribute("name");
    this.boxes = [...section.querySelectorAll(ALL)];

    const label = element("label", "govuk-label", "Find a tag");
    label.htmlFor = this.input.id;
    this.chips = element("ul", "desk-chips", "");
    this.chips.setAttribute("aria-label", "Chosen tags");
    const group = element("div", "govuk-form-group desk-find-tag", "");
    group.append(label, this.input, this.list, this.said);
    const place = section.querySelector("[data-suggested]") ?? section.querySelector(".desk-facets");
    place.before(this.chips);
    (section.querySelector("[data-suggested]") ?? this.chips).after(group);

    // What is ticked stands above, so the long lists are folded away.
    for (const facet of section.querySelectorAll("[data-facet]")) facet.open = false;
    section.removeAttribute("data-key");
    this.input.dataset.key = "t";
    this.input.addEventListener("input", () => this.offer());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => { this.input.value = ""; this.close(); });
    section.addEventListener("change", (event) => this.follow(event.target));
    window.addEventListener("pageshow", () => this.show());
    this.show();
  }

  /** What is not ticked yet; where nothing is typed, the suggestions come first. */
  get offers() {
    const first = new Set(this.input.value.trim() ? [] : this.suggested.map((box) => box.value));
    const open = this.boxes.filter((box) => !box.checked);
    return [...open.filter((box) => first.has(box.value)), ...open.filter((box) => !first.has(box.value))].map((box) => {
      const facet = box.closest("[data-facet]").dataset.facet;
      return { text: name(box), value: box.value, more: first.has(box.value) ? `${facet}, suggested` : facet, find: plain(`${name(box)} ${facet} ${box.dataset.words}`) };
    });
  }

  /** Enter never sends the form from here; Escape closes the list first. */
  key(event) {
    if (event.key === "Enter") event.preventDefault();
    if (event.key === "Escape" && !this.list.hidden && this.input.value) {
      event.stopPropagation();
      this.input.value = "";
      this.close();
    } else if (this.list.hidden && (event.key === "ArrowDown" || event.key === "Enter")) {
      event.preventDefault();
      this.offer();
    }
  }

  commit(value) {
    this.input.value = "";
    this.close();
    this.tick(this.boxes.find((box) => box.value === value), true);
  }

  tick(box, on) {
    box.checked = on;
    box.dispatchEvent(new Event("change", { bubbles: true }));
    this.said.textContent = `${name(box)} is ${on ? "added" : "taken away"}`;
  }

  /** A suggestion and the box of the same tag in the list are ticked together. */
  follow(target) {
    if (this.suggested.includes(target)) this.tick(this.boxes.find((box) => box.value === target.value), target.checked);
    else if (this.boxes.includes(target)) this.show();
  }

  show() {
    const ticked = this.boxes.filter((box) => box.checked);
    for (const box of this.suggested) box.checked = ticked.some(({ value }) => value === box.value);
    for (const facet of this.section.querySelectorAll("[data-facet]")) {
      const count = ticked.filter((box) => facet.contains(box)).length;
      facet.querySelector("[data-chosen]").textContent = count > 0 ? ` (${count} chosen)` : "";
    }

    this.chips.hidden = ticked.length === 0;
    this.chips.replaceChildren(...ticked.map((box) => this.chip(box)));
  }

  chip(box) {
    const item = element("li", "", "");
    const button = element("button", "desk-chip", "");
    const mark = element("span", "desk-chip__mark", "×");
    mark.setAttribute("aria-hidden", "true");
    button.type = "button";
    button.append(element("span", "govuk-visually-hidden", "Take away "), element("span", "", name(box)), mark);
    button.addEventListener("click", () => { this.tick(box, false); this.input.focus(); });
    item.append(button);
    return item;
  }
}

function name(box) {
  return box.labels[0].textContent.trim();
}
