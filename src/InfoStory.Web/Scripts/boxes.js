// What only pages need on which a service or a place is looked for: nobody else fetches it. The boxes come first: what they refuse is not to be kept as sent.
import "./search-boxes.js";
import "./site.js";
