// Leads all the way to a place in the page that its address names: what it is folded away in opens,
// the focus moves there, and the title of the page says which part it is.

const HEADINGS = "h2, h3, h4, h5, h6";

/**
 * The id that an address names; empty for none, and for what is no text.
 * @param {string} address
 */
export function placeIn(address) {
  const { hash } = new URL(address);
  try { return decodeURIComponent(hash.slice(1)); } catch { return ""; }
}

/**
 * The title of a part of a page.
 * @param {string} part
 * @param {string} page
 */
export function titleOf(part, page) {
  const words = part.replace(/\s+/g, " ").trim();
  return words ? `${words} – ${page}` : page;
}

/**
 * Opens everything that a place is folded away in, and tells whether anything was closed.
 * @param {Element} place
 */
function unfold(place) {
  let wasClosed = false;
  for (let fold = place.closest("details"); fold; fold = fold.parentElement?.closest("details") || null) {
    wasClosed ||= !fold.open;
    fold.open = true;
  }
  return wasClosed;
}

/** @param {HTMLElement} place */
function focus(place) {
  // Who has gone on from there by Tab is not brought back.
  if (place.contains(document.activeElement)) { return; }
  place.focus({ preventScroll: true });
  if (document.activeElement !== place) {
    // For this once: it is no stop for those who go by Tab.
    place.tabIndex = -1;
    place.focus({ preventScroll: true });
    if (document.activeElement === place) {
      place.addEventListener("blur", () => place.removeAttribute("tabindex"), { once: true });
    } else {
      place.removeAttribute("tabindex");
    }
  }
}

/** Follows the address of the page, now and whenever it changes. */
export function followAddress() {
  const pageTitle = document.title;

  function follow() {
    const place = document.getElementById(placeIn(window.location.href));
    const heading = place && (place.matches(HEADINGS) ? place : place.querySelector(`:scope > :is(${HEADINGS})`));
    document.title = titleOf(heading?.textContent || "", pageTitle);
    if (!place) { return; }
    if (unfold(place)) { place.scrollIntoView(); }
    focus(place);
  }

  window.addEventListener("hashchange", follow);
  // After the scripts of the page, which may show the place first.
  document.addEventListener("DOMContentLoaded", () => { if (window.location.hash) { follow(); } });
}
