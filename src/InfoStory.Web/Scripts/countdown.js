const number = new Intl.NumberFormat("en-GB");

/** Counts down by the minute what the server said, in the words of SafeguardingWords.ClockLeft. */
export class Countdown {
  constructor(root) {
    this.root = root;
    this.due = Date.parse(root.dataset.countdown);
    // Where the clock of this computer is wrong, what the server said stays.
    if (Math.abs(Date.parse(root.dataset.now) - Date.now()) > 60_000) return;
    setInterval(() => this.show(), 5_000);
  }

  show() {
    const minutes = Math.ceil((this.due - Date.now()) / 60_000);
    const count = Math.abs(minutes);
    const words = `${number.format(count)} ${count === 1 ? "minute" : "minutes"}`;
    const said = minutes > 0 ? `${words} left to open it` : minutes === 0 ? "Open it now" : `${words} late. Open it now`;
    if (this.root.textContent !== said) this.root.textContent = said;
  }
}
