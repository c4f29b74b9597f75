// Narrows, sorts and saves the table of a list. What is chosen stands in the page's address.
(function () {
  "use strict";
  var form = document.querySelector("form.ls-filter");
  var table = form && document.getElementById(form.dataset.table);
  if (!table) { return; }
  var body = table.tBodies[0];
  var rows = Array.from(body.rows).map(function (row, place) {
    return { row: row, place: place, text: row.textContent.toLowerCase(), shown: true };
  });
  var words = form.querySelector("input");
  var selects = Array.from(form.querySelectorAll("select"));
  var status = form.querySelector("[role=status]");
  var folded = form.querySelector("details");
  var summary = folded.firstElementChild;
  var title = summary.textContent;
  // As in the style sheet: a wide page has room for all choices, and no summary.
  var wide = window.matchMedia("(min-width: 37.5em)");
  var heads = Array.from(table.tHead.rows[0].cells);
  var collator = new Intl.Collator(document.documentElement.lang || "nb", { numeric: true });
  // The column to sort by, counted from 1; below zero from the last to the first.
  var sorting = 0;

  function values(one, select) { return (one.row.getAttribute("data-" + select.name) || "").split(" "); }

  function fits(one, but) {
    var sought = words.value.toLowerCase().trim().split(/\s+/);
    return sought.every(function (word) { return one.text.indexOf(word) >= 0; }) &&
      selects.every(function (select) {
        return select === but || !select.value || values(one, select).indexOf(select.value) >= 0;
      });
  }

  // How many rows a choice would leave, with the other choices as they are.
  function count(select) {
    var found = {};
    rows.forEach(function (one) {
      if (fits(one, select)) { values(one, select).forEach(function (value) { found[value] = (found[value] || 0) + 1; }); }
    });
    Array.from(select.options).slice(1).forEach(function (option) {
      option.textContent = option.textContent.replace(/\([0-9]+\)$/, "(" + (found[option.value] || 0) + ")");
    });
  }

  function cell(one, column) { return one.row.cells[column].textContent.trim(); }

  function sort() {
    var column = Math.abs(sorting) - 1;
    var sorted = rows.slice().sort(function (a, b) {
      if (!sorting) { return a.place - b.place; }
      var order = collator.compare(cell(a, column), cell(b, column));
      return (sorting < 0 ? -order : order) || a.place - b.place;
    });
    body.append.apply(body, sorted.map(function (one) { return one.row; }));
    heads.forEach(function (head, index) {
      if (index === column) { head.setAttribute("aria-sort", sorting < 0 ? "descending" : "ascending"); }
      else { head.removeAttribute("aria-sort"); }
    });
  }

  function narrow() {
    rows.forEach(function (one) { one.shown = fits(one, null); one.row.hidden = !one.shown; });
    selects.forEach(count);
    var shown = rows.filter(function (one) { return one.shown; }).length;
    status.textContent = form.dataset.status.replace("{shown}", shown).replace("{all}", rows.length);
    var chosen = [words].concat(selects).filter(function (field) { return field.value.trim(); }).length;
    summary.textContent = chosen ? title + " (" + chosen + ")" : title;
  }

  // On a phone the rows come first. Nobody who is choosing has the choices folded away.
  function fold() {
    if (wide.matches || !folded.contains(document.activeElement)) { folded.open = wide.matches; }
  }

  function remember() {
    var url = new URL(window.location.href);
    [words].concat(selects).forEach(function (field) {
      if (field.value) { url.searchParams.set(field.name, field.value); } else { url.searchParams.delete(field.name); }
    });
    if (sorting) { url.searchParams.set(form.dataset.sort, sorting); } else { url.searchParams.delete(form.dataset.sort); }
    window.history.replaceState(null, "", url);
  }

  function read() {
    var chosen = new URLSearchParams(window.location.search);
    words.value = chosen.get(words.name) || "";
    selects.forEach(function (select) {
      var value = chosen.get(select.name) || "";
      select.value = Array.from(select.options).some(function (option) { return option.value === value; }) ? value : "";
    });
    sorting = parseInt(chosen.get(form.dataset.sort), 10) || 0;
    if (Math.abs(sorting) > heads.length) { sorting = 0; }
  }

  function quoted(text) { return '"' + text.replace(/"/g, '""') + '"'; }

  // What a spreadsheet would take for a formula is kept as text, also behind a semicolon, which
  // divides cells in Norwegian ones. The same rule as in csv_tables.py.
  function plain(text) {
    var inner = text.replace(/\s+/g, " ").trim().replace(/;(?="*[=+@-])/g, ";'");
    return /^[=+@-]/.test(inner) && !/^[+-]?[0-9]+([.,][0-9]+)?$/.test(inner) ? "'" + inner : inner;
  }

  function download() {
    var lines = [heads].concat(Array.from(body.rows).filter(function (row) { return !row.hidden; })
      .map(function (row) { return Array.from(row.cells); }))
      .map(function (cells) { return cells.map(function (one) { return quoted(plain(one.textContent)); }).join(","); });
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(["\ufeff" + lines.join("\r\n") + "\r\n"], { type: "text/csv;charset=utf-8" }));
    link.download = form.dataset.file;
    link.click();
    window.setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
  }

  heads.forEach(function (head, index) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "ls-sort";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", function () {
      sorting = sorting === index + 1 ? -sorting : index + 1;
      sort();
      remember();
      status.textContent = form.dataset.sorted.replace("{column}", button.textContent);
    });
  });
  form.addEventListener("input", function () { narrow(); remember(); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function (event) {
    event.preventDefault();
    [words].concat(selects).forEach(function (field) { field.value = ""; });
    sorting = 0;
    sort();
    narrow();
    remember();
  });
  form.querySelector("[data-download]").addEventListener("click", download);
  window.addEventListener("popstate", function () { read(); sort(); narrow(); });
  wide.addEventListener("change", fold);
  fold();
  form.hidden = false;
  read();
  sort();
  narrow();
}());
