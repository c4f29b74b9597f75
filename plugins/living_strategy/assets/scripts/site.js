// What every page has. Everything works without it.
import { followAddress } from "./parts/deep-link.js";

/** @type {Readonly<Record<string, string>>} */
const ROLES = { THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };

// Some browsers no longer take for a table what the style sheet shows as blocks on a phone.
for (const table of document.querySelectorAll("table.ls-stack")) {
  table.setAttribute("role", "table");
  for (const part of table.querySelectorAll("thead, tbody, tr, th, td")) {
    const heads = part.getAttribute("scope") === "col" ? "columnheader" : "rowheader";
    part.setAttribute("role", ROLES[part.tagName] || heads);
  }
}

// A box that does not scroll is nothing to stop at, and one that does says so.
const hint = document.querySelector("script[data-hint]")?.getAttribute("data-hint") || "";
const boxes = new ResizeObserver(entries => {
  for (const { target } of entries) {
    const box = /** @type {HTMLElement} */ (target);
    if (box.scrollWidth > box.clientWidth + 1) {
      box.tabIndex = 0;
      box.dataset.scroll = hint;
    } else {
      box.removeAttribute("tabindex");
      delete box.dataset.scroll;
    }
  }
});
for (const box of document.querySelectorAll(".ls-scroll")) { boxes.observe(box); }

followAddress();
