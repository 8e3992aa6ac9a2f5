/** An element with a class and words; no markup is ever read from a text. */
export function element(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  if (text) made.textContent = text;
  return made;
}
