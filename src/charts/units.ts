declare const priceBrand: unique symbol;
declare const pixelXBrand: unique symbol;
declare const pixelYBrand: unique symbol;
declare const slotBrand: unique symbol;

/** A price in the quote currency. */
export type Price = number & { readonly [priceBrand]: true };
/** Pixels from the left edge of the picture. */
export type PixelX = number & { readonly [pixelXBrand]: true };
/** Pixels from the top edge of the picture. */
export type PixelY = number & { readonly [pixelYBrand]: true };
/** Place on the time axis: number of a drawn candle. Halves are the borders between two candles. */
export type Slot = number & { readonly [slotBrand]: true };

export function price(value: number): Price {
  return value as Price;
}

export function pixelX(value: number): PixelX {
  return value as PixelX;
}

export function pixelY(value: number): PixelY {
  return value as PixelY;
}

export function slot(value: number): Slot {
  return value as Slot;
}

/** An upright rectangle in pixels. */
export interface Box {
  readonly left: PixelX;
  readonly top: PixelY;
  readonly right: PixelX;
  readonly bottom: PixelY;
}

export function box(left: number, top: number, right: number, bottom: number): Box {
  return { left: pixelX(left), top: pixelY(top), right: pixelX(right), bottom: pixelY(bottom) };
}

export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

export function contains(outer: Box, inner: Box): boolean {
  return (
    inner.left >= outer.left &&
    inner.right <= outer.right &&
    inner.top >= outer.top &&
    inner.bottom <= outer.bottom
  );
}

/** Square pixels that two boxes share. */
export function sharedArea(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}

export function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
