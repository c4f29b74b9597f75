// The rules for scripts: those of eslint, and the few that keep one dialect.
import js from "@eslint/js";
import globals from "globals";

const ours = {
  "curly": "error",
  "eqeqeq": "error",
  "no-restricted-syntax": ["error",
    { selector: "ExportDefaultDeclaration", message: "Modules export by name." },
    { selector: "MemberExpression[property.name=/^(inner|outer)HTML$/]", message: "Texts are texts, never markup." }],
  "no-shadow": ["error", { hoist: "functions", allow: ["form", "table"] }],
  "no-var": "error",
  "object-shorthand": "error",
  "prefer-arrow-callback": "error",
  "prefer-const": "error",
  "prefer-template": "error"
};

export default [
  js.configs.recommended,
  { files: ["**/scripts/*.js", "**/scripts/form/*.js"], languageOptions: { globals: globals.browser }, rules: ours },
  // What is in the folder knows no page, so that it can be tested without one; these are for pages.
  { files: ["**/scripts/parts/*.js"], languageOptions: { globals: { URL: "readonly", URLSearchParams: "readonly" } }, rules: ours },
  { files: ["**/scripts/parts/{page,blocks,clipboard,deep-link}.js"], languageOptions: { globals: globals.browser } },
  { files: ["**/web/*.mjs"], languageOptions: { globals: globals.node }, rules: ours }
];
