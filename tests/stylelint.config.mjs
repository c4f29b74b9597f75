// The rules for styles. Cascade layers decide what wins, so the order of selectors does not.
export default {
  extends: "stylelint-config-recommended",
  rules: {
    "no-descending-specificity": null,
    "declaration-no-important": true,
    "selector-max-id": 1,
    "selector-class-pattern": ["^(ls-[a-z0-9_-]+|admonition(-title)?|footnote(-ref|-backref)?)$", {
      message: "Classes are ours (ls-) or those of Markdown; a theme's are for theme.css"
    }],
    "selector-disallowed-list": [["/(\\.[\\w-]+)\\1(?![\\w-])/"], { message: "A layer wins, not a doubled name" }],
    "property-disallowed-list": ["/^--md-/"]
  },
  overrides: [{
    files: ["**/theme.css"],
    rules: { "selector-class-pattern": null, "property-disallowed-list": null }
  }]
};
