// The key "/" leads to the search from every page, and the search page gets its own script.
// Everything else works without script.
(function () {
  "use strict";
  var script = document.currentScript, search = script.dataset.search;
  if (document.getElementById("ls-search")) { import(new URL("search.js", script.src).href); }
  document.addEventListener("keydown", function (event) {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) { return; }
    if (event.target.closest("input, textarea, select, [contenteditable]")) { return; }
    event.preventDefault();
    var box = document.getElementById("ls-q");
    if (box) { box.focus(); } else { location.href = search + "#ls-q"; }
  });
}());
