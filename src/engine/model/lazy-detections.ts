import type { Detection } from "../detect/detection.ts";
import type { EventRow } from "../detect/event-order.ts";

/** Events of one moment as rows of numbers; the object of each is made when somebody wants it, once. */
export class LazyDetections {
  private readonly rows: readonly EventRow[];
  private readonly make: (row: EventRow) => Detection;
  private readonly made: (Detection | undefined)[];

  constructor(rows: readonly EventRow[], make: (row: EventRow) => Detection) {
    this.rows = rows;
    this.make = make;
    this.made = rows.map(() => undefined);
  }

  /** The objects of the rows that are wanted, in their order. */
  where(isWanted: (row: EventRow) => boolean): Detection[] {
    const { rows, made } = this;
    const wanted: Detection[] = [];
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at] as EventRow;
      if (!isWanted(row)) continue;
      const detection = made[at] ?? this.make(row);
      made[at] = detection;
      wanted.push(detection);
    }
    return wanted;
  }
}
