import { z } from "zod";
import type { CandleSeries } from "../../candles/candle-series.ts";
import { broken, isPlainName } from "../../settings/setting-rules.ts";
import type { CandleViews } from "./candle-views.ts";
import { HIERARCHY, SwingHierarchy } from "./swing-hierarchy.ts";
import { SwingLayer } from "./swing-layer.ts";
import { nextSwing, type Reach } from "./swing-scan.ts";

const layerSchema = z.strictObject({
  name: z
    .string()
    .refine(isPlainName, broken("plain-name"))
    .max(20)
    .describe("Name of the layer; order blocks and pools follow the one called internal"),
  left: z.int().min(1).max(200).describe("Candles before the swing that it must exceed"),
  right: z.int().min(1).max(200).describe("Candles after the swing that must not exceed it"),
});

export const MAX_LAYERS = 8;

const SHORT_TERM = { left: 1, right: 1 };

export const swingSettingsSchema = z.strictObject({
  enabled: z.boolean().default(true).describe("Report confirmed swings"),
  layers: z
    .array(layerSchema)
    .min(1)
    .max(MAX_LAYERS)
    .refine(
      (layers) => new Set(layers.map(({ name }) => name)).size === layers.length,
      broken("different-names"),
    )
    .refine((layers) => layers.every(({ name }) => !isHierarchical(name)), broken("hierarchy-name"))
    .default([
      { name: "internal", left: 5, right: 5 },
      { name: "swing", left: 20, right: 20 },
    ])
    .describe("Layers of swings, small ones first"),
  hierarchy: z
    .array(z.enum(HIERARCHY))
    .max(HIERARCHY.length)
    .refine((names) => new Set(names).size === names.length, broken("different-names"))
    .default([])
    .describe("Further layers: short-term (sth), intermediate-term (ith) and long-term (lth) swings"),
});

export type SwingSettings = z.output<typeof swingSettingsSchema>;
export type LayerSettings = z.output<typeof layerSchema>;
export type SwingLayerSettings = Pick<SwingSettings, "layers" | "hierarchy">;

function isHierarchical(name: string): boolean {
  return HIERARCHY.some((level) => level === name);
}

/** A layer whose swings are told by the candles around them. */
interface ReachLayer {
  readonly layer: SwingLayer;
  readonly reach: Reach;
}

/** How many candles before the newest one swings of the layers look at. */
export function swingReach({ layers, hierarchy }: SwingLayerSettings): number {
  const reaches = layers.map(({ left, right }) => left + right);
  return Math.max(...reaches, hierarchy.length > 0 ? SHORT_TERM.left + SHORT_TERM.right : 0);
}

/**
 * Finds the swings of every layer. A high at `p` stands strictly above the `left` candles before it and at or
 * above the `right` candles after it, so a flat top gives one swing; it is known `right` candles late.
 */
export class SwingLayers {
  /** The layers of the settings in their order, then those of the hierarchy. */
  readonly layers: readonly SwingLayer[];
  readonly settings: SwingLayerSettings;
  private readonly series: CandleSeries;
  private readonly views: CandleViews;
  private readonly reaching: readonly ReachLayer[];
  private readonly hierarchy: SwingHierarchy | undefined;

  constructor(series: CandleSeries, views: CandleViews, settings: SwingLayerSettings) {
    this.series = series;
    this.views = views;
    this.settings = settings;
    const plain = settings.layers.map(({ name, left, right }) => {
      return { layer: new SwingLayer(name), reach: { left, right } };
    });
    const layers = plain.map(({ layer }) => layer);
    if (settings.hierarchy.length === 0) {
      this.reaching = plain;
      this.layers = layers;
      return;
    }
    const shortTerm = new SwingLayer("sth");
    const wanted = new Set<string>(settings.hierarchy);
    this.hierarchy = new SwingHierarchy(shortTerm);
    this.reaching = [...plain, { layer: shortTerm, reach: SHORT_TERM }];
    this.layers = [...layers, ...this.hierarchy.levels.filter(({ name }) => wanted.has(name))];
  }

  layer(name: string): SwingLayer | undefined {
    return this.layers.find((layer) => layer.name === name);
  }

  /** Finds what the candles of a stretch confirm. */
  take(from: number, to: number): void {
    for (let at = 0; at < this.reaching.length; at += 1) {
      this.confirm(0, this.reaching[at] as ReachLayer, from, to);
      this.confirm(1, this.reaching[at] as ReachLayer, from, to);
    }
    this.hierarchy?.update();
  }

  /** Highs (0) stand upright, lows (1) are the highs of what stands upside down. */
  private confirm(side: 0 | 1, { layer, reach }: ReachLayer, from: number, to: number): void {
    const { series } = this;
    const view = this.views.of[side];
    const { left, right } = reach;
    const confirmed = layer.confirmed[side];
    confirmed.length = 0;
    let at = nextSwing(view, reach, from - right, to);
    while (at >= 0) {
      confirmed.add(series, side, at, at + right);
      // What follows a swing closely does not stand above it.
      at = nextSwing(view, reach, at + 1 + Math.min(left, right), to);
    }
  }
}
