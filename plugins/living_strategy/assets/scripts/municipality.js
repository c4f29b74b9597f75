// Leads to the page of a municipality or county by its name or number, and shows on the map who is
// listed in a joint project.
import { choiceIn } from "./parts/address.js";
import { fold } from "./parts/fold.js";
import { element, json, part, say } from "./parts/page.js";
import { Places } from "./parts/places.js";

/** @typedef {import("./parts/places.js").Place} Place */

/**
 * Written in site/pages/municipalities/place_files.py. A folder is the address of a municipality's page.
 * @typedef {[title: string, path: string, folders: string[]]} ListedRow
 * @typedef {{ projects: ListedRow[] }} ListedFile
 */

const MOST = 12;
const form = document.querySelector("form[data-places]");

/** @param {HTMLFormElement} form */
function wire(form) {
  const input = part(form, "input", HTMLInputElement);
  const status = part(form, "[role=status]", HTMLElement);
  const choices = part(form, ".ls-choices", HTMLElement);
  const texts = form.dataset;
  /** @type {Promise<Places> | undefined} */
  let loading;

  /** @param {(places: Places) => void} act */
  async function withPlaces(act) {
    try {
      loading ||= json(texts.places || "").then(file => new Places(file));
      act(await loading);
    } catch {
      loading = undefined;
      status.textContent = texts.missing || "";
    }
  }

  // Oslo is both.
  /** @param {Place} place */
  function label(place) {
    if (place.isCounty) { return say(texts.county, { name: place.name }); }
    return place.isUnique ? place.name : `${place.name} (${place.countyName})`;
  }

  /** @param {Place} place */
  function address(place) { return new URL(`${place.folder}/`, form.action).href; }

  /** @param {Places} places */
  function list(places) {
    const found = places.matches(input.value);
    choices.replaceChildren(...found.slice(0, MOST).map(({ place }) => element("li", {},
      element("a", { href: address(place) }, `${label(place)} (${place.number})`))));
    choices.hidden = !found.length;
    status.textContent = fold(input.value).length < 2 ? "" : outcome(found.length);
    return found;
  }

  /** @param {number} count */
  function outcome(count) {
    if (count === 1) { return texts.one || ""; }
    return count ? say(texts.many, { count }) : texts.none || "";
  }

  // What the reader means when only one place has exactly this name, or only one matches at all.
  /** @param {Places} places */
  function meant(places) {
    const found = list(places).map(one => one.place), exact = places.named(input.value);
    const [place, other] = exact.length === 1 ? exact : found;
    return other ? undefined : place;
  }

  // Addresses of the look-up that others have kept. They must not stand in the way of going back.
  /** @param {Places} places */
  function fromAddress(places) {
    input.value = choiceIn(window.location.href, input.name);
    const place = meant(places);
    if (place) { window.location.replace(address(place)); }
  }

  input.addEventListener("input", () => withPlaces(list));
  form.addEventListener("submit", event => {
    event.preventDefault();
    withPlaces(places => {
      const place = meant(places);
      if (place) { window.location.assign(address(place)); }
    });
  });
  if (choiceIn(window.location.href, input.name)) { withPlaces(fromAddress); }
}

// Shows on the map who is listed in a joint project that the reader chooses. The file with them is
// fetched when somebody looks at the choices: most never do.
/**
 * @param {HTMLElement} layer
 * @param {HTMLElement} map
 */
function wireMap(layer, map) {
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
      part(tile, "rect", SVGElement).classList.toggle("ls-p", listed.has(tile.getAttribute("href") || ""));
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

if (form instanceof HTMLFormElement) { wire(form); }
const layer = document.querySelector("[data-projects]"), map = document.querySelector(".ls-atlas");
if (layer instanceof HTMLElement && map instanceof HTMLElement) { wireMap(layer, map); }
