// A word has something in it that can be seen.
const seen = /[^\s\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\p{M}\u2800]/u;

const number = new Intl.NumberFormat("en-GB");

/** Counts as the server does, by runs of white space; govuk-frontend's own counter splits words otherwise. */
export class WordCount {
  constructor(root) {
    this.field = root.querySelector("textarea");
    this.limit = Number(root.dataset.limit);
    this.seen = root.querySelector(".govuk-character-count__message");
    this.seen.setAttribute("aria-hidden", "true");
    this.described();
    this.spoken = document.createElement("div");
    this.spoken.className = "govuk-visually-hidden";
    this.spoken.setAttribute("aria-live", "polite");
    root.append(this.spoken);

    this.field.addEventListener("input", () => this.show());
    window.addEventListener("pageshow", () => this.show());
    this.show();
  }

  described() {
    const text = document.createElement("span");
    text.className = "govuk-visually-hidden";
    text.id = this.seen.id;
    text.textContent = this.seen.textContent;
    this.seen.removeAttribute("id");
    this.seen.after(text);
  }

  show() {
    const left = this.limit - this.field.value.split(/\s+/).filter((word) => seen.test(word)).length;
    const words = Math.abs(left) === 1 ? "word" : "words";
    const sentence = left < 0
      ? `You have ${number.format(-left)} ${words} too many`
      : `You have ${number.format(left)} ${words} left`;

    this.seen.textContent = sentence;
    this.seen.classList.toggle("govuk-error-message", left < 0);
    this.seen.classList.toggle("govuk-hint", left >= 0);
    clearTimeout(this.pause);
    this.pause = setTimeout(() => { this.spoken.textContent = sentence; }, 1000);
  }
}
