// Copies, prints and shares the page of an entry. Other hosts are never asked for anything: the
// browser shares by itself, or the reader gets the address and an e-mail to send.
import { blocksOf } from "./parts/blocks.js";
import { copy, offer } from "./parts/clipboard.js";
import { asHtml, asText, plain } from "./parts/outline.js";
import { element, part, say } from "./parts/page.js";

// What a paper for a council needs of a page; not its links, its history, and what one can follow.
const COPIED = [
  ".ls-eyebrow, #ls-title, .ls-lead, .ls-head > .ls-notice, .ls-head > .ls-small:not(.ls-updated)",
  ".ls-panel > :is(.ls-facts, .ls-signal), .ls-lacking, .ls-body, .ls-sources",
  ".ls-reading > section:has(> :is(#ls-indicators, #ls-milestones, #ls-money, #ls-decisions))"
].join(", ");
const actions = document.querySelector(".ls-actions");

/** @param {HTMLElement} tools */
function wire(tools) {
  const texts = tools.dataset;
  const status = part(tools, "[role=status]", HTMLElement);
  const shares = part(tools, "[data-shares]", HTMLElement);
  const share = part(tools, "[data-act=share]", HTMLButtonElement);
  const title = part(document, "#ls-title", HTMLElement).textContent?.trim() || "";
  const mail = part(shares, "a", HTMLAnchorElement);

  /** The address that the site wants to be known by. */
  function address() {
    const known = document.querySelector("link[rel=canonical]");
    return known instanceof HTMLLinkElement ? known.href : window.location.href.replace(/[?#].*$/, "");
  }

  /**
   * Where a text is from, and of which day: what is on the site may change.
   * @returns {{ kind: "paragraph", runs: import("./parts/outline.js").Run[] }}
   */
  function origin() {
    const { lang } = document.documentElement;
    const date = new Intl.DateTimeFormat(lang || "nb", { dateStyle: "long" }).format(new Date());
    const [before, after] = say(texts.origin, { strategy: texts.strategy || "", date }).split("{address}");
    const link = { text: address(), href: address(), outside: true };
    return { kind: "paragraph", runs: [{ text: before }, link, { text: after || "" }] };
  }

  /**
   * @param {string | undefined} done
   * @param {string} text
   * @param {string} [html]
   */
  async function take(done, text, html) {
    // Said anew also when it is said twice.
    status.textContent = "";
    tools.querySelector("textarea")?.remove();
    if (await copy(text, html)) {
      status.textContent = done || "";
    } else {
      status.textContent = texts.refused || "";
      offer(tools, texts.text || "", text);
    }
  }

  async function takeEntry() {
    const blocks = [...blocksOf(document.querySelectorAll(COPIED)), origin()];
    await take(texts.copied, asText(blocks), asHtml(blocks));
  }

  /** @param {boolean} isOpen */
  function unfold(isOpen) {
    shares.hidden = !isOpen;
    share.setAttribute("aria-expanded", String(isOpen));
  }

  async function shareEntry() {
    if (!navigator.share) { return unfold(shares.hidden); }
    try {
      await navigator.share({ title, url: address() });
    } catch (reason) {
      // A reader who changes their mind has not failed.
      if (!(reason instanceof DOMException && reason.name === "AbortError")) { unfold(true); }
    }
  }

  // On paper, too, also when the browser's own command prints it.
  function sign() {
    document.querySelector(".ls-origin")?.remove();
    document.querySelector(".ls-reading")?.append(element("p", { class: "ls-origin" }, plain(origin().runs)));
  }

  /** @type {Record<string, () => unknown>} */
  const acts = {
    copy: takeEntry,
    print: () => window.print(),
    share: shareEntry,
    address: () => take(texts.taken, address())
  };
  for (const button of tools.querySelectorAll("button")) {
    button.addEventListener("click", () => acts[button.dataset.act || ""]?.());
  }
  shares.id = "ls-shares";
  mail.href += `&body=${encodeURIComponent(address())}`;
  if (!navigator.share) {
    share.setAttribute("aria-controls", shares.id);
    unfold(false);
  }
  window.addEventListener("beforeprint", sign);
  tools.hidden = false;
}

if (actions instanceof HTMLElement) { wire(actions); }
