#!/usr/bin/env node
// Writes src/InfoStory/Data/Folding/folding.json from the Unicode properties that Node knows (docs/decisions/0040). Run it with a newer Node
// to take in a newer Unicode; tests compare the table with what .NET knows.
import { writeFileSync } from "node:fs";

const letters = (from, to) => Array.from({ length: to - from + 1 }, (_, at) => from + at).filter((code) => code < 0xd800 || code > 0xdfff);
const all = letters(0, 0x10ffff).map((code) => [code, String.fromCodePoint(code)]);
const codes = (pattern) => all.filter(([, letter]) => pattern.test(letter)).map(([code]) => code);
const of = (text) => [...text].map((letter) => letter.codePointAt(0));

const lines = of("\n\u000b\u000c\r\u001c\u001d\u001e\u0085\u2028\u2029");
// What cannot be seen. Blank braille is a letter by its property and blank on every screen.
const hidden = [...codes(/[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]/u).filter((code) => code !== 9 && !lines.includes(code)), 0x2800];
const marks = codes(/\p{M}/u).filter((code) => !hidden.includes(code));
const blanks = codes(/\p{White_Space}/u).filter((code) => !lines.includes(code) && code !== 0x20);

const same = {
  "-": [...codes(/\p{Dash}/u), ...of("⁃˗")],
  "'": of("‘’‚‛′‵ʹʻʼʽʾʿˈˊˋ`´ʹ՚׳ߴߵꞌ᾽᾿῾´`‹›＇Ꞌʹʹᑊᛌ\u0374\u1fef\u1ffd"),
  '"': of("“”„‟″‶ˮʺ״«»〝〞〟＂˝"),
  ".": of("。｡۔․։܁܂।።᙮᠃᠉⳹⸼꓿꘎꛳︒﹒．"),
  "·": of("••‧∙⋅・･ᐧ⸱⸳᛫𐄁●○◦▪▫■□"),
  "/": of("⁄∕⧸／"),
  "@": of("＠﹫"),
  ",": of("、，､﹐﹑،߸᠂꓾꘍"),
  ":": of("：﹕︓ː꞉∶"),
};

// Numerals that have a value of one digit but no compatible letter.
const digits = { "⓪": 0, "⓿": 0, "🄋": 0, "🄌": 0 };
for (const first of ["⓵", "❶", "➀", "➊"]) for (let at = 0; at < 9; at++) digits[String.fromCodePoint(first.codePointAt(0) + at)] = at + 1;

const taken = new Set([...hidden, ...marks, ...lines, ...blanks, ...Object.values(same).flat()]);
const texts = new Map();
const put = (code, text) => { if (!taken.has(code) && code > 0x7f && !texts.has(code)) texts.set(code, text); };
for (const [letter, value] of Object.entries(digits)) put(letter.codePointAt(0), String(value));
let zero = 0;
for (const code of codes(/\p{Nd}/u)) {
  // Decimal digits stand in runs of ten.
  if (!/\p{Nd}/u.test(String.fromCodePoint(code - 1)) || code - zero === 10) zero = code;
  put(code, String(code - zero));
}

// Letters in circles, squares and flags that have no compatible letter.
for (const first of [0x1f150, 0x1f170, 0x1f1e6]) for (let at = 0; at < 26; at++) put(first + at, String.fromCharCode(65 + at));

const simple = (text) => /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\u0020-\u007e]+$/u.test(text);
for (const [code, letter] of all) {
  const plain = letter.normalize("NFKC").replace(/[\u2044\u2215]/g, "/").replace(/[\u2010-\u2015\u2212]/g, "-").replace(/`/g, "'");
  // Fractions, an ellipsis and marks of trade are left as they are: nobody writes a number or a name with them.
  if (plain !== letter && !/[¼-¾⅐-⅟↉…‥™℠]/u.test(letter) && simple(plain)) put(code, plain.trim() || " ");
}

// Letters that look like A to Z, kept to what can be told from them: a small letter to a small one.
const alike = {};
for (const [like, letters] of Object.entries({
  A: "ΑАᎪᗅꓮ", B: "ΒВᏴᗷꓐ", C: "СϹᏟꓚ", D: "ᎠᗞꓓԀ", E: "ΕЕᎬꓰ", F: "ϜꓝᖴҒ", G: "ᏀԌꓖ", H: "ΗНᎻꓧ", I: "ΙІӀᏆꓲ", J: "ЈͿᎫꓙ", K: "ΚКᏦꓗ", L: "ᏞꓡᒪԼ", M: "ΜМᎷꓟ", N: "ΝꓠՈ",
  O: "ΟОՕꓳ", P: "ΡРᏢꓑ", Q: "Ԛ", R: "ᎡᏒꓣ", S: "ЅՏᏚꓢ", T: "ΤТᎢꓔ", U: "ՍꓴԱ", V: "ѴᏙꓦ", W: "ԜᎳꓪ", X: "ΧХꓫ", Y: "ΥҮУꓬ", Z: "ΖᏃꓜ",
  a: "аαɑᴀ", b: "ЬьƄᏏʙ", c: "сϲᴄ", d: "ԁɗᴅ", e: "еҽᴇ", f: "ꜰſ", g: "ɡցɢ", h: "һհʜ", i: "іιıɩɪ", j: "јϳᴊ", k: "кκᴋ", l: "ӏⅼʟ", m: "мᴍ", n: "ոпɴ", o: "оοσօᴏ", p: "рρᴘ",
  q: "ԛզ", r: "гʀᴦ", s: "ѕꜱ", t: "тτᴛ", u: "υսᴜ", v: "νѵᴠ", w: "ԝωᴡ", x: "хχ", y: "уγүʏ", z: "ᴢ",
})) for (const letter of letters) alike[letter] ??= like;

// A Latin letter with marks, by the letter alone.
const bare = Object.assign({}, ...of("ØøŁłĐđĦħŦŧƀɃȺⱥ").map((code, at) => ({ [String.fromCodePoint(code)]: "OoLlDdHhTtbBAa"[at] })));
for (const [code, letter] of all) {
  const base = [...letter.normalize("NFD")][0];
  if (code < 0x10000 && base !== letter && /^[A-Za-z]$/.test(base) && !texts.has(code)) bare[letter] = base;
}

const hex = (code) => code.toString(16);
function ranges(list) {
  const sorted = [...new Set(list)].sort((one, other) => one - other);
  const found = [];
  for (const code of sorted) {
    const last = found.at(-1);
    if (last && last[1] === code - 1) last[1] = code;
    else found.push([code, code]);
  }
  return found.map(([from, to]) => (from === to ? hex(from) : `${hex(from)}-${hex(to)}`)).join(" ");
}

// Neighbours that become neighbours are written as one: ff21-ff3a:A.
const runs = [];
const words = {};
for (const [code, text] of [...texts].sort(([one], [other]) => one - other)) {
  const last = runs.at(-1);
  if ([...text].length > 1) words[String.fromCodePoint(code)] = text;
  else if (last && last.to === code - 1 && last.first + code - last.from === text.codePointAt(0)) last.to = code;
  else runs.push({ from: code, to: code, first: text.codePointAt(0) });
}

const pairs = (map) => Object.entries(map).map(([from, to]) => from + to).join("");
const json = {
  unicode: process.versions.unicode,
  hidden: ranges(hidden),
  marks: ranges(marks),
  lines: ranges(lines),
  blanks: ranges(blanks),
  same: Object.fromEntries(Object.entries(same).map(([letter, list]) => [letter, ranges(list.filter((code) => String.fromCodePoint(code) !== letter))])),
  runs: runs.map(({ from, to, first }) => `${hex(from)}${from === to ? "" : `-${hex(to)}`}:${hex(first)}`).join(" "),
  words: Object.entries(words).map(([from, to]) => `${hex(from.codePointAt(0))}:${to}`).join(" "),
  alike: pairs(alike),
  bare: pairs(bare),
};
// Letters beyond ASCII are escaped, so that no editor can change what cannot be seen.
const text = JSON.stringify(json, null, 2).replace(/[^\x00-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
writeFileSync(new URL("../src/InfoStory/Data/Folding/folding.json", import.meta.url), text + "\n");
