// What a page keeps in the browser, apart from what the other pages of its origin keep.

const PREFIX = "living-strategy-trial:";

/**
 * Give everything that is kept under a name another one: logins and drafts of a trial are not those of the form.
 * @param {{ getItem: Function, setItem: Function, removeItem: Function }} storage the prototype of what keeps texts
 * @param {{ open: Function }} databases the prototype of what opens databases
 */
export function keepApart(storage, databases) {
  prefix(storage, "getItem");
  prefix(storage, "setItem");
  prefix(storage, "removeItem");
  prefix(databases, "open");
}

/**
 * @template {string} Name
 * @param {Record<Name, Function>} owner
 * @param {Name} name
 */
function prefix(owner, name) {
  const inner = owner[name];
  owner[name] = function prefixed(/** @type {string} */ key, /** @type {unknown[]} */ ...rest) {
    return inner.call(this, `${PREFIX}${key}`, ...rest);
  };
}
