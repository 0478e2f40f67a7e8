import type { Theme } from "./palette.ts";

/** Pixels by name: `phone` fills a phone held upright, `square` suits previews, `wide` a desktop. */
const CHART_SIZES = {
  phone: { width: 1280, height: 720 },
  square: { width: 1080, height: 1080 },
  wide: { width: 1600, height: 800 },
} as const;

export type ChartSize = keyof typeof CHART_SIZES;

/** How a picture looks, whatever it shows. */
export interface ChartLook {
  readonly theme: Theme;
  /** IANA zone of the reader. */
  readonly timeZone: string;
  /** BCP 47 tag for dates, names of months and numbers; `en-GB` when unset. */
  readonly locale?: string;
  /** `phone` when unset. */
  readonly size?: ChartSize;
  /** Pixels; that of the size when unset. */
  readonly width?: number;
  /** Pixels; that of the size when unset. */
  readonly height?: number;
  /** Name in the corner; `Killzone` when unset, empty for none. */
  readonly watermark?: string;
}

export function pictureSize({ size = "phone", width, height }: ChartLook): { width: number; height: number } {
  const named = CHART_SIZES[size];
  return { width: width ?? named.width, height: height ?? named.height };
}

export function watermarkOf({ watermark = "Killzone" }: ChartLook): string {
  return watermark;
}
