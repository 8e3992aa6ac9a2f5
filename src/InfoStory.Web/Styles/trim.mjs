// govuk-frontend repeats per rule what our :root and body already say once, and has parts that no page uses: a quarter of the bytes goes here.
import { readFileSync, writeFileSync } from "node:fs";

const UNUSED = /govuk-(summary-card|input__|button--(inverse|start)|button__start|link--(inverse|muted|no-)|back-link--)/;

for (const file of process.argv.slice(2)) {
  const css = readFileSync(file, "utf8")
    .replace(/@media print\{[^{}]+\{font-family:var\(--info-plain\)\}\}/g, "")
    .replace(/(font-family:var\(--info-plain\));-webkit-font-smoothing:antialiased;-moz-osx-font-smoothing:grayscale/g, "$1")
    .replace(/var\((--govuk-[a-z-]+), *#[0-9a-f]+\)/g, "var($1)")
    .replace(/([^{}]+)\{[^{}]*\}/g, (rule, selectors) => (selectors.split(",").every((one) => UNUSED.test(one)) ? "" : rule))
    .replace(/@media[^{}]+\{\}/g, "");

  writeFileSync(file, css);
}
