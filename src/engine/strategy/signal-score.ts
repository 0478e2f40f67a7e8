import type { Grade, Phrase, ScorePart } from "../signal.ts";

/** A part that either counts in full or not at all; `why` is the reason, or the text of its absence. */
export function scorePart(name: string, maxPoints: number, reason: Phrase | undefined): ScorePart {
  return { name, maxPoints, points: reason ? maxPoints : 0, why: reason ?? { key: `reason-no-${name}` } };
}

export function scoreOf(parts: readonly ScorePart[]): number {
  return parts.reduce((sum, part) => sum + part.points, 0);
}

export function gradeOf(score: number): Grade {
  if (score >= 75) return "A";
  return score >= 50 ? "B" : "C";
}
