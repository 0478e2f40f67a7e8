import { z } from "zod";
import type { CandleSeries } from "../../candles/candle-series.ts";
import { LocalExtremes } from "./local-extremes.ts";
import { HIERARCHY, SwingHierarchy } from "./swing-hierarchy.ts";
import { type SwingLayer, swingLayer } from "./swing-layer.ts";

const layerSchema = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/, "lower-case letters, digits and dashes")
    .max(20)
    .describe("Name of the layer; order blocks and pools follow the one called internal"),
  left: z.int().min(1).max(200).describe("Candles before the swing that it must exceed"),
  right: z.int().min(1).max(200).describe("Candles after the swing that must not exceed it"),
});

export const MAX_LAYERS = 8;

export const swingSettingsSchema = z.strictObject({
  enabled: z.boolean().default(true).describe("Report confirmed swings"),
  layers: z
    .array(layerSchema)
    .min(1)
    .max(MAX_LAYERS)
    .refine((layers) => new Set(layers.map(({ name }) => name)).size === layers.length, "names must differ")
    .refine(
      (layers) => layers.every(({ name }) => !isHierarchical(name)),
      "sth, ith and lth are of the hierarchy",
    )
    .default([
      { name: "internal", left: 5, right: 5 },
      { name: "swing", left: 20, right: 20 },
    ])
    .describe("Layers of swings, small ones first"),
  hierarchy: z
    .array(z.enum(HIERARCHY))
    .max(HIERARCHY.length)
    .refine((names) => new Set(names).size === names.length, "names must differ")
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
interface ReachLayer extends SwingLayer {
  readonly left: number;
  readonly right: number;
}

/**
 * Finds the swings of every layer. A high at `p` stands strictly above the `left` candles before it and at or
 * above the `right` candles after it, so a flat top gives one swing; it is known `right` candles late.
 */
export class SwingLayers {
  /** The layers of the settings in their order, then those of the hierarchy. */
  readonly layers: readonly SwingLayer[];
  /** Whether the newest candle confirmed a swing of any layer. */
  confirmed = false;
  readonly settings: SwingLayerSettings;
  private readonly series: CandleSeries;
  private readonly extremes: LocalExtremes;
  private readonly reaching: readonly ReachLayer[];
  private readonly hierarchy: SwingHierarchy | undefined;

  constructor(series: CandleSeries, settings: SwingLayerSettings) {
    this.series = series;
    this.settings = settings;
    const plain = settings.layers.map(({ name, left, right }) => ({ ...swingLayer(name), left, right }));
    if (settings.hierarchy.length === 0) {
      this.reaching = plain;
      this.layers = plain;
    } else {
      const shortTerm = { ...swingLayer("sth"), left: 1, right: 1 };
      const wanted = new Set<string>(settings.hierarchy);
      this.hierarchy = new SwingHierarchy(shortTerm);
      this.reaching = [...plain, shortTerm];
      this.layers = [...plain, ...this.hierarchy.levels.filter(({ name }) => wanted.has(name))];
    }
    this.extremes = new LocalExtremes(series, this.reaching);
  }

  layer(name: string): SwingLayer | undefined {
    return this.layers.find((layer) => layer.name === name);
  }

  update(index: number): void {
    const { extremes, reaching } = this;
    this.confirmed = false;
    extremes.update(index);
    for (let position = 0; position < reaching.length; position += 1) {
      const layer = reaching[position] as ReachLayer;
      layer.confirmedHigh = -1;
      layer.confirmedLow = -1;
      if (!extremes.canBeSwing(position, index)) continue;
      if (extremes.isHigh(position, index)) layer.confirmedHigh = index - layer.right;
      if (extremes.isLow(position, index)) layer.confirmedLow = index - layer.right;
      if (layer.confirmedHigh >= 0) this.confirmHigh(layer);
      if (layer.confirmedLow >= 0) this.confirmLow(layer);
    }
    this.hierarchy?.update();
  }

  private confirmHigh(layer: ReachLayer): void {
    this.confirmed = true;
    layer.highPrice = this.series.high(layer.confirmedHigh);
    layer.highTime = this.series.openTime(layer.confirmedHigh);
  }

  private confirmLow(layer: ReachLayer): void {
    this.confirmed = true;
    layer.lowPrice = this.series.low(layer.confirmedLow);
    layer.lowTime = this.series.openTime(layer.confirmedLow);
  }
}
