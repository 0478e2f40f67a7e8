/** @import { PageTexts } from "../page-texts.ts" */

/** @typedef {keyof PageTexts} Word */

/**
 * The page's words, and times in the reader's way.
 *
 * @typedef {object} Words
 * @property {(word: Word, args?: Readonly<Record<string, string | number>>) => string} say
 * @property {(locale: string, timeZone: string) => void} setReader
 * @property {(at: number) => string} time
 * @property {(at: number) => string} moment Date and time, for a tooltip.
 * @property {(at: number) => string} day
 */

/** @returns {Promise<Words>} */
export async function loadWords() {
  /** @type {PageTexts} */
  const texts = await (await fetch("/texts.json")).json();
  let formats = createFormats(undefined, undefined);

  /** @type {Words["say"]} */
  const say = (word, args = {}) =>
    texts[word].replace(/\{(\w+)\}/g, (_match, name) => String(args[name] ?? ""));

  return {
    say,
    setReader(locale, timeZone) {
      formats = createFormats(locale, timeZone);
      document.documentElement.lang = locale;
    },
    time: (at) => formats.time.format(at),
    moment: (at) => formats.moment.format(at),
    day(at) {
      const day = formats.day.format(at);
      if (day === formats.day.format(Date.now())) return say("today");
      return day === formats.day.format(Date.now() - 86_400_000) ? say("yesterday") : day;
    },
  };
}

/**
 * Writes the words into everything that asks for one.
 *
 * @param {Words} words
 */
export function writeWords(words) {
  for (const element of document.querySelectorAll("[data-word], [data-word-label], [data-word-hint]")) {
    if (!(element instanceof HTMLElement)) continue;
    const { word, wordLabel, wordHint } = element.dataset;
    if (word) element.textContent = words.say(/** @type {Word} */ (word));
    if (wordLabel) element.setAttribute("aria-label", words.say(/** @type {Word} */ (wordLabel)));
    if (wordHint) element.setAttribute("placeholder", words.say(/** @type {Word} */ (wordHint)));
  }
}

/**
 * @param {string | undefined} locale
 * @param {string | undefined} timeZone
 */
function createFormats(locale, timeZone) {
  /** @param {Intl.DateTimeFormatOptions} options */
  const format = (options) => new Intl.DateTimeFormat(locale, timeZone ? { ...options, timeZone } : options);
  return {
    time: format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
    moment: format({ dateStyle: "full", timeStyle: "long" }),
    day: format({ weekday: "long", day: "numeric", month: "long" }),
  };
}
