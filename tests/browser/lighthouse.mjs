// Measures the addresses given, one after the other in one browser, as on a mobile phone; only what
// LIGHTHOUSE_CATEGORIES names, if it does.
// Writes a line of JSON for each: address, scores in percent, and what cost points.
import { launch } from "chrome-launcher";
import lighthouse, { defaultConfig } from "lighthouse";

const flags = [
  "--headless=new",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
];
// What has no weight in any score is not looked for.
const referred = Object.values(defaultConfig.categories).flatMap((category) => category.auditRefs);
const weighty = new Set(referred.filter(({ weight }) => weight > 0).map(({ id }) => id));
const weightless = referred.map(({ id }) => id).filter((id) => !weighty.has(id));
const onlyCategories = process.env.LIGHTHOUSE_CATEGORIES?.split(",");
const browser = await launch({ chromePath: process.env.CHROME_PATH, chromeFlags: flags });
try {
  for (const url of process.argv.slice(2)) {
    const { lhr } = await lighthouse(url, {
      port: browser.port,
      logLevel: "error",
      disableFullPageScreenshot: true,
      // This repository's site is a demonstration, which search engines are told to leave out.
      skipAudits: ["is-crawlable", ...new Set(weightless)],
      onlyCategories,
    });
    const scores = {};
    const faults = [];
    for (const [name, category] of Object.entries(lhr.categories)) {
      // A score that could not be measured is none.
      scores[name] = category.score === null ? null : Math.round(category.score * 100);
      for (const { id, weight } of category.auditRefs) {
        const { score, displayValue } = lhr.audits[id];
        if (weight > 0 && score !== null && score < 0.9) faults.push(`${id} ${displayValue ?? ""}`);
      }
    }
    console.log(JSON.stringify({ url, scores, faults }));
  }
} finally {
  await browser.kill();
}
