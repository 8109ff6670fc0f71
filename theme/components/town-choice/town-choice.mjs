/** The town somebody lives in, remembered in the address alone: `?ort=rurheim` goes along inside the portal of a Kreis. */

const NAME = "ort";

/** Put the chosen town first wherever towns are listed, and let every way through the portal keep it. */
export function followTown() {
  const town = new URLSearchParams(location.search).get(NAME) ?? "";
  if (!/^[a-z0-9-]{1,80}$/.test(town)) return;
  for (const entry of document.querySelectorAll(`[data-town="${town}"]`)) putFirst(entry);
  for (const form of document.querySelectorAll("form[data-search]")) form.append(hidden(town));
  const keep = () => document.querySelectorAll("a[href]").forEach((link) => keepTown(link, town));
  keep();
  new MutationObserver(keep).observe(document.body, { childList: true, subtree: true });
}

/** @param {Element} entry */
function putFirst(entry) {
  entry.parentElement?.prepend(entry);
  const link = entry.querySelector("a");
  link?.setAttribute("aria-current", "true");
  link?.classList.replace("kern-btn--secondary", "kern-btn--primary");
}

/** @param {string} town */
function hidden(town) {
  const field = document.createElement("input");
  field.type = "hidden";
  field.name = NAME;
  field.value = town;
  return field;
}

/**
 * @param {Element} link
 * @param {string} town
 */
function keepTown(link, town) {
  if (!(link instanceof HTMLAnchorElement) || link.getAttribute("href")?.startsWith("#")) return;
  const address = new URL(link.href);
  if (address.origin !== location.origin || address.searchParams.has(NAME)) return;
  address.searchParams.set(NAME, town);
  link.href = address.href;
}
