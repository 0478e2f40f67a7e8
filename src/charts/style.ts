/** Sizes in pixels of a 1280 x 720 picture that is read on a phone. */
export const STYLE = {
  header: 64,
  timeAxis: 44,
  margin: 20,
  /** Strip above the candles for the names of kill zones. */
  windowStrip: 34,
  /** Share of the plot's height for volume. */
  volumeShare: 0.13,
  symbolSize: 32,
  titleSize: 26,
  strategySize: 24,
  timeSize: 22,
  axisSize: 20,
  tagSize: 23,
  tagHeight: 36,
  tagGap: 3,
  labelSize: 21,
  windowSize: 20,
  /** Free room after the last candle for the labels of entry, stop and targets; without a signal. */
  futureWithLevels: 290,
  futurePlain: 60,
  maxBodyWidth: 26,
} as const;
