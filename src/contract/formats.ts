/** The formats that the compiled checks know. A contract that uses another one does not compile. */

// Only the shape: ranges are cheaper to compare as numbers than as alternatives of a regular expression.
const rfc3339 =
  /^\d{4}-[01]\d-[0-3]\d[Tt][0-2]\d:[0-5]\d:[0-6]\d(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
const fullDate = /^\d{4}-[01]\d-[0-3]\d$/;
const leapSecond = /T23:59:60(?:\.\d+)?Z$/i;
// scheme ":" then the characters of RFC 3986, section 2, with every "%" followed by two hex digits.
const rfc3986 = /^[a-z][a-z\d+.-]*:(?:[\w.~:/?#[\]@!$&'()*+,;=-]|%[\da-f]{2})+$/i;
const rfc9562 = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** RFC 3339, section 5.6, `date-time`: the day exists, and second 60 only where a leap second can be. */
export const dateTime = (text: string): boolean =>
  rfc3339.test(text) &&
  dayExists(text) &&
  twoDigits(text, 11) < 24 &&
  (text.charAt(17) !== "6" || leapSecond.test(text));

/** RFC 3339, section 5.6, `full-date`. */
export const date = (text: string): boolean => fullDate.test(text) && dayExists(text);

/** RFC 3986, section 3: an absolute URI. */
export const uri = (text: string): boolean => rfc3986.test(text);

/** RFC 9562, section 4. */
export const uuid = (text: string): boolean => rfc9562.test(text);

/** Dates are most of the work of a check; every month has 28 days, so most need no calendar. */
function dayExists(text: string): boolean {
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  if (month < 1 || month > 12 || day < 1) return false;
  if (day < 29) return true;
  // 31 days: the odd months up to July, the even ones from August.
  if (month !== 2) return day < 31 || (day === 31 && (month + Number(month > 7)) % 2 === 1);
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  return day === 29 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** The number that two digits write; a slice would have to be allocated. */
const twoDigits = (text: string, at: number): number =>
  text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 11 * 48;
