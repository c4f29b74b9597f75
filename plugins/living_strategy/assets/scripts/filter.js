// Narrows, sorts and saves the table of a list. What is chosen stands in the page's address.
import { choiceIn, withChoices } from "./parts/address.js";
import { part, say } from "./parts/page.js";
import { counts, csv, fits, order, sortingFrom } from "./parts/table.js";

// How many rows a choice leaves, behind its words.
const COUNT = /\([0-9]+\)$/;

const form = document.querySelector("form.ls-filter");
const table = form instanceof HTMLFormElement && document.getElementById(form.dataset.table || "");

/**
 * @param {HTMLFormElement} form
 * @param {HTMLTableElement} table
 */
function wire(form, table) {
  const bodies = Array.from(table.tBodies);
  const groups = bodies.flatMap(body => Array.from(body.rows))
    .filter(line => line.classList.contains("ls-group"));
  const lines = bodies.flatMap(body => Array.from(body.rows)).filter(line => !groups.includes(line));
  const homes = lines.map(line => line.parentElement);
  const words = part(form, "input", HTMLInputElement);
  const selects = Array.from(form.querySelectorAll("select"));
  const status = part(form, "[role=status]", HTMLElement);
  const folded = part(form, "details", HTMLDetailsElement);
  const summary = part(folded, "summary", HTMLElement);
  const title = summary.textContent || "";
  // As in the style sheet: a wide page has room for all choices, and no summary.
  const wide = window.matchMedia("(min-width: 37.5em)");
  const heads = Array.from((/** @type {HTMLTableSectionElement} */ (table.tHead)).rows[0].cells);
  /** @type {Intl.Collator | undefined} */
  let collator;
  const rows = lines.map(line => ({
    text: (line.textContent || "").toLowerCase(),
    values: Object.fromEntries(selects.map(select =>
      [select.name, (line.getAttribute(`data-${select.name}`) || "").split(" ")])),
    cells: Array.from(line.cells, cell => (cell.textContent || "").trim())
  }));
  const options = new Map(selects.map(select => [select, Array.from(select.options)]));
  const pageTitle = document.title;
  let sorting = 0, isNarrowed = false;

  function choices() { return Object.fromEntries(selects.map(select => [select.name, select.value])); }

  function sort() {
    // Made when somebody sorts: it takes longer than everything else here.
    collator ||= new Intl.Collator(form.dataset.alphabet, { numeric: true });
    if (sorting) {
      bodies[0].append(...order(rows, sorting, collator.compare).map(at => lines[at]));
    } else {
      lines.forEach((line, at) => homes[at]?.append(line));
    }
    show();
    heads.forEach((head, at) => {
      if (at === Math.abs(sorting) - 1) {
        head.setAttribute("aria-sort", sorting < 0 ? "descending" : "ascending");
      } else {
        head.removeAttribute("aria-sort");
      }
    });
  }

  // The heading of a group stands over rows of its own only, and not over none.
  function show() {
    for (const group of groups) {
      const own = lines.filter((_, at) => homes[at] === group.parentElement);
      group.hidden = Boolean(sorting) || own.every(line => line.hidden);
    }
  }

  // How many rows each choice would leave. One that would leave none is no choice.
  /** @param {HTMLSelectElement} select */
  function count(select) {
    const left = counts(rows, words.value.trim(), choices(), select.name);
    const [all, ...others] = options.get(select) || [];
    const offered = others.filter(option => {
      const number = left.get(option.value) || 0;
      write(option, (option.textContent || "").replace(COUNT, `(${number})`));
      return number || option.value === select.value;
    });
    // Some browsers show options that are hidden. Nothing is moved when nothing changes.
    const now = [all, ...offered];
    if (now.length !== select.options.length || now.some((option, at) => option !== select.options[at])) {
      const { value } = select;
      select.replaceChildren(...now);
      select.value = value;
    }
  }

  function narrow() {
    lines.forEach((line, at) => { line.hidden = !fits(rows[at], words.value.trim(), choices()); });
    selects.forEach(count);
    show();
    const shown = lines.filter(line => !line.hidden).length;
    const chosen = [words, ...selects].filter(field => field.value.trim());
    // As the page came, the line above says how many there are.
    isNarrowed ||= Boolean(chosen.length);
    status.textContent = isNarrowed ? [
      say(form.dataset.status, { shown, all: lines.length }), ...(shown ? [] : [wayOut(chosen)])
    ].join(" ").trim() : "";
    write(summary, chosen.length ? `${title} (${chosen.length})` : title);
    // Whoever follows a link to a choice, or keeps it, is told what was chosen.
    document.title = [...chosen.map(chosenIn), pageTitle].join(" – ");
  }

  // Which choice to take away when nothing is left: one without which there are rows.
  /** @param {(HTMLInputElement | HTMLSelectElement)[]} chosen */
  function wayOut(chosen) {
    const field = chosen.find(one => rows.some(row => one === words
      ? fits(row, "", choices()) : fits(row, words.value.trim(), choices(), one.name)));
    const label = field?.labels?.[0]?.textContent;
    return field && label ? say(form.dataset.without, { choice: label, value: chosenIn(field) }) : "";
  }

  // On a phone the rows come first. Nobody who is choosing has the choices folded away.
  function fold() {
    if (wide.matches || !folded.contains(document.activeElement)) { folded.open = wide.matches; }
  }

  function remember() {
    window.history.replaceState(null, "", withChoices(window.location.href, {
      [words.name]: words.value, ...choices(), [form.dataset.sort || ""]: sorting ? String(sorting) : ""
    }));
  }

  function read() {
    const { href } = window.location;
    words.value = choiceIn(href, words.name);
    for (const select of selects) {
      select.replaceChildren(...options.get(select) || []);
      select.value = choiceIn(href, select.name, Array.from(select.options, option => option.value));
    }
    sorting = sortingFrom(choiceIn(href, form.dataset.sort || ""), heads.length);
  }

  function download() {
    const shown = bodies.flatMap(body => Array.from(body.rows))
      .filter(line => lines.includes(line) && !line.hidden).map(line => Array.from(line.cells));
    const text = csv([heads, ...shown].map(cells => cells.map(cell => cell.textContent || "")));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
    link.download = form.dataset.file || "";
    link.click();
    window.setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  heads.forEach((head, at) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "ls-sort";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      sorting = sorting === at + 1 ? -sorting : at + 1;
      sort();
      remember();
      status.textContent = say(form.dataset.sorted, { column: button.textContent || "" });
    });
  });
  form.addEventListener("input", () => { narrow(); remember(); });
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("reset", event => {
    event.preventDefault();
    for (const field of [words, ...selects]) { field.value = ""; }
    sorting = 0;
    sort();
    narrow();
    remember();
  });
  part(form, "[data-download]", HTMLElement).addEventListener("click", download);
  window.addEventListener("popstate", () => { read(); sort(); narrow(); });
  wide.addEventListener("change", fold);
  fold();
  form.hidden = false;
  read();
  // As the page came, its rows are in order: moving them would have it laid out once more.
  if (sorting) { sort(); }
  narrow();
}

/**
 * What is chosen in a field, as the reader sees it.
 * @param {HTMLInputElement | HTMLSelectElement} field
 */
function chosenIn(field) {
  const words = field instanceof HTMLSelectElement ? field.selectedOptions[0]?.textContent || "" : field.value;
  return words.replace(COUNT, "").trim();
}

/**
 * Text that is there already is not written again: the page would be laid out anew for it.
 * @param {HTMLElement} element
 * @param {string} text
 */
function write(element, text) {
  if (element.textContent !== text) { element.textContent = text; }
}

if (form instanceof HTMLFormElement && table instanceof HTMLTableElement) { wire(form, table); }
