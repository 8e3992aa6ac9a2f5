export function start(selector, Component) {
  for (const root of document.querySelectorAll(selector)) new Component(root);
}
