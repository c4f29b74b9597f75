// Lights the chain of the box that the pointer or the keyboard is on.
import { chain } from "./parts/chain.js";

const map = document.querySelector("svg.ls-map");

/** @param {Element} svg */
function wire(svg) {
  const boxes = Array.from(svg.querySelectorAll("[data-box]"));
  const lines = Array.from(svg.querySelectorAll("[data-link]"));
  const links = lines.map(line => {
    const [left, right] = (line.getAttribute("data-link") || "").split(" ");
    return /** @type {const} */ ([left, right]);
  });

  /** @param {Element | null | undefined} box */
  function light(box) {
    svg.classList.toggle("ls-chain", Boolean(box));
    if (!box) { return; }
    const lit = chain(links, box.getAttribute("data-box") || "");
    for (const one of boxes) { one.classList.toggle("ls-lit", lit.boxes.has(one.getAttribute("data-box") || "")); }
    lines.forEach((line, at) => line.classList.toggle("ls-lit", lit.lines.includes(links[at])));
  }

  /** @param {Event} event */
  function on(event) {
    const box = event.target instanceof Element ? event.target.closest("[data-box]") : null;
    if (box) { light(box); }
  }

  svg.addEventListener("pointerover", on);
  svg.addEventListener("focusin", on);
  // Leaving a box with the pointer gives the light back to the box that has the focus.
  svg.addEventListener("pointerout", () => light(document.activeElement?.closest("[data-box]")));
  svg.addEventListener("focusout", event => {
    const { relatedTarget } = /** @type {FocusEvent} */ (event);
    if (!(relatedTarget instanceof Node && svg.contains(relatedTarget))) { light(null); }
  });
}

if (map) { wire(map); }
