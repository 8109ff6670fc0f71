// Eleventy with Nunjucks; Markdown is Markdown only, and every list is made once for all pages.

const DANGEROUS = { "<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "'": "\\u0027" };

/** Services by topic, office and audience, from A to Z. */
function lists(api) {
  const found = { topics: {}, offices: {}, audiences: {} };
  const services = api.getFilteredByGlob("content/leistungen/*.md").filter((page) => page.data.entry.ways);
  services.sort((one, other) => one.data.entry.weight - other.data.entry.weight);
  for (const { url, data } of services) {
    const { title, summary, badges, provider } = data.entry;
    const line = { url, title, summary, badges, provider };
    for (const kind of Object.keys(found)) {
      for (const name of data.entry[kind] ?? []) (found[kind][name] ??= []).push(line);
    }
  }
  return found;
}

export default function (config) {
  config.addFilter("tojson", (value) => JSON.stringify(value).replace(/[<>&']/g, (sign) => DANGEROUS[sign]));
  config.addCollection("lists", lists);
  return {
    dir: { input: "content", includes: "../_includes", data: "../_data" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: "njk",
  };
}
