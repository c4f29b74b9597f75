// The reader's choice of colours, and a menu that closes when one leaves it by keyboard.
// Runs before the page is painted. Nothing is stored until the reader has chosen.

const KEY = "living-strategy-colours";
const root = document.documentElement;

function stored() {
  try { return window.localStorage.getItem(KEY); } catch { return null; }
}

/** @param {string | null | undefined} scheme */
function show(scheme) {
  if (scheme === "light" || scheme === "dark") {
    root.dataset.colorScheme = scheme;
  } else {
    delete root.dataset.colorScheme;
  }
}

/** @param {string | undefined} scheme */
function store(scheme) {
  try {
    if (scheme) { window.localStorage.setItem(KEY, scheme); } else { window.localStorage.removeItem(KEY); }
  } catch { /* A reader who allows no storage still gets the choice on this page. */ }
}

function wireColours() {
  const group = document.querySelector(".ls-scheme");
  if (!(group instanceof HTMLElement)) { return; }
  const buttons = group.querySelectorAll("button");
  const mark = () => {
    for (const button of buttons) {
      button.setAttribute("aria-pressed", String(button.dataset.scheme === (root.dataset.colorScheme || "")));
    }
  };
  for (const button of buttons) {
    button.addEventListener("click", () => {
      show(button.dataset.scheme);
      store(button.dataset.scheme);
      mark();
    });
  }
  mark();
  group.hidden = false;
}

function wireMenu() {
  const menu = document.getElementById("ls-menu");
  if (!menu || !("hidePopover" in menu)) { return; }
  menu.addEventListener("focusout", ({ relatedTarget: next }) => {
    if (next instanceof Element && !menu.contains(next) && !next.closest(".ls-menu-button")) { menu.hidePopover(); }
  });
}

// What only works with script has its place from the start, so that nothing moves when it comes.
root.dataset.script = "";
show(stored());
document.addEventListener("DOMContentLoaded", () => {
  wireColours();
  wireMenu();
});
