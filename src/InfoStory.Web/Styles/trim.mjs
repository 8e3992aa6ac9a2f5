// govuk-frontend repeats per rule what our :root and body already say once; a fifth of the bytes goes here.
import { readFileSync, writeFileSync } from "node:fs";

for (const file of process.argv.slice(2)) {
  const css = readFileSync(file, "utf8")
    .replace(/@media print\{[^{}]+\{font-family:var\(--info-plain\)\}\}/g, "")
    .replace(/(font-family:var\(--info-plain\));-webkit-font-smoothing:antialiased;-moz-osx-font-smoothing:grayscale/g, "$1")
    .replace(/var\((--govuk-[a-z-]+), *#[0-9a-f]+\)/g, "var($1)");

  writeFileSync(file, css);
}
