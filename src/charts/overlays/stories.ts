import type { Detection, DetectionKind } from "../../engine/detect/detection.ts";
import type { Drawing } from "../drawing.ts";
import type { Frame } from "../frame.ts";
import type { Overlay, Story } from "./overlay.ts";
import { OVERLAYS } from "./registry.ts";

/**
 * Draws what the engine saw: all evidence, and of each other kind the few that matter most of those still alive. Beside
 * a setup half as many: there they are the background.
 */
export function drawDetections(frame: Frame): readonly Drawing[] {
  const { input } = frame;
  const evidence = input.trade?.signal.evidence ?? input.signal?.evidence ?? [];
  const stories = tellStories(input.detections, evidence);
  return [...grouped(stories, ({ born }) => born.kind)].flatMap(([kind, ofKind]) =>
    drawKind(kind, ofKind, frame),
  );
}

/** Events that carry the same kind and id are one thing; what the evidence names is marked. */
export function tellStories(
  detections: readonly Detection[],
  evidence: readonly Detection[],
): readonly Story[] {
  const key = ({ kind, id }: Detection): string => `${kind} ${id}`;
  const made = new Set(evidence.map(key));
  const byThing = grouped([...detections, ...evidence], key);
  return [...byThing].flatMap(([thing, found]) => {
    const evidence = made.has(thing);
    const events = evidence ? withoutRepeats(found) : [...found];
    if (events.length > 1) events.sort((a, b) => a.knownAt - b.knownAt);
    const born = events[0];
    return born === undefined ? [] : [{ born, events, evidence }];
  });
}

/** What made the setup is told twice: by the market and by the signal. */
function withoutRepeats(found: readonly Detection[]): Detection[] {
  return [...new Map(found.map((one) => [`${one.event} ${one.knownAt}`, one])).values()];
}

function drawKind(kind: DetectionKind, stories: readonly Story[], frame: Frame): readonly Drawing[] {
  const overlay = OVERLAYS[kind];
  if ("notDrawn" in overlay) return [];
  return chosen(stories, overlay, frame).map((story) => {
    const drawing = overlay.draw(story, frame);
    return story.evidence ? marked(drawing) : drawing;
  });
}

/** What made the setup is told at a glance from what else stands around it. */
function marked({ labels = [], ...rest }: Drawing): Drawing {
  return { ...rest, labels: labels.map((label) => ({ ...label, strong: true })) };
}

function chosen(stories: readonly Story[], overlay: Overlay, frame: Frame): readonly Story[] {
  const { candleMs, input } = frame;
  const lastClose = (input.candles.at(-1)?.openTime ?? 0) + candleMs;
  const rank = overlay.prefer === "nearest" ? distance : age;
  const known = stories.filter(({ born }) => born.knownAt <= lastClose);
  const alive = known.filter((story) => !story.evidence && overlay.endedAt(story, frame) === undefined);
  const context = [...newestOfEach(alive, overlay)]
    .sort((a, b) => rank(a, frame) - rank(b, frame))
    .slice(0, frame.levels === undefined ? overlay.limit : Math.ceil(overlay.limit / 2));
  return [...context, ...known.filter(({ evidence }) => evidence)];
}

function newestOfEach(stories: readonly Story[], { replaces }: Overlay): readonly Story[] {
  if (replaces === undefined) return stories;
  const oldestFirst = [...stories].sort((a, b) => a.born.knownAt - b.born.knownAt);
  return [...new Map(oldestFirst.map((story) => [replaces(story.born), story])).values()];
}

const age = ({ born }: Story): number => -born.knownAt;

/** From the newest close to the nearest price of the thing. */
function distance({ born }: Story, { input }: Frame): number {
  const close = input.candles.at(-1)?.close ?? 0;
  const low = born.bottom ?? born.level ?? close;
  const high = born.top ?? born.level ?? close;
  return Math.max(low - close, close - high, 0);
}

function grouped<Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
