/**
 * The roots below which schemas stand, each with the place of the properties inside. A change of a schema has a rule
 * for each place, `<place>-<change>`, because what is harmless on one side of the wire breaks a caller on the other.
 */
export const roots = {
  "request-body": {
    direction: "request",
    subject: "the request body",
    property: "request-property",
    propertySubject: "the request property {property}",
  },
  "request-parameter": {
    direction: "request",
    subject: "the {in} parameter {parameter}",
    property: "request-parameter-property",
    propertySubject: "the property {property} of the {in} parameter {parameter}",
  },
  "response-body": {
    direction: "response",
    subject: "the body of response {status}",
    property: "response-property",
    propertySubject: "the property {property} of response {status}",
  },
  "response-header": {
    direction: "response",
    subject: "the header {header} of response {status}",
    property: "response-header-property",
    propertySubject: "the property {property} of the header {header} of response {status}",
  },
  // The vendor sends it and the caller receives it, as with a response.
  "callback-body": {
    direction: "response",
    subject: "what the {call} {callback} sends",
    property: "callback-property",
    propertySubject: "the property {property} of what the {call} {callback} sends",
  },
} as const;

/** What a schema is the root of. */
export type Root = keyof typeof roots;

/** A place inside a root. */
type PropertyPlace = (typeof roots)[Root]["property"];

export type Place = Root | PropertyPlace;

/** Every place with its direction and the subject of its sentences. */
export const places: readonly {
  readonly place: Place;
  readonly root: Root;
  readonly direction: "request" | "response";
  readonly subject: string;
}[] = (Object.keys(roots) as Root[]).flatMap((root) => {
  const { direction, subject, property, propertySubject } = roots[root];
  return [
    { place: root, root, direction, subject },
    { place: property, root, direction, subject: propertySubject },
  ];
});
