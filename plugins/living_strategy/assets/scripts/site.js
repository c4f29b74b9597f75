// The key "/" leads to the search from every page, and the search page gets its own script.
// Everything else works without script.
(function () {
  "use strict";
  var script = document.currentScript, search = script.dataset.search;
  var box = document.getElementById("ls-q");
  if (box) {
    import(new URL("search.js", script.src).href);
    // The search itself answers; a page that is loaded anew would only take the focus away.
    box.form.addEventListener("submit", function (event) { event.preventDefault(); });
    // At once: whoever came by the key is typing already.
    if (location.hash === "#ls-q") { box.focus(); }
  }
  // Some browsers no longer take for a table what the style sheet shows as blocks on a phone.
  document.querySelectorAll("table.ls-stack").forEach(function (table) {
    table.setAttribute("role", "table");
    Array.from(table.querySelectorAll("thead, tbody, tr, th, td")).forEach(function (part) {
      var role = { THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" }[part.tagName];
      part.setAttribute("role", role || (part.scope === "col" ? "columnheader" : "rowheader"));
    });
  });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) { return; }
    if (event.target.closest("input, textarea, select, [contenteditable]")) { return; }
    event.preventDefault();
    if (box) { box.focus(); } else { location.href = search + "#ls-q"; }
  });
}());
