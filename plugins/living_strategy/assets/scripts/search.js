// The search page: asks the index for every word and its relatives, and shows what was found.
// The state stands in the address, so that a search can be linked to.
import { SearchWords, fold, wordsOf } from "./search-words.js";

const SHORT = 3;
const SIDE_BY_SIDE = 1.5;
// What a page gains from further relatives of a word beside the best one.
const ALSO = 0.4;
const BEST = 5;
const FIRST_OF_A_KIND = 3;
const PAUSE = 150;
// How many words around what was found are shown, and how many of them before it.
const AROUND = 30;
const BEFORE = 5;
const FILTERS = ["kind", "area", "status"];
const OTHER = "page";
// Behind a status: it is confirmed. Only where that is a part of all is there a choice of it.
const CONFIRMED = "-confirmed";
// The strategy itself before what it refers to, and answers before lists of links.
const WEIGHTS = {
  organisation: 0.6, body: 0.7, component: 0.8, framework: 0.9, network: 0.9, overview: 0.5
};
// A word of the title counts most. What stands beside it for the page itself is no text.
const RANKING = { metaWeights: { title: 10, summary: 1, is: 0 } };

const form = document.getElementById("ls-search");
const output = document.getElementById("ls-search-results");
const status = document.getElementById("ls-search-status");
const texts = form.dataset;
let latest = 0;

// The index

class Index {
  static async open() {
    const bundle = new URL(texts.bundle, document.baseURI);
    const lines = file => fetch(new URL(file, bundle)).then(answer => answer.text()).then(text => text.split("\n"));
    const [pagefind, vocabulary, facets, groups] = await Promise.all([
      import(new URL("pagefind.js", bundle).href), lines("vocabulary.txt"), lines("facets.txt"),
      fetch(new URL(texts.words, document.baseURI)).then(answer => answer.json())
    ]);
    await pagefind.options({ ranking: RANKING });
    await pagefind.init();
    const index = new Index();
    index.pagefind = pagefind;
    index.words = new SearchWords(vocabulary, groups, document.documentElement.lang);
    index.found = new Map();
    index.exact = new Map();
    index.readFacets(facets);
    index.size = (await pagefind.search(null)).results.length;
    return index;
  }

  // Which pages have which kind, status and areas, so that results can be grouped and counted
  // without fetching them. A line says `measure/ongoing/area/area` and then the pages; an old status
  // has its year behind it, as `ongoing:2021`, and one without a date is `ongoing:`.
  readFacets(lines) {
    this.facets = { kind: new Map(), status: new Map(), area: new Map() };
    this.ages = new Map();
    for (const line of lines) {
      const [facet, ...ids] = line.split(" "), [kind, aged, ...areas] = facet.split("/");
      const [status, age] = (aged || "").split(":");
      for (const id of ids) {
        this.facets.kind.set(id, [kind]);
        const isConfirmed = age === undefined || Number(age) >= Number(texts.since);
        this.facets.status.set(id, !status ? [] : isConfirmed ? [status, status + CONFIRMED] : [status]);
        if (age !== undefined) { this.ages.set(id, age || texts.undated); }
        this.facets.area.set(id, areas);
      }
    }
  }

  values(name, id) { return this.facets[name].get(id) || (name === "kind" ? [OTHER] : []); }

  // Pages with a word: their scores, and what to fetch.
  term(word, typed) {
    const key = `${word} ${Boolean(typed)}`;
    if (!this.found.has(key)) {
      this.found.set(key, Promise.all([this.pagefind.search(word), this.holders(word, typed)])
        .then(([{ results }, holders]) => new Map(results
          .filter(({ id }) => !holders || holders.has(id))
          .map(result => [result.id, { score: result.score, result }]))));
    }
    return this.found.get(key);
  }

  // Pages that have the word, a form of it or a compound with it. Pagefind ranks pages by every word
  // that begins like its stem, so what it gives may have nothing but another word. Short words are
  // taken as they are: «KI» is not the beginning of «kirke».
  async holders(word, typed) {
    if (word.length <= SHORT) { return this.phrase(word); }
    if (/\d/.test(word)) { return undefined; }
    const sets = await Promise.all(this.words.answers(word, typed).map(one => this.phrase(one)));
    return new Set(sets.flatMap(ids => [...ids]));
  }

  // Pages where these words stand side by side. Pagefind does not rank them.
  phrase(words) {
    if (!this.exact.has(words)) {
      this.exact.set(words, this.pagefind.search(`"${words}"`)
        .then(({ results }) => new Set(results.map(({ id }) => id))));
    }
    return this.exact.get(words);
  }

  // Pages that have all words of an alternative.
  async alternative({ terms, worth, typed }) {
    const sets = await Promise.all(terms.map(word => this.term(word, typed)));
    const pages = new Map();
    for (const [id, first] of sets[0]) {
      const hits = sets.map(pages => pages.get(id));
      if (hits.every(Boolean)) {
        // The geometric mean: one word in the title is no answer for another that is barely there.
        const product = hits.reduce((total, hit) => total * hit.score, 1);
        pages.set(id, { score: worth * product ** (1 / terms.length), result: first.result });
      }
    }
    return pages;
  }

  rarity(count) { return Math.log(1 + (this.size - count + 0.5) / (count + 0.5)); }

  // Pages by how well they answer: those with more of what was asked for come first.
  async search(query) {
    const units = this.words.units(query), pages = new Map();
    const asked = units.filter(unit => !unit.bonus).length;
    for (const unit of units) {
      const best = new Map();
      const sets = await Promise.all(unit.alternatives.map(one => this.alternative(one)));
      const rarity = sets.map(found => this.rarity(found.size));
      sets.forEach((found, place) => {
        // A rarer relative is not worth more than the word itself because it is rarer.
        const worth = sets[0].size ? Math.min(1, rarity[0] / rarity[place]) : 1;
        for (const [id, hit] of found) {
          const score = worth * hit.score, so = best.get(id) || { score: 0, rest: 0 };
          if (score > so.score) {
            best.set(id, { score, rest: so.rest + so.score, result: hit.result });
          } else {
            so.rest += score;
          }
        }
      });
      for (const [id, hit] of best) {
        if (!unit.finds && !pages.has(id)) { continue; }
        const page = pages.get(id) || { id, score: 0, answered: 0, result: hit.result };
        page.score += hit.score + ALSO * hit.rest;
        page.answered += unit.bonus ? 0 : 1;
        pages.set(id, page);
      }
    }
    const phrases = await Promise.all(this.words.phrases(query).map(words => this.phrase(words)));
    for (const page of pages.values()) {
      if (phrases.some(some => some.has(page.id))) { page.score *= SIDE_BY_SIDE; }
      const [kind] = this.values("kind", page.id);
      page.score *= (WEIGHTS[kind] || 1) * (page.answered || asked) / asked;
    }
    return [...pages.values()].sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
  }
}

// The page

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) { made.setAttribute(key, value); }
  made.append(...children);
  return made;
}

// The words around most of what was found, with marks on it. Pagefind's own excerpts mark every word
// that begins like the stem of one.
function excerpt(text, words, isMarked) {
  const hits = words.flatMap((word, place) => isMarked(word.folded) ? [place] : []);
  let best = 0, start = 0;
  for (const hit of hits) {
    const from = Math.max(0, hit - BEFORE), inside = hits.filter(one => one >= from && one < from + AROUND);
    const worth = new Set(inside.map(one => words[one].folded)).size + inside.length / AROUND;
    if (worth > best) { best = worth; start = from; }
  }
  const shown = words.slice(start, start + AROUND), parts = ["… "];
  let at = shown.length ? shown[0].from : 0;
  for (const word of shown) {
    if (isMarked(word.folded)) {
      parts.push(text.slice(at, word.from), element("mark", {}, text.slice(word.from, word.to)));
      at = word.to;
    }
  }
  parts.push(text.slice(at, shown.length ? shown.at(-1).to : 0), " …");
  return parts;
}

function option(name, value) { return form.elements[name].querySelector(`option[value="${CSS.escape(value)}"]`); }

async function shown(page, index, withKind, marker) {
  const data = await page.result.data();
  const kind = option("kind", index.values("kind", page.id)[0]);
  const [state] = index.values("status", page.id);
  const item = element("li", { class: "ls-result" },
    element("a", { href: data.url }, data.meta.title || data.url));
  if (withKind && kind) { item.append(" ", element("span", { class: "ls-small" }, kind.dataset.one)); }
  if (state) {
    const age = index.ages.get(page.id), { label } = option("status", state).dataset;
    item.append(" ", element("span", { class: `ls-status ls-status--${state}` }, age ? `${label} (${age})` : label));
  }
  item.append(element("p", {}, ...saying(data, marker)));
  return item;
}

// The words of a text, in lower case, with the places they stand at.
function placesOfWords(text) {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(found =>
    ({ folded: found[0].toLowerCase(), from: found.index, to: found.index + found[0].length }));
}

// The summary when it shows why the page was found, or else the words around what was found.
function saying({ meta, content }, marker) {
  const words = placesOfWords(content), isMarked = marker(words.map(word => word.folded));
  const seen = wordsOf(`${meta.title} ${meta.summary || ""}`);
  return meta.summary && seen.some(isMarked) ? [meta.summary] : excerpt(content, words, isMarked);
}

async function list(pages, index, withKind, marker) {
  const made = element("ol", { class: "ls-results" });
  made.append(...await Promise.all(pages.map(page => shown(page, index, withKind, marker))));
  return made;
}

// `counted`: the heading says how many there are, because not all of them are shown at first.
async function section(id, name, pages, index, { first, marker, withKind = false, counted = false }) {
  const heading = counted ? `${name} (${pages.length})` : name;
  const made = element("section", { "aria-labelledby": id }, element("h2", { id }, heading));
  const results = await list(pages.slice(0, first), index, withKind, marker);
  made.append(results);
  if (pages.length > first) {
    const button = element("button", { type: "button", class: "ls-more" },
      texts.all.replace("{count}", pages.length), element("span", { class: "ls-unseen" }, ` ${name}`));
    button.addEventListener("click", async () => {
      const rest = await list(pages.slice(first), index, withKind, marker);
      const next = rest.querySelector("a");
      results.append(...rest.children);
      button.remove();
      next.focus();
    });
    made.append(button);
  }
  return made;
}

// The best whatever they are, then the others by kind, the kind with the best one first.
async function sections(pages, index, query) {
  const marker = index.words.marker(index.words.units(query));
  if (form.elements.kind.value) {
    const name = option("kind", form.elements.kind.value).dataset.label;
    return [await section("ls-best", name, pages, index, { first: 2 * BEST, marker, counted: true })];
  }
  const kinds = new Map();
  for (const page of pages.slice(BEST)) {
    const [kind] = index.values("kind", page.id);
    kinds.set(kind, [...(kinds.get(kind) || []), page]);
  }
  return Promise.all([
    section("ls-best", texts.best, pages.slice(0, BEST), index, { first: BEST, marker, withKind: true }),
    ...[...kinds].map(([kind, some]) => section(`ls-found-${kind}`, option("kind", kind)?.dataset.label || kind,
      some, index, { first: FIRST_OF_A_KIND, marker, counted: true }))
  ]);
}

function passes(page, index, but) {
  return FILTERS.every(name => {
    const wanted = form.elements[name].value;
    return name === but || !wanted || index.values(name, page.id).includes(wanted);
  });
}

// How many results each choice would leave, beside its name.
function count(pages, index) {
  for (const name of FILTERS) {
    const counts = new Map();
    for (const page of pages.filter(one => passes(one, index, name))) {
      for (const value of index.values(name, page.id)) { counts.set(value, (counts.get(value) || 0) + 1); }
    }
    for (const one of form.elements[name].options) {
      if (one.value) { one.textContent = `${one.dataset.label} (${counts.get(one.value) || 0})`; }
    }
  }
}

// Links to the look-up of municipalities, for a query that is the name or number of one, or asks for
// one's own. Without the file there are none.
let places;
async function lookups(query) {
  // A strategy's own template may not name the file.
  if (!texts.places) { return []; }
  const wanted = fold(query).replace(/\s+(fylkes)?kommune$/, "");
  const link = (address, words) => element("p", { class: "ls-search__place" }, element("a", { href: address }, words));
  if (texts.mine.split(",").some(words => fold(words) === fold(query))) { return [link(texts.lookup, texts.find)]; }
  places ||= fetch(new URL(texts.places, document.baseURI)).then(answer => answer.json()).catch(() => ({ places: [] }));
  const found = (await places).places.filter(([number, name]) =>
    number === wanted || name.split(" - ").some(one => fold(one) === wanted));
  return found.map(([number, name]) => link(`${texts.lookup}?${texts.parameter}=${number}`,
    texts.place.replace("{name}", `${name.split(" - ")[0]} (${number})`)));
}

function remember() {
  const address = new URL(location.href);
  for (const name of ["q", ...FILTERS]) {
    const value = form.elements[name].value.trim();
    if (value) { address.searchParams.set(name, value); } else { address.searchParams.delete(name); }
  }
  history.replaceState(null, "", address);
}

let opened;

async function search() {
  const mine = latest += 1, query = form.elements.q.value.trim();
  remember();
  if (!query) {
    output.replaceChildren();
    status.textContent = "";
    return;
  }
  status.textContent = texts.searching;
  let index, found, links;
  try {
    index = await (opened ||= Index.open());
    [found, links] = await Promise.all([index.search(query), lookups(query)]);
  } catch {
    opened = undefined;
    status.textContent = texts.missing;
    return;
  }
  const pages = found.filter(page => passes(page, index));
  const made = pages.length ? await sections(pages, index, query) : [];
  if (mine !== latest) { return; }
  count(found, index);
  output.replaceChildren(...links, ...made);
  const text = pages.length === 0 ? texts.none : pages.length === 1 ? texts.one : texts.many;
  status.textContent = text.replace("{count}", pages.length).replace("{query}", () => query);
  output.dataset.query = query;
}

let waiting;
function soon() {
  clearTimeout(waiting);
  waiting = setTimeout(search, PAUSE);
}

for (const name of FILTERS) {
  for (const one of form.elements[name].options) { one.dataset.label = one.textContent; }
  form.elements[name].addEventListener("change", search);
}
form.elements.q.addEventListener("focus", () => { opened ||= Index.open(); opened.catch(() => {}); });
form.elements.q.addEventListener("input", soon);
form.addEventListener("submit", event => {
  event.preventDefault();
  clearTimeout(waiting);
  search();
});
const asked = new URLSearchParams(location.search);
for (const name of ["q", ...FILTERS]) {
  const value = asked.get(name);
  // What was typed before this script came stays.
  if (value && !form.elements[name].value && (name === "q" || option(name, value))) { form.elements[name].value = value; }
}
if (form.elements.q.value) { search(); }
