// The time on the wall: China's, whatever the device's zone, corrected by the server when the device's own clock drifts, and none at
// all when neither can be trusted. China has kept UTC+8 without summer time since 1991, so no table of zones is needed.

const hours = 3_600_000;
const days = 24 * hours;
/** A device that differs less from the server is right; the network takes its time too. Unit: ms. */
const tolerance = 30_000;

export interface WallClock {
  /** The `Date` header of an answer of the server. */
  learn(header: string | null): void;
  /** Now in ms since 1970, or undefined while the clock cannot be right: before the content's own date, or 15 years after it. */
  now(): number | undefined;
}

/** `contentDate`: YYYY-MM-DD, no earlier than any truth the page shows. */
export function wallClock(contentDate: string): WallClock {
  const written = Date.parse(contentDate);
  let offset = 0;
  return {
    learn(header) {
      const told = Date.parse(header || '');
      if (Number.isNaN(told)) return;
      offset = Math.abs(told - Date.now()) > tolerance ? told - Date.now() : 0;
    },
    now() {
      const time = Date.now() + offset;
      return time > written - days && time < written + 15 * 365 * days ? time : undefined;
    },
  };
}

/** The same moment as a date whose UTC fields are those of a clock in China. */
const inChina = (time: number) => new Date(time + 8 * hours);

/** 11月27日 星期五 20:55 */
export function clockText(time: number): string {
  const date = inChina(time);
  const two = (value: number) => (value < 10 ? `0${value}` : `${value}`);
  const weekday = '日一二三四五六'[date.getUTCDay()];
  return `${date.getUTCMonth() + 1}月${date.getUTCDate()}日 星期${weekday} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
}

/** From ten in the evening to six in the morning. */
export function isNight(time: number): boolean {
  const hour = inChina(time).getUTCHours();
  return hour >= 22 || hour < 6;
}

/** Whole days from today to the day `until` (YYYY-MM-DD): 0 on the day itself, negative when it is over. */
export function daysLeft(until: string, time: number): number {
  return Date.parse(until) / days - Math.floor((time + 8 * hours) / days);
}
