// Finds a municipality or county by name or number and shows what is known of it.
import { choiceIn, withChoices } from "./parts/address.js";
import { fold } from "./parts/fold.js";
import { badge, element, json, part, say } from "./parts/page.js";
import { Places } from "./parts/places.js";

/** @typedef {import("./parts/places.js").Place} Place */
/** @typedef {import("./parts/places.js").Target} Target */
/** @typedef {import("./parts/places.js").Participation} Participation */

const MOST = 12;
const form = document.querySelector("form[data-places]");

/** @param {HTMLFormElement} form */
function wire(form) {
  const input = part(form, "input", HTMLInputElement);
  const status = part(form, "[role=status]", HTMLElement);
  const choices = part(form, ".ls-choices", HTMLElement);
  const answer = part(form, ".ls-answer", HTMLElement);
  const template = part(form, "template", HTMLTemplateElement);
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

  /** @param {Target} target */
  function entry({ title, path, status: value, label: words, isDoubtful }) {
    const item = element("li", {}, element("a", { href: `${texts.root}${path}` }, title));
    if (value) { item.append(" ", badge(value, words || "", Boolean(isDoubtful))); }
    return item;
  }

  /**
   * @param {Place} place
   * @param {Participation} participation
   */
  function content(place, participation) {
    const body = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
    const slot = (/** @type {string} */ name) => part(body, `[data-slot=${name}]`, HTMLElement);
    slot("name").textContent = `${label(place)} (${place.number})`;
    const county = slot("county");
    if (place.isCounty) { county.remove(); }
    county.textContent = say(county.textContent || "", { county: place.countyName });
    for (const [name, targets] of Object.entries(participation)) {
      const entries = slot(name), { none, noneCounty } = entries.dataset;
      entries.append(...targets.map(entry));
      if (!targets.length) {
        entries.replaceWith(element("p", { "class": "ls-missing", "data-slot": name },
          (place.isCounty && noneCounty) || none || ""));
      }
    }
    return body;
  }

  /**
   * @param {Places} places
   * @param {Place} place
   * @param {boolean} focus
   */
  function show(places, place, focus) {
    answer.replaceChildren(content(place, places.participation(place)));
    answer.hidden = false;
    choices.hidden = true;
    input.value = label(place);
    status.textContent = say(texts.shown, { name: label(place) });
    if (focus) { part(answer, "h3", HTMLElement).focus(); }
  }

  /**
   * @param {Places} places
   * @param {Place} place
   */
  function choose(places, place) {
    window.history.pushState(null, "", withChoices(window.location.href, { [input.name]: place.number }));
    show(places, place, true);
  }

  /** @param {Places} places */
  function list(places) {
    const found = places.matches(input.value);
    choices.replaceChildren(...found.slice(0, MOST).map(({ place }) => {
      const button = element("button", { type: "button" }, `${label(place)} (${place.number})`);
      button.addEventListener("click", () => choose(places, place));
      return element("li", {}, button);
    }));
    choices.hidden = !found.length;
    answer.hidden = true;
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

  /** @param {Places} places */
  function fromAddress(places) {
    input.value = choiceIn(window.location.href, input.name);
    const place = meant(places);
    if (place) { show(places, place, false); }
  }

  input.addEventListener("input", () => withPlaces(list));
  form.addEventListener("submit", event => {
    event.preventDefault();
    withPlaces(places => {
      const place = meant(places);
      if (place) { choose(places, place); }
    });
  });
  window.addEventListener("popstate", () => withPlaces(fromAddress));
  if (choiceIn(window.location.href, input.name)) { withPlaces(fromAddress); }
}

if (form instanceof HTMLFormElement) { wire(form); }
