// Puts something into the clipboard, or into the reader's hands.
import { element } from "./page.js";

/**
 * Whether the browser took it. Nothing is asked of another host.
 * @param {string} text
 * @param {string} [html]
 */
export async function copy(text, html) {
  try {
    if (html && "ClipboardItem" in window) {
      const kinds = { "text/plain": text, "text/html": html };
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(
        Object.entries(kinds).map(([type, words]) => [type, new Blob([words], { type })])
      ))]);
    } else {
      await navigator.clipboard.writeText(text);
    }
    return true;
  } catch {
    return false;
  }
}

/**
 * Shows a text to be copied by hand, selected, after what it is about.
 * @param {Element} place
 * @param {string} label
 * @param {string} text
 */
export function offer(place, label, text) {
  place.querySelector("textarea")?.remove();
  const field = element("textarea", { "aria-label": label, readonly: "", rows: "6" });
  if (field instanceof HTMLTextAreaElement) {
    field.value = text;
    place.append(field);
    field.focus();
    field.select();
  }
}
