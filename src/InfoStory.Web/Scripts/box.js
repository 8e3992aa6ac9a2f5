import { element } from "./element.js";

/**
 * A box to type in, the list that opens below it, and what is said there.
 * @param {{id: string, label: string, describedBy?: string, say: string}} how
 */
export function boxOf({ id, label, describedBy, say }) {
  const [input, list, said] = [element("input", "govuk-input"), element("ul", "info-offers"), element("p", "govuk-hint info-offers__said", say)];
  Object.assign(input, { type: "text", autocomplete: "off", spellcheck: false, id });
  Object.assign(list, { id: `${id}-offers`, hidden: true });
  said.id = `${id}-said`;
  const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-haspopup": "listbox", "aria-controls": list.id, "aria-expanded": "false" };
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
  input.setAttribute("aria-describedby", [describedBy, said.id].filter(Boolean).join(" "));
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", label);
  said.setAttribute("role", "status");
  return { input, list, said };
}
