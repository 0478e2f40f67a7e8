/** An error as a venue answers it. How it is written down is the dialect's. */
export class VenueError extends Error {
  /** Of HTTP. */
  readonly status: number;
  readonly code: number;

  constructor(code: number, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}
