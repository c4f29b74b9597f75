// Shows on the map of municipalities who is listed in a joint project that the reader chooses. The
// file with them is fetched when somebody looks at the choices: most never do.
import { element, json, part, say } from "./page.js";

/**
 * Written in site/pages/municipalities/place_files.py. A folder is the address of a municipality's page.
 * @typedef {[title: string, path: string, folders: string[]]} ListedRow
 * @typedef {{ projects: ListedRow[] }} ListedFile
 */

/**
 * @param {HTMLElement} layer
 * @param {HTMLElement} map
 */
function wire(layer, map) {
  const select = part(layer, "select", HTMLSelectElement);
  const radio = part(layer, "input", HTMLInputElement);
  const status = part(/** @type {HTMLElement} */ (layer.parentElement), "[role=status]", HTMLElement);
  const texts = layer.dataset;
  /** @type {ListedRow[] | undefined} */
  let rows;

  async function load() {
    if (rows) { return; }
    rows = [];
    try {
      const file = /** @type {ListedFile} */ (await json(texts.projects || ""));
      rows = file.projects;
      select.append(...rows.map(([title], index) => element("option", { value: `${index}` }, title)));
    } catch {
      rows = undefined;
      status.textContent = texts.missing || "";
    }
  }

  function show() {
    const [title, path, folders] = rows?.[Number(select.value || -1)] || ["", "", []];
    const listed = new Set(folders.map(folder => `${folder}/`));
    for (const tile of map.querySelectorAll("g a")) {
      part(tile, "rect", SVGElement).classList.toggle("p", listed.has(tile.getAttribute("href") || ""));
    }
    const [before, after = ""] = say(texts.count, { count: folders.length }).split("{project}");
    status.replaceChildren();
    if (title) {
      status.append(before, element("a", { href: `${texts.root}${path}` }, title), after);
    }
  }

  for (const kind of ["focus", "pointerdown"]) { select.addEventListener(kind, load); }
  select.addEventListener("change", () => {
    radio.checked = true;
    show();
  });
  layer.hidden = false;
}

/** Make the choice of a project work, where the page has a map. */
export function wireMap() {
  const layer = document.querySelector("[data-projects]"), map = document.querySelector(".ls-atlas");
  if (layer instanceof HTMLElement && map instanceof HTMLElement) { wire(layer, map); }
}
