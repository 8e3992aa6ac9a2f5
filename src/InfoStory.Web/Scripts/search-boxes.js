import { SearchSelect } from "./search-select.js";
import { start } from "./start.js";

start("select[data-search]", SearchSelect);
