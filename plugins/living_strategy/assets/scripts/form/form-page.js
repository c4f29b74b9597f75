// What we do on the page of the form from outside of the program.

/**
 * Do something once something is there, or as soon as it comes.
 * @template Found
 * @param {() => Found | null | undefined} look
 * @param {(found: Found) => void} then
 */
function whenThere(look, then) {
  const found = look();
  if (found) {
    then(found);
    return;
  }
  const watcher = new MutationObserver(() => {
    const come = look();
    if (come) {
      watcher.disconnect();
      then(come);
    }
  });
  watcher.observe(document.body, { attributes: true, childList: true, subtree: true });
}

/**
 * Begin in a field of the entry that is opened.
 * @param {string} name
 */
export function beginIn(name) {
  const input = () => /** @type {HTMLElement | null} */ (document.querySelector(`[id^="${name}-field"]`));
  whenThere(input, found => found.focus());
}

/**
 * Leave the entry once it is saved, and open it again: the program asks anew how far its proposal is.
 * @param {string} save the words on the button, which cannot be pressed when all is saved
 */
export function openAgain(save) {
  const { hash } = location;
  const saved = () => [...document.querySelectorAll("button")].find(button => button.disabled && button.textContent === save);
  whenThere(saved, () => {
    addEventListener("hashchange", () => {
      location.hash = hash;
    }, { once: true });
    location.hash = hash.replace(/\/entries\/.*/, "");
  });
}

/**
 * A backend that leaves the address as it was opened: the login page of GitLab takes away what follows the path, also from
 * those who need not log in, and the address would lead nowhere when it is loaded anew or copied.
 * @template {{ authenticate: Function }} Backend
 * @param {Backend} backend
 * @param {string} opened
 * @returns {Backend}
 */
export function staysAt(backend, opened) {
  const authenticate = backend.authenticate.bind(backend);
  backend.authenticate = async (/** @type {any[]} */ ...asked) => {
    const user = await authenticate(...asked);
    if (!location.hash) {
      history.replaceState(null, "", `${location.pathname}${opened}`);
    }
    return user;
  };
  return backend;
}
