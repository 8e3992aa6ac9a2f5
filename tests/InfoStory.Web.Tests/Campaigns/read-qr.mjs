// Reads a QR code from standard input, one row of 0 and 1 a line, and prints what a camera would make of it.
import jsqr from "jsqr";
import { readFileSync } from "node:fs";

const rows = readFileSync(0, "utf8").trim().split("\n");
const scale = 6, size = rows.length * scale;
const image = new Uint8ClampedArray(size * size * 4).fill(255);
for (let y = 0; y < size; y++) {
  for (let x = 0; x < size; x++) {
    if (rows[Math.floor(y / scale)][Math.floor(x / scale)] === "1") image.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 3);
  }
}

process.stdout.write((jsqr.default ?? jsqr)(image, size, size)?.data ?? "");
