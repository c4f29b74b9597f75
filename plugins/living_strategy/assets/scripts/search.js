// The search page: asks the index and shows what was found. The state stands in the address, so that
// a search can be linked to.
import { choiceIn, withChoices } from "./parts/address.js";
import { excerpt, marked, placedWords } from "./parts/excerpt.js";
import { Facets } from "./parts/facets.js";
import { fold, wordsOf } from "./parts/fold.js";
import { badge, element, json, part, say } from "./parts/page.js";
import { Places } from "./parts/places.js";
import { SearchIndex } from "./parts/search-index.js";
import { SearchWords } from "./parts/search-words.js";

/** @typedef {import("./parts/search-index.js").Found} Found */
/** @typedef {import("./parts/search-index.js").Fragment} Fragment */
/** @typedef {(words: readonly string[]) => (word: string) => boolean} Marker */

const BEST = 5;
const FIRST_OF_A_KIND = 3;
const PAUSE = 150;
const FILTERS = ["kind", "area", "status"];
// A word of the title counts most.
const RANKING = { metaWeights: { title: 10, summary: 1 } };
const form = document.getElementById("ls-search");

/** @param {HTMLFormElement} form */
function wire(form) {
  const output = part(document, "#ls-search-results", HTMLElement);
  const status = part(document, "#ls-search-status", HTMLElement);
  const words = part(form, "[name=q]", HTMLInputElement);
  const selects = FILTERS.map(name => part(form, `[name=${name}]`, HTMLSelectElement));
  const texts = form.dataset;
  let latest = 0;

  const address = (/** @type {string | undefined} */ path) => new URL(path || "", document.baseURI);

  async function open() {
    const bundle = address(texts.bundle);
    const [pagefind, vocabulary, facets, groups] = await Promise.all([
      import(new URL("pagefind.js", bundle).href),
      fetch(new URL("vocabulary.txt", bundle)).then(answer => answer.text()),
      json(address(texts.facets)), json(address(texts.words))
    ]);
    await pagefind.options({ ranking: RANKING });
    await pagefind.init();
    // Entries and overviews. Pages of municipalities have no place in the order, and must not make
    // every word of the strategy look rare.
    const ordered = await pagefind.search(null, { sort: { page: "asc" } });
    const ids = ordered.results.map((/** @type {{ id: string }} */ { id }) => id);
    return new SearchIndex(pagefind, new SearchWords(vocabulary.split("\n"), groups, document.documentElement.lang),
      new Facets(facets, ids, Number(texts.since)), ids.length);
  }

  /**
   * The choice of a filter that has this value.
   * @param {string} name
   * @param {string} value
   */
  function option(name, value) {
    const select = selects[FILTERS.indexOf(name)];
    return Array.from(select.options).find(one => value && one.value === value);
  }

  /**
   * @param {Found} page
   * @param {SearchIndex} index
   * @param {boolean} withKind
   * @param {Marker} marker
   */
  async function shown(page, index, withKind, marker) {
    const data = await page.result.data(), { facets } = index;
    const kind = option("kind", facets.kind(page.id)), state = facets.status(page.id);
    const item = element("li", { class: "ls-result" },
      element("a", { href: data.url }, data.meta.title || data.url));
    if (withKind && kind) { item.append(" ", element("span", { class: "ls-small" }, kind.dataset.one || "")); }
    if (state) {
      const { year, isDoubtful } = facets.age(page.id);
      const dated = isDoubtful ? texts.older : texts.dated, undated = isDoubtful ? texts.undated : "{status}";
      const values = { status: option("status", state)?.dataset.label || state, year: year ?? "" };
      item.append(" ", badge(state, say(year === null ? undated : dated, values), isDoubtful));
    }
    item.append(element("p", {}, ...saying(data, marker)));
    return item;
  }

  /**
   * @param {readonly Found[]} pages
   * @param {SearchIndex} index
   * @param {boolean} withKind
   * @param {Marker} marker
   */
  async function list(pages, index, withKind, marker) {
    const items = await Promise.all(pages.map(page => shown(page, index, withKind, marker)));
    return element("ol", { class: "ls-results" }, ...items);
  }

  /**
   * `counted`: the heading says how many there are, because not all of them are shown at first.
   * @param {string} id
   * @param {string} name
   * @param {readonly Found[]} pages
   * @param {SearchIndex} index
   * @param {{ first: number, marker: Marker, withKind?: boolean, counted?: boolean }} how
   */
  async function section(id, name, pages, index, { first, marker, withKind = false, counted = false }) {
    const heading = counted ? `${name} (${pages.length})` : name;
    const made = element("section", { "aria-labelledby": id }, element("h2", { id }, heading));
    const results = await list(pages.slice(0, first), index, withKind, marker);
    made.append(results);
    if (pages.length > first) {
      const button = element("button", { type: "button", class: "ls-more" },
        say(texts.all, { count: pages.length }), element("span", { class: "ls-unseen" }, ` ${name}`));
      button.addEventListener("click", async () => {
        const rest = await list(pages.slice(first), index, withKind, marker);
        const next = rest.querySelector("a");
        results.append(...rest.children);
        button.remove();
        next?.focus();
      });
      made.append(button);
    }
    return made;
  }

  /**
   * The best whatever they are, then the others by kind, the kind with the best one first.
   * @param {readonly Found[]} pages
   * @param {SearchIndex} index
   * @param {string} query
   */
  async function sections(pages, index, query) {
    const marker = index.words.marker(index.words.units(query));
    const label = (/** @type {string} */ kind) => option("kind", kind)?.dataset.label || kind;
    const [{ value: chosen }] = selects;
    if (chosen) {
      return [await section("ls-best", label(chosen), pages, index, { first: 2 * BEST, marker, counted: true })];
    }
    /** @type {Map<string, Found[]>} */
    const kinds = new Map();
    for (const page of pages.slice(BEST)) {
      const kind = index.facets.kind(page.id);
      kinds.set(kind, [...(kinds.get(kind) || []), page]);
    }
    return Promise.all([
      section("ls-best", texts.best || "", pages.slice(0, BEST), index, { first: BEST, marker, withKind: true }),
      ...[...kinds].map(([kind, some]) => section(`ls-found-${kind}`, label(kind), some, index,
        { first: FIRST_OF_A_KIND, marker, counted: true }))
    ]);
  }

  /**
   * @param {Found} page
   * @param {SearchIndex} index
   * @param {string} [except]
   */
  function passes(page, index, except) {
    return selects.every(({ name, value }) =>
      name === except || !value || index.facets.values(name, page.id).includes(value));
  }

  /**
   * How many results each choice would leave, beside its name.
   * @param {readonly Found[]} pages
   * @param {SearchIndex} index
   */
  function count(pages, index) {
    for (const select of selects) {
      const counts = new Map();
      for (const page of pages.filter(one => passes(one, index, select.name))) {
        for (const value of index.facets.values(select.name, page.id)) {
          counts.set(value, (counts.get(value) || 0) + 1);
        }
      }
      for (const one of select.options) {
        if (one.value) { one.textContent = `${one.dataset.label} (${counts.get(one.value) || 0})`; }
      }
    }
  }

  // Links to the pages of municipalities, for a query that is the name or number of one, or asks
  // for one's own. Without the file there are none.
  /** @type {Promise<Places> | undefined} */
  let places;

  /** @param {string} query */
  async function lookups(query) {
    // A strategy's own template may not name the file.
    if (!texts.places) { return []; }
    const link = (/** @type {string} */ to, /** @type {string} */ name) =>
      element("p", { class: "ls-search__place" }, element("a", { href: to }, name));
    if ((texts.mine || "").split(",").some(mine => fold(mine) === fold(query))) {
      return [link(texts.lookup || "", texts.find || "")];
    }
    places ||= json(address(texts.places)).then(file => new Places(file));
    try {
      return (await places).named(query).map(({ number, name, folder }) => link(
        `${texts.lookup}${folder}/`,
        say(texts.place, { name: `${name.split(" - ")[0]} (${number})` })
      ));
    } catch {
      return [];
    }
  }

  /**
   * Which words no page has, and what was looked for or could be looked for in their place.
   * @param {string} query
   * @param {SearchIndex} index
   */
  function unknown(query, index) {
    return index.words.unknown(index.words.units(query)).map(({ word, near, isMended }) => {
      const note = element("p", { class: "ls-search__unknown" }, say(texts.unknown, { word }));
      if (isMended) {
        note.append(" ", say(texts.instead, { words: near.join(", ") }));
      } else if (near.length) {
        note.append(" ", texts.near || "");
        for (const other of near) {
          const button = element("button", { type: "button" }, other);
          button.addEventListener("click", () => {
            words.value = words.value.toLowerCase().replace(word, other);
            words.focus();
            search();
          });
          note.append(" ", button);
        }
      }
      return note;
    });
  }

  function remember() {
    const choices = [words, ...selects].map(({ name, value }) => [name, value.trim()]);
    history.replaceState(null, "", withChoices(location.href, Object.fromEntries(choices)));
  }

  const pageTitle = document.title;
  /** @type {Promise<SearchIndex> | undefined} */
  let opened;

  async function search() {
    const mine = latest += 1, query = words.value.trim();
    remember();
    document.title = query ? `${query} – ${pageTitle}` : pageTitle;
    if (!query) {
      output.replaceChildren();
      status.textContent = "";
      return;
    }
    status.textContent = texts.searching || "";
    let index, found, links;
    try {
      index = await (opened ||= open());
      [found, links] = await Promise.all([index.search(query), lookups(query)]);
    } catch {
      opened = undefined;
      status.textContent = texts.missing || "";
      return;
    }
    const pages = found.filter(page => passes(page, index));
    const made = pages.length ? await sections(pages, index, query) : [];
    if (mine !== latest) { return; }
    count(found, index);
    output.replaceChildren(...links, ...unknown(query, index), ...made);
    const sentence = [texts.none, texts.one][pages.length] ?? texts.many;
    status.textContent = say(sentence, { count: pages.length, query });
    output.dataset.query = query;
  }

  /** @type {number | undefined} */
  let waiting;
  for (const select of selects) {
    for (const one of select.options) { one.dataset.label = one.textContent || ""; }
    select.addEventListener("change", search);
  }
  words.addEventListener("focus", () => { opened ||= open(); opened.catch(() => {}); });
  words.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(search, PAUSE);
  });
  form.addEventListener("submit", event => {
    event.preventDefault();
    clearTimeout(waiting);
    search();
  });
  for (const field of [words, ...selects]) {
    const value = choiceIn(location.href, field.name);
    // What was typed before this script came stays.
    if (value && !field.value && (field === words || option(field.name, value))) { field.value = value; }
  }
  // What is chosen is seen, also where there is little room.
  if (selects.some(select => select.value)) { part(form, "details", HTMLDetailsElement).open = true; }
  if (location.hash === "#ls-q") { words.focus(); }
  if (words.value) { search(); }
}

/**
 * The summary when it shows why the page was found, or else the words around what was found.
 * @param {Fragment} page
 * @param {Marker} marker
 */
function saying({ meta, content }, marker) {
  const placed = placedWords(content), isMarked = marker(placed.map(word => word.folded));
  const isShown = meta.summary && wordsOf(`${meta.title} ${meta.summary}`).some(isMarked);
  const pieces = isShown ? marked(meta.summary || "", placedWords(meta.summary || ""), isMarked)
    : excerpt(content, placed, isMarked);
  return pieces.map(piece => piece.isMarked ? element("mark", {}, piece.text) : piece.text);
}

if (form instanceof HTMLFormElement) { wire(form); }
