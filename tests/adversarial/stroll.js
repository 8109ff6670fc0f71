async (addresses) => {
  // Opens pages in frames, four at a time, does to each element what a visitor might do, and says what was wrong.
  const EVENTS = ["mouseover", "pointerenter", "focus", "click", "error", "load", "toggle", "animationstart", "keydown"];
  const SCHEMES = new Set(["http:", "https:", "mailto:", "tel:", "data:image/svg+xml"]);
  const LINKS = ["href", "src", "action", "formaction", "xlink:href", "data", "poster"];

  const faultsOf = (element) => {
    const faults = [];
    for (const { name, value } of element.attributes) {
      if (name.startsWith("on") || name === "style" || name === "srcdoc") faults.push(`${element.localName}[${name}]`);
      if (LINKS.includes(name) && element.localName !== "input") {
        const { protocol } = new URL(value, document.baseURI);
        if (!SCHEMES.has(protocol)) faults.push(`${element.localName}[${name}=${protocol}]`);
      }
    }
    return faults;
  };

  const visit = (frame) => {
    const inside = frame.contentDocument;
    const stay = (event) => {
      const link = event.target.closest?.("a[href], area[href]");
      if (!link || !link.protocol.startsWith("javascript")) event.preventDefault();
    };
    inside.addEventListener("click", stay, true);
    inside.addEventListener("submit", (event) => event.preventDefault(), true);
    const elements = [...inside.querySelectorAll("*")];
    for (const element of elements) {
      for (const name of EVENTS) element.dispatchEvent(new Event(name, { bubbles: false }));
      if (element.matches("a, input, button, summary, [tabindex], [autofocus]")) {
        element.focus();
        element.click();
      }
    }
    return [elements.length, elements.flatMap(faultsOf)];
  };

  const PATIENCE = 20_000;
  const open = (address) => new Promise((resolve) => {
    const frame = document.createElement("iframe");
    const done = (seen) => {
      clearTimeout(late);
      frame.remove();
      resolve({ address, elements: 0, faults: [], names: [], moved: "", ...seen });
    };
    const late = setTimeout(() => done({ faults: ["never loaded"] }), PATIENCE);
    frame.onload = () => {
      const inside = frame.contentDocument;
      if (!inside) return done({ moved: "elsewhere" });
      const [elements, faults] = visit(frame);
      const names = [...new Set([...inside.querySelectorAll("main *")].map(({ localName }) => localName))];
      const where = frame.contentWindow.location.pathname;
      setTimeout(() => done({ elements, faults, names, moved: where === address ? "" : where }));
    };
    frame.src = address;
    document.body.append(frame);
  });

  const found = [];
  const next = async () => {
    for (let address = addresses.pop(); address; address = addresses.pop()) found.push(await open(address));
  };
  await Promise.all([next(), next(), next(), next()]);
  return found;
}
