/**
 * Rows of numbers in two columns that grow by whole chunks: nothing that was written is ever copied. Holds one
 * chunk from the start; clearing keeps it.
 */
export class GrowingColumns {
  /** Rows in the chunks that are full. */
  before = 0;
  /** The columns of the chunk that is written to. */
  ints: Int32Array;
  floats: Float64Array;
  private readonly rowsPerChunk: number;
  private readonly intsPerRow: number;
  private readonly floatsPerRow: number;
  private readonly intChunks: Int32Array[];
  private readonly floatChunks: Float64Array[];
  private cursor = 0;

  /** `rowsPerChunk` is a power of two. */
  constructor(rowsPerChunk: number, intsPerRow: number, floatsPerRow: number) {
    this.rowsPerChunk = rowsPerChunk;
    this.intsPerRow = intsPerRow;
    this.floatsPerRow = floatsPerRow;
    this.ints = new Int32Array(rowsPerChunk * intsPerRow);
    this.floats = new Float64Array(rowsPerChunk * floatsPerRow);
    this.intChunks = [this.ints];
    this.floatChunks = [this.floats];
  }

  get length(): number {
    return this.before + this.cursor;
  }

  /** Begins a row and gives its place in the chunk that is written to. */
  add(): number {
    if (this.cursor === this.rowsPerChunk) this.nextChunk();
    const row = this.cursor;
    this.cursor = row + 1;
    return row;
  }

  intsAt(position: number): Int32Array {
    return this.intChunks[Math.floor(position / this.rowsPerChunk)] as Int32Array;
  }

  floatsAt(position: number): Float64Array {
    return this.floatChunks[Math.floor(position / this.rowsPerChunk)] as Float64Array;
  }

  /** Place of a row in its chunk. */
  rowAt(position: number): number {
    return position & (this.rowsPerChunk - 1);
  }

  clear(): void {
    this.before = 0;
    this.cursor = 0;
    if (this.intChunks.length === 1) return;
    this.intChunks.length = 1;
    this.floatChunks.length = 1;
    this.ints = this.intChunks[0] as Int32Array;
    this.floats = this.floatChunks[0] as Float64Array;
  }

  private nextChunk(): void {
    this.ints = new Int32Array(this.rowsPerChunk * this.intsPerRow);
    this.floats = new Float64Array(this.rowsPerChunk * this.floatsPerRow);
    this.intChunks.push(this.ints);
    this.floatChunks.push(this.floats);
    this.before += this.cursor;
    this.cursor = 0;
  }
}
