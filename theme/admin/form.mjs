// The editors' form: Sveltia CMS in German with our collections and our file formats, both from `form.json`.
import CMS from "@sveltia/cms";
import { fileFormat } from "./format.mjs";

const PREFERENCES = "sveltia-cms.prefs";

const { config, formats } = await (await fetch("form.json")).json();
for (const [name, { extension, ...layout }] of Object.entries(formats)) {
  CMS.registerCustomFormat(name, extension, fileFormat(layout));
}
if (!localStorage.getItem(PREFERENCES)) localStorage.setItem(PREFERENCES, JSON.stringify({ locale: "de" }));
await CMS.init({ config: { ...config, load_config_file: false } });
