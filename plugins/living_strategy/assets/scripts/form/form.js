// The form on the site: Decap CMS with our own files, words and preview. It is begun by hand, once all is there.
import { beginIn, openAgain, staysAt } from "./form-page.js";
import { ContentFiles, filled, refused } from "./../parts/content-file.js";
import { firstAsked } from "./../parts/first-proposal.js";
import { refusal, registerRefusal, unknownField } from "./../parts/form-checks.js";
import { keepApart } from "./../parts/kept-apart.js";
import { openedAt } from "./../parts/opened-at.js";
import { blocks } from "./../parts/plain-markdown.js";
import { sentForReview } from "./../parts/sent-for-review.js";

/** @typedef {import("../parts/form-checks.js").Checks} Checks */
/**
 * @typedef {object} Collection
 * @property {string} name
 * @property {"item" | "register" | "areas" | "fields"} sort
 * @property {import("../parts/canonical.js").Style} style
 * @property {Checks} checks
 * @property {string} kind
 * @property {{ name: string, label: string, words: Record<string, string> | null }[]} facts
 * @property {string[]} reported
 * @property {string} page where its entries are on the site; empty for what has no page of its own
 */

const page = /** @type {any} */ (window);
page.CMS_MANUAL_INIT = true;
const NO_PICTURES = "none";
const TRIAL = "test-repo";
if (document.documentElement.dataset.demo) {
  keepApart(Storage.prototype, IDBFactory.prototype);
}
const { opened, isBack, isReport } = openedAt(location, sessionStorage);
if (isBack && opened.includes("#")) {
  // The program reads where it is when it is loaded, and what the login says after that.
  history.replaceState(null, "", `${location.search}${opened.slice(opened.indexOf("#"))}`);
}

/**
 * @param {string} address
 */
async function read(address) {
  return (await fetch(address)).json();
}

/**
 * What the program reads and writes of a collection.
 * @param {Collection} collection
 * @param {Record<string, string>} messages
 */
function format(collection, messages) {
  const { sort, style, checks } = collection;
  const files = new ContentFiles(page.jsyaml, style, messages.lost ?? "", messages.unreadable ?? "");
  const refuse = (/** @type {string} */ said) => {
    if (said) {
      throw refused(said);
    }
  };
  const list = sort === "areas" ? "areas" : "entries";
  const isList = sort === "areas" || sort === "register";
  return {
    fromFile: (/** @type {string} */ content) =>
      sort === "item" ? files.readItem(content) : sort === "register" ? files.readRegister(content) : files.readFields(content),
    toFile: (/** @type {any} */ values) => {
      const full = /** @type {any} */ (filled(values) ?? {});
      refuse(unknownField(full, style, sort, messages));
      refuse(isList ? registerRefusal(full[list] ?? [], checks, messages) : refusal(full, checks, messages));
      return sort === "item" ? files.writeItem(values) : sort === "register" ? files.writeRegister(values) : files.writeFields(values);
    }
  };
}

/**
 * The preview of an entry, in the form of its page.
 * @param {Collection} collection
 * @param {Record<string, string>} titles
 */
function preview(collection, titles) {
  const { h, createClass } = page;
  const inline = (/** @type {import("../parts/plain-markdown.js").Piece[]} */ pieces) => pieces.map((piece, key) =>
    piece.to ? h("a", { key, href: piece.to }, piece.text) : piece.strong ? h("strong", { key }, piece.text) : piece.text);
  const fact = (/** @type {any} */ value, /** @type {Record<string, string> | null} */ words) => {
    const values = (Array.isArray(value) ? value : [value]).filter(text => typeof text === "string" && text);
    return values.map(text => words?.[text] ?? titles[text] ?? text).join(", ");
  };
  return createClass({
    render() {
      const values = /** @type {any} */ (this).props.entry.get("data").toJS();
      const facts = collection.facts.map(({ name, label, words }) => ({ name, label, said: fact(values[name], words) }));
      return h("div", { className: "ls-item ls-preview" },
        h("header", { className: "ls-head" },
          h("p", { className: "ls-eyebrow" }, collection.kind),
          h("h1", {}, values.title),
          h("p", { className: "ls-lead" }, values.summary)),
        h("aside", { className: "ls-panel" }, h("dl", { className: "ls-facts" },
          facts.filter(({ said }) => said).map(({ name, label, said }) => h("div", { key: name }, h("dt", {}, label),
            h("dd", {}, name === "status" ? h("span", { className: `ls-status ls-status--${values.status}` }, said) : said))))),
        h("div", { className: "ls-reading" }, h("div", { className: "ls-body" }, blocks(values.body ?? values.description ?? "", titles).map((block, key) =>
          block.tag === "ul" || block.tag === "ol"
            ? h(block.tag, { key }, block.items.map((item, place) => h("li", { key: place }, inline(item))))
            : h(block.tag, { key }, inline(block.items[0] ?? []))))));
    }
  });
}

/**
 * The words of a language with others laid over them.
 * @param {any} words
 * @param {any} others
 * @returns {any}
 */
function laidOver(words, others) {
  const pairs = Object.entries(others).map(([name, other]) =>
    [name, typeof other === "object" ? laidOver(words?.[name] ?? {}, other) : other]);
  return { ...words, ...Object.fromEntries(pairs) };
}

/**
 * The settings with what a report is about before all else.
 * @param {any} settings
 * @param {Collection[]} collections
 */
function forReport(settings, collections) {
  const reported = new Map(collections.map(collection => [collection.name, collection.reported]));
  const ordered = settings.collections.map((/** @type {any} */ collection) => {
    const first = reported.get(collection.name) ?? [];
    const place = (/** @type {{ name: string }} */ { name }) => first.includes(name) ? first.indexOf(name) : first.length;
    const fields = collection.fields && [...collection.fields].sort((one, other) => place(one) - place(other));
    return { ...collection, ...fields && { fields } };
  });
  return { ...settings, collections: ordered };
}

/**
 * The settings with the page of each collection, by which a button leads to what is published.
 * @param {any} settings
 * @param {Collection[]} collections
 * @param {string} root the address of the site
 */
function withPages(settings, collections, root) {
  const pages = new Map(collections.map(collection => [collection.name, collection.page]));
  const paged = settings.collections.map((/** @type {any} */ collection) => {
    const path = pages.get(collection.name);
    return { ...collection, ...path && { preview_path: path } };
  });
  return { ...settings, collections: paged, site_url: root, show_preview_links: true };
}

async function begin() {
  const { CMS } = page;
  const { folder = "", demo = "" } = document.documentElement.dataset;
  const [data, config, content] = await Promise.all(
    [read(`${folder}form.json`), read("config.yml"), demo ? read("content.json") : null]);
  const words = laidOver(CMS.getLocale(data.locale) ?? CMS.getLocale("en"), data.words);
  const ours = demo ? laidOver(words, data.trial) : words;
  CMS.registerLocale(data.locale, isReport ? laidOver(ours, data.sending) : ours);
  for (const collection of data.collections) {
    CMS.registerCustomFormat(`strategy-${collection.name}`, collection.sort === "item" ? "md" : "yml", format(collection, data.messages));
    CMS.registerPreviewTemplate(collection.name, preview(collection, data.titles));
  }
  for (const style of data.styles) {
    CMS.registerPreviewStyle(new URL(`${folder}${style}`, location.href).href);
  }
  for (const name of ["github", "gitlab", "proxy", TRIAL]) {
    const registered = CMS.getBackend(name);
    const { init } = registered;
    registered.init = (/** @type {any[]} */ ...settings) => {
      const begun = staysAt(init(...settings), opened);
      // A draft has no page that we know of. Without an answer a button would stay that leads nowhere.
      begun.getDeployPreview = async () => ({ url: "", status: "" });
      const backend = name === TRIAL ? begun : firstAsked(begun, data.messages.changed);
      return isReport ? sentForReview(backend, () => openAgain(data.sending.editor.editorToolbar.save)) : backend;
    };
  }
  if (content) {
    page.repoFiles = content;
  }
  // What is uploaded beside an entry would go to the site at once, and nobody would have reviewed it.
  CMS.registerMediaLibrary({ name: NO_PICTURES, init: () => ({ enableStandalone: () => false }) });
  const paged = withPages(config, data.collections, new URL(`${folder}../`, location.href).href);
  const settings = isReport ? forReport(paged, data.collections) : paged;
  if (isReport) {
    beginIn("status");
  }
  CMS.init({ config: { ...settings, load_config_file: false, media_library: { name: NO_PICTURES } } });
}

window.addEventListener("DOMContentLoaded", begin);
