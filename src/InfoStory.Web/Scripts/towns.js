import others from "../../InfoStory/Places/other-names.txt";
import towns from "../../InfoStory/Places/towns.txt";

/** Other names of each place, by its own name; the same as OtherNames.cs. Fetched when somebody comes to a box for a place. */
export const namesOf = new Map();

for (const line of `${towns}\n${others}`.split("\n").filter((line) => line.includes(": ") && !line.startsWith("#"))) {
  const [place, names] = line.split(": ", 2);
  namesOf.set(place, [...(namesOf.get(place) ?? []), ...names.split("|")]);
}
