// The search page: asks the index for every word and its relatives, and shows what was found.
// The state stands in the address, so that a search can be linked to.
import { SearchWords } from "./search-words.js";

const SHORT = 3;
const SIDE_BY_SIDE = 1.5;
// What a page gains from further relatives of a word beside the best one.
const ALSO = 0.2;
const BEST = 5;
const FIRST_OF_A_KIND = 3;
const PAUSE = 150;
const FILTERS = ["kind", "area", "status"];
const OTHER = "page";
// The strategy itself before what it refers to, and answers before lists of links.
const WEIGHTS = {
  organisation: 0.6, body: 0.7, component: 0.8, framework: 0.9, network: 0.9, overview: 0.5
};
const RANKING = { metaWeights: { title: 10 } };

const form = document.getElementById("ls-search");
const output = document.getElementById("ls-search-results");
const status = document.getElementById("ls-search-status");
const texts = form.dataset;
let latest = 0;

// The index

class Index {
  static async open() {
    const bundle = new URL(texts.bundle, document.baseURI);
    const [pagefind, words, groups] = await Promise.all([
      import(new URL("pagefind.js", bundle).href),
      fetch(new URL("vocabulary.txt", bundle)).then(answer => answer.text()),
      fetch(new URL(texts.words, document.baseURI)).then(answer => answer.json())
    ]);
    await pagefind.options({ ranking: RANKING });
    await pagefind.init();
    const index = new Index();
    index.pagefind = pagefind;
    index.words = new SearchWords(words.split("\n"), groups, document.documentElement.lang);
    index.found = new Map();
    index.size = (await pagefind.search(null)).results.length;
    index.facets = await index.readFacets();
    return index;
  }

  // Which pages have which kind, area and status, so that results can be grouped and counted
  // without fetching them.
  async readFacets() {
    const facets = {}, choices = await this.pagefind.filters();
    for (const name of FILTERS) {
      facets[name] = new Map();
      for (const value of Object.keys(choices[name] || {})) {
        const { results } = await this.pagefind.search(null, { filters: { [name]: value } });
        for (const { id } of results) {
          facets[name].set(id, [...(facets[name].get(id) || []), value]);
        }
      }
    }
    return facets;
  }

  values(name, id) { return this.facets[name].get(id) || (name === "kind" ? [OTHER] : []); }

  // Pages with a word: their scores, and what to fetch. Short words are taken as they are: «KI» is
  // not the beginning of «kirke».
  term(word) {
    if (!this.found.has(word)) {
      this.found.set(word, Promise.all([
        this.pagefind.search(word), word.length <= SHORT ? this.phrase(word) : undefined
      ]).then(([{ results }, exact]) => new Map(results
        .filter(({ id }) => !exact || exact.has(id))
        .map(result => [result.id, { score: result.score, result }]))));
    }
    return this.found.get(word);
  }

  // Pages where these words stand side by side. Pagefind does not rank them.
  async phrase(words) {
    const { results } = await this.pagefind.search(`"${words}"`);
    return new Set(results.map(({ id }) => id));
  }

  // Pages that have all words of an alternative.
  async alternative({ terms, worth }) {
    const sets = await Promise.all(terms.map(word => this.term(word)));
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
        const page = pages.get(id) || { id, score: 0, answered: 0, top: 0 };
        page.score += hit.score + ALSO * hit.rest;
        page.answered += unit.bonus ? 0 : 1;
        if (hit.score > page.top) { page.top = hit.score; page.result = hit.result; }
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

// An excerpt as text and marks: whatever else stands in it is shown, never run.
function excerpt(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html").body;
  return [...parsed.childNodes].map(node =>
    node.nodeName === "MARK" ? element("mark", {}, node.textContent) : node.textContent);
}

function option(name, value) { return form.elements[name].querySelector(`option[value="${CSS.escape(value)}"]`); }

async function shown(page, index, withKind) {
  const data = await page.result.data();
  const kind = option("kind", index.values("kind", page.id)[0]);
  const [state] = index.values("status", page.id);
  const item = element("li", { class: "ls-result" },
    element("a", { href: data.url }, data.meta.title || data.url));
  if (withKind && kind) { item.append(" ", element("span", { class: "ls-small" }, kind.dataset.one)); }
  if (state) {
    item.append(" ", element("span", { class: `ls-status ls-status--${state}` }, option("status", state).dataset.label));
  }
  item.append(element("p", {}, ...excerpt(data.excerpt)));
  return item;
}

async function list(pages, index, withKind) {
  const made = element("ol", { class: "ls-results" });
  made.append(...await Promise.all(pages.map(page => shown(page, index, withKind))));
  return made;
}

async function section(id, heading, pages, index, withKind, first) {
  const made = element("section", { "aria-labelledby": id }, element("h2", { id }, heading));
  const results = await list(pages.slice(0, first), index, withKind);
  made.append(results);
  if (pages.length > first) {
    const button = element("button", { type: "button", class: "ls-more" },
      texts.all.replace("{count}", pages.length), element("span", { class: "ls-unseen" }, ` ${heading}`));
    button.addEventListener("click", async () => {
      const rest = await list(pages.slice(first), index, withKind);
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
async function sections(pages, index) {
  if (form.elements.kind.value) {
    const heading = option("kind", form.elements.kind.value).dataset.label;
    return [await section("ls-best", heading, pages, index, false, 2 * BEST)];
  }
  const kinds = new Map();
  for (const page of pages.slice(BEST)) {
    const [kind] = index.values("kind", page.id);
    kinds.set(kind, [...(kinds.get(kind) || []), page]);
  }
  return Promise.all([
    section("ls-best", texts.best, pages.slice(0, BEST), index, true, BEST),
    ...[...kinds].map(([kind, some]) => section(`ls-found-${kind}`,
      `${option("kind", kind)?.dataset.label || kind}: ${texts.more.replace("{count}", some.length)}`,
      some, index, false, FIRST_OF_A_KIND))
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
  let index, found;
  try {
    index = await (opened ||= Index.open());
    found = await index.search(query);
  } catch {
    opened = undefined;
    status.textContent = texts.missing;
    return;
  }
  const pages = found.filter(page => passes(page, index));
  const made = pages.length ? await sections(pages, index) : [];
  if (mine !== latest) { return; }
  count(found, index);
  output.replaceChildren(...made);
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
  if (value && (name === "q" || option(name, value))) { form.elements[name].value = value; }
}
if (location.hash === "#ls-q") { form.elements.q.focus(); }
if (form.elements.q.value) { search(); }
