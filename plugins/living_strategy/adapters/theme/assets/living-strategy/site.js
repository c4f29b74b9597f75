// Starts the search where there is a search page. Everything else works without script.
(function () {
  "use strict";
  var box = document.getElementById("ls-search");
  if (!box) { return; }
  var bundle = box.dataset.bundle;
  var style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = bundle + "pagefind-ui.css";
  document.head.appendChild(style);
  var script = document.createElement("script");
  script.src = bundle + "pagefind-ui.js";
  script.onload = function () {
    new window.PagefindUI({
      element: "#ls-search",
      bundlePath: new URL(bundle, document.baseURI).pathname,
      showImages: false,
      showSubResults: false,
      resetStyles: false,
      pageSize: 10,
      translations: {
        placeholder: box.dataset.label,
        clear_search: box.dataset.clear,
        load_more: box.dataset.more,
        search_label: box.dataset.label,
        filters_label: box.dataset.filters,
        zero_results: box.dataset.none,
        many_results: box.dataset.many,
        one_result: box.dataset.one,
        searching: box.dataset.searching
      }
    });
    var query = new URLSearchParams(window.location.search).get("q");
    var input = box.querySelector("input");
    if (input) { input.setAttribute("aria-label", box.dataset.label); }
    if (query && input) {
      input.value = query;
      input.dispatchEvent(new Event("input"));
    }
  };
  script.onerror = function () {
    box.textContent = box.dataset.missing;
  };
  document.head.appendChild(script);
}());
