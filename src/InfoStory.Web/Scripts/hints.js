// Fetched with the first words that somebody writes, and by the desk.
export * from "./hints/find.js";
export { HintPanel } from "./hint-panel.js";
