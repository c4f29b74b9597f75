// What the reader has chosen stands in the address of the page, so that it can be linked to.

/**
 * The address with these choices; what is not chosen has no place in it.
 * @param {string} address
 * @param {Record<string, string>} choices
 */
export function withChoices(address, choices) {
  const url = new URL(address);
  for (const [name, value] of Object.entries(choices)) {
    if (value) { url.searchParams.set(name, value); } else { url.searchParams.delete(name); }
  }
  return url.href;
}

/**
 * What an address says of a choice; empty when it says nothing, or what nobody offers.
 * @param {string} address
 * @param {string} name
 * @param {readonly string[]} [offered]
 */
export function choiceIn(address, name, offered) {
  const value = new URL(address).searchParams.get(name) || "";
  return !offered || offered.includes(value) ? value : "";
}
