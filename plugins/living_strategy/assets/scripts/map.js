// Lights the chain of the box that the pointer or the keyboard is on: what it serves, and what
// serves it.
(function () {
  "use strict";
  var map = document.querySelector("svg.ls-map");
  if (!map) { return; }
  var boxes = {};
  var above = {};
  var below = {};
  var links = Array.from(map.querySelectorAll("[data-link]")).map(function (path) {
    var ends = path.dataset.link.split(" ");
    (below[ends[0]] = below[ends[0]] || []).push(ends[1]);
    (above[ends[1]] = above[ends[1]] || []).push(ends[0]);
    return { path: path, left: ends[0], right: ends[1] };
  });
  map.querySelectorAll("[data-box]").forEach(function (box) { boxes[box.dataset.box] = box; });

  function reach(start, next) {
    var found = {};
    var open = [start];
    while (open.length) {
      var box = open.pop();
      if (found[box]) { continue; }
      found[box] = true;
      open = open.concat(next[box] || []);
    }
    return found;
  }

  function light(number) {
    var up = reach(number, above);
    var down = reach(number, below);
    Object.keys(boxes).forEach(function (key) {
      boxes[key].classList.toggle("ls-lit", Boolean(up[key] || down[key]));
    });
    links.forEach(function (link) {
      var lit = (up[link.left] && up[link.right]) || (down[link.left] && down[link.right]);
      link.path.classList.toggle("ls-lit", Boolean(lit));
    });
    map.classList.add("ls-chain");
  }

  function on(event) {
    var box = event.target.closest("[data-box]");
    if (box) { light(box.dataset.box); }
  }

  // Leaving a box with the pointer gives the light back to the box that has the focus.
  function off() {
    var box = document.activeElement && document.activeElement.closest("[data-box]");
    if (box) { light(box.dataset.box); } else { map.classList.remove("ls-chain"); }
  }

  map.addEventListener("pointerover", on);
  map.addEventListener("pointerout", off);
  map.addEventListener("focusin", on);
  map.addEventListener("focusout", function (event) {
    if (!event.relatedTarget || !map.contains(event.relatedTarget)) { map.classList.remove("ls-chain"); }
  });
}());
