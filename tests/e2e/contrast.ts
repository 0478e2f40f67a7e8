import type { Page } from "playwright-core";

/** Runs in the page: the contrast of WCAG between every visible text and the ground that is painted behind it. */
const MEASURE = `(() => {
  const context = Object.assign(document.createElement("canvas"), { width: 1, height: 1 })
    .getContext("2d", { willReadFrequently: true });
  const painted = (colors) => {
    context.fillStyle = "#fff";
    context.fillRect(0, 0, 1, 1);
    for (const color of colors) {
      context.fillStyle = color;
      context.fillRect(0, 0, 1, 1);
    }
    return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const luminance = (rgb) => {
    const [red, green, blue] = rgb
      .map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ratio = (one, other) => {
    const [light, dark] = [luminance(one), luminance(other)].sort((left, right) => right - left);
    return (light + 0.05) / (dark + 0.05);
  };
  const groundsOf = (element) => {
    const grounds = [];
    for (let each = element; each !== null; each = each.parentElement)
      grounds.unshift(getComputedStyle(each).backgroundColor);
    return grounds;
  };
  const round = (number) => Math.floor(number * 100) / 100;
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement: element, data } = walker.currentNode;
    if (data.trim() === "" || !element.checkVisibility() || element.closest(".unseen, option, script")) continue;
    const grounds = groundsOf(element);
    const contrast = ratio(painted([...grounds, getComputedStyle(element).color]), painted(grounds));
    texts.push({ what: data.trim().slice(0, 40), contrast: round(contrast) });
  }
  const edges = [...document.querySelectorAll("input, textarea, article .buttons button:not(.primary)")]
    .filter((element) => element.checkVisibility())
    .map((element) => {
      const ground = groundsOf(element.parentElement);
      const contrast = ratio(painted([...ground, getComputedStyle(element).borderTopColor]), painted(ground));
      return { what: element.textContent || element.id, contrast: round(contrast) };
    });
  return { texts, edges };
})()`;

export interface Measured {
  readonly what: string;
  readonly contrast: number;
}

/** What can be read in the page, and the edges of what can be typed into or pressed. */
export async function measureContrast(
  page: Page,
): Promise<{ readonly texts: readonly Measured[]; readonly edges: readonly Measured[] }> {
  return page.evaluate(MEASURE);
}
