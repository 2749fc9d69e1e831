/** The words of English numbers, for all stages that read them: dates, figures. Each list in the order of its values. */

/** 0 to 19. */
export const SMALL_NUMBERS: readonly string[] = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
  'eighteen nineteen'
).split(' ');

/** 1 to 9, which follow "twenty-". */
export const ONES: readonly string[] = SMALL_NUMBERS.slice(1, 10);

/** 20, 30 … 90. */
export const TENS: readonly string[] = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** 1st to 19th. */
export const SMALL_ORDINALS: readonly string[] = (
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth ' +
  'sixteenth seventeenth eighteenth nineteenth'
).split(' ');

/** 20th, 30th … 90th. */
export const TENS_ORDINALS: readonly string[] = TENS.map((word) => word.replace(/y$/, 'ieth'));
