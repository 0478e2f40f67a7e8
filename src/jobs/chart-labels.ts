/** Short names of the kill zones on a chart, as traders write them in every language. */
const ZONE_TAGS: Readonly<Record<string, string>> = {
  asian: "ASIA",
  "london-open": "LDN",
  "new-york-am": "NY AM",
  "london-close": "LDN close",
  "new-york-lunch": "NY lunch",
  "new-york-pm": "NY PM",
};

export function zoneTag(name: string): string {
  return ZONE_TAGS[name] ?? name;
}

/** A strategy's own name, read as words. */
export function strategyTag(name: string): string {
  const words = name.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
