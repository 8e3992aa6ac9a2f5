// What only pages need on which a service or a place is looked for: nobody else fetches it.
import "./site.js";
import { SearchSelect } from "./search-select.js";
import { start } from "./start.js";

start("select[data-search]", SearchSelect);
