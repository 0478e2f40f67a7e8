import type { Candle } from "../../src/engine/candles/candle.ts";

export interface LayerOption {
  readonly name: string;
  readonly left: number;
  readonly right: number;
}

/** One window of section 11: wall times "HH:MM" of `timezone`, half open. */
export interface WindowOption {
  readonly name: string;
  readonly start: string;
  readonly end: string;
  readonly timezone: string;
}

/** The settings of ICT.md that the oracle knows; `DEFAULTS` are the defaults of the text. */
export interface OracleSettings {
  readonly layers: readonly LayerOption[];
  readonly hierarchy: readonly ("sth" | "ith" | "lth")[];
  readonly breakOn: "close" | "wick";
  readonly displacement: { readonly minBodyRatio: number; readonly minBodyAtr: number };
  readonly orderBlock: {
    readonly strongCandle: boolean;
    readonly structureBreak: boolean;
    readonly minBodyRatio: number;
    readonly zone: "range" | "body";
    readonly maxTouches: number;
    readonly maxAge: number;
    readonly invalidateOn: "close" | "wick";
  };
  readonly flippedBlock: { readonly maxAge: number };
  readonly fairValueGap: {
    readonly minGapPercent: number;
    readonly minGapAtr: number;
    readonly maxAge: number;
  };
  readonly inverseFairValueGap: { readonly maxAge: number };
  readonly balancedPriceRange: { readonly maxApart: number; readonly maxAge: number };
  readonly volumeImbalance: { readonly maxAge: number };
  readonly openingGap: { readonly maxAge: number };
  readonly liquidityPool: { readonly toleranceAtr: number; readonly maxAge: number };
  readonly liquiditySweep: { readonly reclaimWithin: number };
  readonly dayRoll: { readonly timezone: string; readonly time: string };
  /** Start of the new day for the gaps of section 10; unset it follows `dayRoll` (FX 17:00, else 18:00). */
  readonly newDayOpens: string | undefined;
  readonly windows: readonly WindowOption[];
  readonly judasSwing: readonly JudasOption[];
  readonly smtDivergence: { readonly other: readonly Candle[]; readonly inverse: boolean } | undefined;
}

/** A Judas swing runs in this window and raids the range of `session` (section 12). */
export interface JudasOption {
  readonly start: string;
  readonly end: string;
  readonly timezone: string;
  readonly session: string;
}

export type OracleOptions = {
  readonly [K in keyof OracleSettings]?: OracleSettings[K] extends readonly unknown[] | string | undefined
    ? OracleSettings[K]
    : K extends "smtDivergence"
      ? OracleSettings[K]
      : Partial<OracleSettings[K]>;
};

export const NEW_YORK = "America/New_York";

function newYork(name: string, start: string, end: string): WindowOption {
  return { name, start, end, timezone: NEW_YORK };
}

function macro(start: string, end: string): WindowOption {
  return newYork(`macro-${start.replace(":", "")}`, start, end);
}

/** The table of section 11, in its order. */
export const DEFAULT_WINDOWS: readonly WindowOption[] = [
  newYork("asian", "20:00", "00:00"),
  newYork("london-open", "02:00", "05:00"),
  newYork("new-york-am", "07:00", "10:00"),
  newYork("london-close", "10:00", "12:00"),
  newYork("new-york-lunch", "12:00", "13:00"),
  newYork("new-york-pm", "13:30", "16:00"),
  newYork("silver-bullet-london", "03:00", "04:00"),
  newYork("silver-bullet-am", "10:00", "11:00"),
  newYork("silver-bullet-pm", "14:00", "15:00"),
  macro("02:33", "03:00"),
  macro("04:03", "04:30"),
  macro("08:50", "09:10"),
  macro("09:50", "10:10"),
  macro("10:50", "11:10"),
  macro("11:50", "12:10"),
  macro("13:10", "13:40"),
  macro("15:15", "15:45"),
  newYork("continuation", "15:00", "15:15"),
  newYork("reversal", "15:30", "15:50"),
];

/** Section 7: `session` pools come from the first six windows of section 11. */
export const POOL_WINDOWS: readonly string[] = DEFAULT_WINDOWS.slice(0, 6).map((window) => window.name);

export const DEFAULTS: OracleSettings = {
  layers: [
    { name: "internal", left: 5, right: 5 },
    { name: "swing", left: 20, right: 20 },
  ],
  hierarchy: [],
  breakOn: "close",
  displacement: { minBodyRatio: 0.7, minBodyAtr: 1.5 },
  orderBlock: {
    strongCandle: true,
    structureBreak: true,
    minBodyRatio: 0.7,
    zone: "range",
    maxTouches: 3,
    maxAge: 100,
    invalidateOn: "close",
  },
  flippedBlock: { maxAge: 100 },
  fairValueGap: { minGapPercent: 0, minGapAtr: 0, maxAge: 500 },
  inverseFairValueGap: { maxAge: 500 },
  balancedPriceRange: { maxApart: 20, maxAge: 500 },
  volumeImbalance: { maxAge: 500 },
  openingGap: { maxAge: 500 },
  liquidityPool: { toleranceAtr: 0.1, maxAge: 1000 },
  liquiditySweep: { reclaimWithin: 0 },
  dayRoll: { timezone: "UTC", time: "00:00" },
  newDayOpens: undefined,
  windows: DEFAULT_WINDOWS,
  judasSwing: [{ start: "00:00", end: "05:00", timezone: NEW_YORK, session: "asian" }],
  smtDivergence: undefined,
};

export function withDefaults(options: OracleOptions): OracleSettings {
  return {
    layers: options.layers ?? DEFAULTS.layers,
    hierarchy: options.hierarchy ?? DEFAULTS.hierarchy,
    breakOn: options.breakOn ?? DEFAULTS.breakOn,
    displacement: { ...DEFAULTS.displacement, ...options.displacement },
    orderBlock: { ...DEFAULTS.orderBlock, ...options.orderBlock },
    flippedBlock: { ...DEFAULTS.flippedBlock, ...options.flippedBlock },
    fairValueGap: { ...DEFAULTS.fairValueGap, ...options.fairValueGap },
    inverseFairValueGap: { ...DEFAULTS.inverseFairValueGap, ...options.inverseFairValueGap },
    balancedPriceRange: { ...DEFAULTS.balancedPriceRange, ...options.balancedPriceRange },
    volumeImbalance: { ...DEFAULTS.volumeImbalance, ...options.volumeImbalance },
    openingGap: { ...DEFAULTS.openingGap, ...options.openingGap },
    liquidityPool: { ...DEFAULTS.liquidityPool, ...options.liquidityPool },
    liquiditySweep: { ...DEFAULTS.liquiditySweep, ...options.liquiditySweep },
    dayRoll: { ...DEFAULTS.dayRoll, ...options.dayRoll },
    newDayOpens: options.newDayOpens ?? DEFAULTS.newDayOpens,
    windows: options.windows ?? DEFAULTS.windows,
    judasSwing: options.judasSwing ?? DEFAULTS.judasSwing,
    smtDivergence: options.smtDivergence ?? DEFAULTS.smtDivergence,
  };
}
