// The reader's choice of colours, and a menu that closes when one leaves it by keyboard.
// Runs before the page is painted. Nothing is stored until the reader has chosen.
(function () {
  "use strict";
  var KEY = "living-strategy-colours";
  var root = document.documentElement;
  function stored() {
    try { return window.localStorage.getItem(KEY); } catch (error) { return null; }
  }
  function show(scheme) {
    if (scheme === "light" || scheme === "dark") {
      root.dataset.colorScheme = scheme;
    } else {
      delete root.dataset.colorScheme;
    }
  }
  function store(scheme) {
    try {
      if (scheme) { window.localStorage.setItem(KEY, scheme); } else { window.localStorage.removeItem(KEY); }
    } catch (error) { /* A reader who allows no storage still gets the choice on this page. */ }
  }
  function wireColours() {
    var group = document.querySelector(".ls-scheme");
    if (!group) { return; }
    var buttons = group.querySelectorAll("button");
    function mark() {
      buttons.forEach(function (button) {
        button.setAttribute("aria-pressed", String(button.dataset.scheme === (root.dataset.colorScheme || "")));
      });
    }
    buttons.forEach(function (button) {
      button.addEventListener("click", function () {
        show(button.dataset.scheme);
        store(button.dataset.scheme);
        mark();
      });
    });
    mark();
    group.hidden = false;
  }
  function wireMenu() {
    var menu = document.getElementById("ls-menu");
    if (!menu || !menu.hidePopover) { return; }
    menu.addEventListener("focusout", function (event) {
      var next = event.relatedTarget;
      if (next && !menu.contains(next) && !next.closest(".ls-menu-button")) { menu.hidePopover(); }
    });
  }
  // What only works with script has its place from the start, so that nothing moves when it comes.
  root.dataset.script = "";
  show(stored());
  document.addEventListener("DOMContentLoaded", function () {
    wireColours();
    wireMenu();
  });
}());
