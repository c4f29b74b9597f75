// Lights the chain of the box that the pointer or the keyboard is on. A finger lights it first, and
// opens the page of the box with a second tap.
import { chain } from "./parts/chain.js";

/** @param {Element} svg */
function wire(svg) {
  const boxes = Array.from(svg.querySelectorAll("[data-box]"));
  const lines = Array.from(svg.querySelectorAll("[data-link]"));
  const links = lines.map(line => {
    const [left, right] = (line.getAttribute("data-link") || "").split(" ");
    return /** @type {const} */ ([left, right]);
  });
  /** @type {Element | null | undefined} */
  let current = null;
  let isFirstTap = false;

  /** @param {Element | null | undefined} box */
  function light(box) {
    current = box;
    svg.classList.toggle("ls-chain", Boolean(box));
    if (!box) { return; }
    const lit = chain(links, box.getAttribute("data-box") || "");
    for (const one of boxes) { one.classList.toggle("ls-lit", lit.boxes.has(one.getAttribute("data-box") || "")); }
    lines.forEach((line, at) => line.classList.toggle("ls-lit", lit.lines.includes(links[at])));
  }

  /** @param {Event} event */
  function boxOf(event) {
    return event.target instanceof Element ? event.target.closest("[data-box]") : null;
  }

  /** @param {Event} event */
  function on(event) {
    const box = boxOf(event);
    if (box) { light(box); }
  }

  svg.addEventListener("pointerover", event => {
    if (/** @type {PointerEvent} */ (event).pointerType !== "touch") { on(event); }
  });
  svg.addEventListener("focusin", on);
  // Before the tap moves the focus, which lights the box too.
  svg.addEventListener("pointerdown", event => {
    isFirstTap = /** @type {PointerEvent} */ (event).pointerType === "touch" && boxOf(event) !== current;
  });
  svg.addEventListener("click", event => {
    if (isFirstTap && boxOf(event)) {
      event.preventDefault();
      on(event);
    }
    isFirstTap = false;
  });
  // Leaving a box with the pointer gives the light back to the box that has the focus.
  svg.addEventListener("pointerout", event => {
    if (/** @type {PointerEvent} */ (event).pointerType !== "touch") {
      light(document.activeElement?.closest("[data-box]"));
    }
  });
  svg.addEventListener("focusout", event => {
    const { relatedTarget } = /** @type {FocusEvent} */ (event);
    if (!(relatedTarget instanceof Node && svg.contains(relatedTarget))) { light(null); }
  });
}

document.querySelectorAll("svg.ls-map").forEach(wire);
