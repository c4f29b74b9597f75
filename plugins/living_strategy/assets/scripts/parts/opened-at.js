// Where the form was opened. A login on another page comes back to the form, but not to that place.

const KEPT = "living-strategy-opened";

/**
 * Return the part of the address that says what was opened, also after such a login.
 * @param {{ search: string, hash: string }} address
 * @param {{ getItem(key: string): string | null, setItem(key: string, text: string): void }} storage of this window
 */
export function openedAt({ search, hash }, storage) {
  const isBack = new URLSearchParams(search).has("state");
  const opened = isBack ? storage.getItem(KEPT) ?? "" : `${search}${hash}`;
  storage.setItem(KEPT, opened);
  return { opened, isBack, isReport: new URLSearchParams(opened.split("#")[0]).has("report") };
}
