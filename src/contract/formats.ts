/** The formats that the compiled checks know. A contract that uses another one does not compile. */

// Only the shape: ranges are cheaper to compare as numbers than as alternatives of a regular expression.
const rfc3339 =
  /^\d{4}-[01]\d-[0-3]\d[Tt][0-2]\d:[0-5]\d:[0-6]\d(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
const fullDate = /^\d{4}-[01]\d-[0-3]\d$/;
const rfc9562 = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** RFC 3339, section 5.6, `date-time`: the day exists, and second 60 only where a leap second can be. */
export const dateTime = (text: string): boolean =>
  rfc3339.test(text) &&
  dayExists(text) &&
  twoDigits(text, 11) < 24 &&
  (text.charAt(17) !== "6" || isLeapSecond(text));

/** RFC 3339, section 5.7: second 60 is the last of a month, in UTC. */
function isLeapSecond(text: string): boolean {
  if (text.charAt(18) !== "0") return false;
  const zone = text.slice(19).replace(/^\.\d+/, "");
  const before = Date.parse(`${text.slice(0, 17)}59${zone}`.toUpperCase());
  return new Date(before + 1000).toISOString().endsWith("-01T00:00:00.000Z");
}

/** RFC 3339, section 5.6, `full-date`. */
export const date = (text: string): boolean => fullDate.test(text) && dayExists(text);

/** RFC 3339, section 5.6, `full-time`: with its offset; a leap second is one if it is on some day. */
export const time = (text: string): boolean =>
  dateTime(`1998-12-31T${text}`) || dateTime(`1999-01-01T${text}`);

/** RFC 3339, appendix A. */
export const duration = (text: string): boolean =>
  /^P(?!$)(?:\d+W|(?:\d+Y(?:\d+M(?:\d+D)?)?|\d+M(?:\d+D)?|\d+D)?(?:T(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S))?)$/.test(
    text,
  );

const absolute = /* @__PURE__ */ uriPattern("[a-z][a-z\\d+.-]*:");
const relative = /* @__PURE__ */ uriPattern("(?![^/?#]*:)");

/** RFC 3986, appendix A, after its start: the characters of each part, and "%" only before two hexadecimal digits. */
function uriPattern(start: string): RegExp {
  const some = (more: string) => `(?:[\\w\\-.~!$&'()*+,;=${more}]|%[\\da-f]{2})*`;
  const authority = `//(?:${some(":")}@)?(?:\\[[^\\]]*\\]|${some("")})(?::\\d*)?(?![^/?#])`;
  const query = some(":@/?");
  const path = some(":@/");
  return new RegExp(`^${start}(?:${authority}|(?!//))${path}(?:\\?${query})?(?:#${query})?$`, "i");
}

/** RFC 3986, section 3: a URI, which has a scheme. */
export const uri = (text: string): boolean => absolute.test(text) && isHostRight(text);

/** RFC 3986, section 4.1: a URI, or a reference relative to one. */
export const uriReference = (text: string): boolean =>
  uri(text) || (relative.test(text) && isHostRight(text));

/** What stands in brackets is an IPv6 address, or one of a version yet to come (RFC 3986, section 3.2.2). */
function isHostRight(text: string): boolean {
  if (!text.includes("[")) return true;
  const host = text.slice(text.indexOf("[") + 1, text.indexOf("]"));
  return ipv6(host) || /^v[\da-f]+\.[\w\-.~!$&'()*+,;=:]+$/i.test(host);
}

const uriTemplateText = /* @__PURE__ */ uriTemplatePattern();

function uriTemplatePattern(): RegExp {
  const escaped = "%[\\da-f]{2}";
  const character = `(?:\\w|${escaped})`;
  const variable = `${character}(?:\\.?${character})*(?::[1-9]\\d{0,3}|\\*)?`;
  const expression = `\\{[+#./;?&=,!@|]?${variable}(?:,${variable})*\\}`;
  return new RegExp(`^(?:[^\\x00-\\x20\\x7f"<>%\\\\^\`{|}]|${escaped}|${expression})*$`, "i");
}

/** RFC 6570, section 2. */
export const uriTemplate = (text: string): boolean => uriTemplateText.test(text);

/** RFC 2673, section 3.2: four decimals without leading zeros. */
export const ipv4 = (text: string): boolean =>
  /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/.test(text);

/** RFC 4291, section 2.2: eight groups, of which `::` leaves one or more out; the last two may be written as IPv4. */
export function ipv6(text: string): boolean {
  const last = text.slice(text.lastIndexOf(":") + 1);
  const plain = ipv4(last) ? `${text.slice(0, -last.length)}0:0` : text;
  const halves = plain.split("::");
  const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
  const isRight =
    halves.length === 1 ? groups.length === 8 : halves.length === 2 && groups.length < 8;
  return isRight && groups.every((group) => /^[\da-f]{1,4}$/i.test(group));
}

const rfc1123 = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.(?=.)|$))+$/i;

/** RFC 1123, section 2.1. What a label that starts with `xn--` stands for (RFC 5890) is not looked into. */
export const hostname = (text: string): boolean => text.length < 254 && rfc1123.test(text);

/** RFC 5321, section 4.1.2: a mailbox, its local part maybe quoted, its host maybe an address in brackets. */
export function email(text: string): boolean {
  const local =
    /^(?:[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*|"(?:[ !#-[\]-~]|\\[ -~])*")@/.exec(
      text,
    );
  if (local === null) return false;
  const host = text.slice(local[0].length);
  const address = /^\[(IPv6:)?(.*)\]$/i.exec(host);
  if (address === null) return hostname(host);
  return (address[1] ? ipv6 : ipv4)(address[2] ?? "");
}

/** RFC 9562, section 4. */
export const uuid = (text: string): boolean => rfc9562.test(text);

/** RFC 6901, section 3. */
export const jsonPointer = (text: string): boolean => /^(?:\/(?:[^~/]|~[01])*)*$/.test(text);

/** draft-bhutton-relative-json-pointer-00, section 3. */
export const relativeJsonPointer = (text: string): boolean =>
  /^(?:0|[1-9]\d*)(?:#|(?:\/(?:[^~/]|~[01])*)*)$/.test(text);

/** A regular expression of ECMA-262, with Unicode. */
export function regex(text: string): boolean {
  try {
    new RegExp(text, "u");
    return true;
  } catch {
    return false;
  }
}

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
