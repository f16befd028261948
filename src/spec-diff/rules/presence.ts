import type { Level } from "../../findings/finding.ts";
import type { Root } from "./places.ts";

/** What may happen to a property of an object. */
export type Presence =
  | "requiredAdded"
  | "defaultedAdded"
  | "optionalAdded"
  | "requiredRemoved"
  | "optionalRemoved"
  | "becameRequired"
  | "defaultedBecameRequired"
  | "becameOptional";

const sent = <const Name extends string>(name: Name) =>
  ({
    requiredAdded: `new-required-${name}`,
    defaultedAdded: `new-required-${name}-with-default`,
    optionalAdded: `new-optional-${name}`,
    requiredRemoved: `${name}-removed`,
    optionalRemoved: `${name}-removed`,
    becameRequired: `${name}-became-required`,
    defaultedBecameRequired: `${name}-became-required-with-default`,
    becameOptional: `${name}-became-optional`,
  }) as const;

const received = <const Name extends string>(name: Name) =>
  ({
    requiredAdded: `${name}-required-property-added`,
    defaultedAdded: `${name}-required-property-added`,
    optionalAdded: `${name}-optional-property-added`,
    requiredRemoved: `${name}-required-property-removed`,
    optionalRemoved: `${name}-optional-property-removed`,
    becameRequired: `${name}-property-became-required`,
    defaultedBecameRequired: `${name}-property-became-required`,
    becameOptional: `${name}-property-became-optional`,
  }) as const;

/** Ids of the rules of a property's presence: oasdiff spells them differently in each direction. */
export const presenceIds = {
  "request-body": sent("request-property"),
  "request-parameter": sent("request-parameter-property"),
  "response-body": received("response"),
  "response-header": received("response-header"),
  "callback-body": received("callback"),
} as const satisfies Readonly<Record<Root, Readonly<Record<Presence, string>>>>;

export type PresenceId = (typeof presenceIds)[Root][Presence];

/** What the rules of presence say. */
export const presences: Readonly<
  Record<
    Presence,
    {
      readonly request: Level;
      readonly response: Level;
      readonly mirror: readonly Presence[];
      readonly text: string;
    }
  >
> = {
  requiredAdded: {
    request: "error",
    response: "info",
    mirror: ["requiredRemoved"],
    text: "was added as required",
  },
  defaultedAdded: {
    request: "info",
    response: "info",
    mirror: ["requiredRemoved"],
    text: "was added as required, with a default",
  },
  optionalAdded: {
    request: "info",
    response: "info",
    mirror: ["optionalRemoved"],
    text: "was added as optional",
  },
  requiredRemoved: {
    request: "warning",
    response: "error",
    mirror: ["requiredAdded", "defaultedAdded"],
    text: "was removed",
  },
  optionalRemoved: {
    request: "warning",
    response: "warning",
    mirror: ["optionalAdded"],
    text: "was removed",
  },
  becameRequired: {
    request: "error",
    response: "info",
    mirror: ["becameOptional"],
    text: "became required",
  },
  defaultedBecameRequired: {
    request: "info",
    response: "info",
    mirror: ["becameOptional"],
    text: "became required, with a default",
  },
  becameOptional: {
    request: "info",
    response: "error",
    mirror: ["becameRequired", "defaultedBecameRequired"],
    text: "became optional",
  },
};

export type AccessChange = `became-${"" | "not-"}${"read-only" | "write-only"}`;
/** `readOnly` and `writeOnly` move a property from one direction to the other. Only bodies know them. */
export type AccessId =
  `${"request" | "response"}-${"required" | "optional"}-property-${AccessChange}`;

export const accessId = (
  direction: "request" | "response",
  isRequired: boolean,
  change: AccessChange,
): AccessId => `${direction}-${isRequired ? "required" : "optional"}-property-${change}`;

/** What no longer travels is as if it were removed, and what now travels as if it were added. All others are `info`. */
export const accessLevels: Readonly<Partial<Record<AccessId, Level>>> = {
  "request-required-property-became-read-only": "warning",
  "request-optional-property-became-read-only": "warning",
  "request-required-property-became-not-read-only": "error",
  "response-required-property-became-write-only": "error",
  "response-required-property-became-not-write-only": "warning",
  "response-optional-property-became-write-only": "warning",
};
