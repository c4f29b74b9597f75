// Measures the addresses given, one after the other in one browser, as on a mobile phone.
// Writes a line of JSON for each: address, scores in percent, and what cost points.
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const flags = [
  "--headless=new",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
];
const browser = await launch({ chromePath: process.env.CHROME_PATH, chromeFlags: flags });
try {
  for (const url of process.argv.slice(2)) {
    const { lhr } = await lighthouse(url, {
      port: browser.port,
      logLevel: "error",
      disableFullPageScreenshot: true,
      // This repository's site is a demonstration, which search engines are told to leave out.
      skipAudits: ["is-crawlable"],
    });
    const scores = {};
    const faults = [];
    for (const [name, category] of Object.entries(lhr.categories)) {
      scores[name] = Math.round(category.score * 100);
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
