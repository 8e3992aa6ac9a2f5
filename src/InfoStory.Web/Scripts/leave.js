/**
 * A browser may keep a page that was left, as it was, and show it again on Back: also after the story was closed on this device. Here it is hidden when
 * it is left, and asked for again when somebody comes back to it, so that the site says who may see it.
 */
export function leaveNothing() {
  window.addEventListener("pagehide", (event) => { if (event.persisted) document.documentElement.hidden = true; });
  window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
}
