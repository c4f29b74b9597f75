// The key "/" leads to the search from every page. Everything else works without script.
(function () {
  "use strict";
  var search = document.currentScript.dataset.search;
  document.addEventListener("keydown", function (event) {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) { return; }
    if (event.target.closest("input, textarea, select, [contenteditable]")) { return; }
    event.preventDefault();
    var box = document.getElementById("ls-q");
    if (box) { box.focus(); } else { location.href = search + "#ls-q"; }
  });
}());
