import { kept } from "./keep.js";

/**
 * A browser may keep a page that was left, as it was, and show it again on Back: also after the story was closed on this device. Here it is hidden when
 * it is left, and asked for again when somebody comes back to it, so that the site says who may see it. A browser may also fill in again what was typed
 * and never sent: where nothing of it is kept on this device any more, because somebody cleared it or exited, that goes too.
 */
export function leaveNothing() {
  window.addEventListener("pagehide", (event) => { if (event.persisted) document.documentElement.hidden = true; });
  window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
  if (performance.getEntriesByType("navigation")[0]?.type !== "back_forward" || kept.all().length > 0) return;

  const empty = () => { for (const form of document.querySelectorAll("form[data-keep]")) form.reset(); };
  empty();
  window.addEventListener("pageshow", empty, { once: true });
}

/** One for all of a page: a second one would hear the first. A browser without it keeps its other tabs as they are. */
const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("infostory-leave");

/** Has every other tab that shows a story leave, too: a tab that stays would write its words back to the device. */
export function tellOthers(address) {
  channel?.postMessage(address);
}

/** Leaves when another tab was cleared or left by “Exit this page”. */
export function leaveTogether() {
  if (!channel) return;

  channel.onmessage = ({ data }) => {
    kept.clear();
    if (location.pathname !== data) location.replace(data);
  };
}
