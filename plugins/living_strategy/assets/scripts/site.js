// What every page has. Everything works without it.

/** @type {Readonly<Record<string, string>>} */
const ROLES = { THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };

// Some browsers no longer take for a table what the style sheet shows as blocks on a phone.
for (const table of document.querySelectorAll("table.ls-stack")) {
  table.setAttribute("role", "table");
  for (const part of table.querySelectorAll("thead, tbody, tr, th, td")) {
    const heads = part.getAttribute("scope") === "col" ? "columnheader" : "rowheader";
    part.setAttribute("role", ROLES[part.tagName] || heads);
  }
}
