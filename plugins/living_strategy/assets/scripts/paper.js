// Copies the text of a plan that can stand in the papers of a council.
import { blocksOf } from "./parts/blocks.js";
import { copy, offer } from "./parts/clipboard.js";
import { asHtml, asText } from "./parts/outline.js";
import { part } from "./parts/page.js";

const tools = document.querySelector(".ls-actions");

/** @param {HTMLElement} bar */
function wire(bar) {
  const texts = bar.dataset;
  const status = part(bar, "[role=status]", HTMLElement);

  async function take() {
    const blocks = blocksOf(document.querySelectorAll(".ls-paper"));
    // Said anew also when it is said twice.
    status.textContent = "";
    bar.querySelector("textarea")?.remove();
    if (await copy(asText(blocks), asHtml(blocks))) {
      status.textContent = texts.copied || "";
    } else {
      status.textContent = texts.refused || "";
      offer(bar, texts.text || "", asText(blocks));
    }
  }

  part(bar, "button", HTMLButtonElement).addEventListener("click", take);
  bar.hidden = false;
}

if (tools instanceof HTMLElement) { wire(tools); }
