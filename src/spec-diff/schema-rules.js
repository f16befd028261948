/**
 * Where a schema is used. A rule of schemas exists once for each place, as `<place>-<change>`, because the same
 * change is harmless on one side of the wire and breaks a consumer on the other.
 */
export const places = {
    "request-body": { direction: "request", subject: "the request body" },
    "request-property": { direction: "request", subject: "the request property {property}" },
    "request-parameter": { direction: "request", subject: "the {in} parameter {parameter}" },
    "request-parameter-property": {
        direction: "request",
        subject: "the property {property} of the {in} parameter {parameter}",
    },
    "response-body": { direction: "response", subject: "the body of response {status}" },
    "response-property": {
        direction: "response",
        subject: "the property {property} of response {status}",
    },
    "response-header": { direction: "response", subject: "the header {header} of response {status}" },
    "response-header-property": {
        direction: "response",
        subject: "the property {property} of the header {header} of response {status}",
    },
};
/** The place that plays the same part on the other side of the wire. */
const twinOf = {
    "request-body": "response-body",
    "request-property": "response-property",
    "request-parameter": "response-header",
    "request-parameter-property": "response-header-property",
    "response-body": "request-body",
    "response-property": "request-property",
    "response-header": "request-parameter",
    "response-header-property": "request-parameter-property",
};
/** Two changes, each of which undoes the other. */
function pair(area, one, other) {
    const row = ([change, request, response, text], mirror) => ({
        change,
        area,
        request,
        response,
        mirror: mirror[0],
        text,
    });
    return [row(one, other), row(other, one)];
}
/** A change that undoes itself. */
function self(area, [change, request, response, text]) {
    return { change, area, request, response, mirror: change, text };
}
/**
 * What may change in a schema. To accept less breaks who sends; to give more breaks who receives. Where a level
 * is milder than that, oasdiff has it so: a limit set for the first time mostly writes down what was always so.
 */
const changes = [
    self("type", ["type-changed", "error", "error", "changed its type from {from} to {to}"]),
    ...pair("type", ["type-generalized", "info", "error", "may now be any {to}, not only {from}"], ["type-specialized", "error", "info", "may now be only {to}, not any {from}"]),
    ...pair("type", ["list-of-types-widened", "info", "error", "may now be of more types: {to}, not only {from}"], [
        "list-of-types-narrowed",
        "error",
        "info",
        "may now be of fewer types: {to}, no longer {from}",
    ]),
    ...pair("nullability", ["became-nullable", "info", "error", "may now be null"], ["became-not-nullable", "error", "info", "may no longer be null"]),
    ...pair("enum", ["enum-value-added", "info", "warning", "may now also be {value}"], ["enum-value-removed", "error", "info", "may no longer be {value}"]),
    ...pair("enum", ["became-enum", "error", "info", "is now one of {to}"], ["became-not-enum", "info", "warning", "is no longer limited to {from}"]),
    ...pair("const", ["const-added", "error", "info", "is now always {to}"], ["const-removed", "info", "error", "is no longer always {from}"]),
    self("const", ["const-changed", "error", "error", "is now always {to}, no longer {from}"]),
    ...pair("format", ["format-added", "error", "info", "got the format {to}"], ["format-removed", "info", "error", "lost the format {from}"]),
    self("format", ["format-changed", "error", "error", "changed its format from {from} to {to}"]),
    ...pair("pattern", ["pattern-added", "warning", "info", "got the pattern {to}"], ["pattern-removed", "info", "info", "lost the pattern {from}"]),
    self("pattern", [
        "pattern-changed",
        "warning",
        "info",
        "changed its pattern from {from} to {to}",
    ]),
    ...upper("max-length", "length"),
    ...lower("min-length", "length"),
    ...upper("max-items", "number of items"),
    ...lower("min-items", "number of items"),
    ...upper("max-properties", "number of properties"),
    ...lower("min-properties", "number of properties"),
    ...upper("max", "value"),
    ...lower("min", "value"),
    ...pair("bounds", ["max-became-exclusive", "error", "info", "must now be below {to}; {to} itself is out"], ["max-became-inclusive", "info", "error", "may now be {to} itself"]),
    ...pair("bounds", ["min-became-exclusive", "error", "info", "must now be above {to}; {to} itself is out"], ["min-became-inclusive", "info", "error", "may now be {to} itself"]),
    ...pair("bounds", ["multiple-of-set", "error", "info", "must now be a multiple of {to}"], ["multiple-of-unset", "info", "error", "need no longer be a multiple of {from}"]),
    self("bounds", [
        "multiple-of-changed",
        "error",
        "error",
        "must be a multiple of {to}, no longer of {from}",
    ]),
    ...pair("bounds", ["unique-items-set", "error", "info", "must now have no item twice"], ["unique-items-unset", "info", "error", "may now have an item twice"]),
    ...pair("default", ["default-value-added", "info", "info", "got the default {to}"], ["default-value-removed", "info", "info", "lost the default {from}"]),
    self("default", [
        "default-value-changed",
        "info",
        "info",
        "changed its default from {from} to {to}",
    ]),
    ...union("one-of"),
    ...union("any-of"),
    self("union", ["union-kind-changed", "info", "info", "changed from {from} to {to}"]),
    ...pair("discriminator", ["discriminator-added", "info", "info", "got the discriminator {to}"], ["discriminator-removed", "info", "info", "lost the discriminator {from}"]),
    self("discriminator", [
        "discriminator-property-name-changed",
        "info",
        "info",
        "changed its discriminator from {from} to {to}",
    ]),
    ...pair("discriminator", ["discriminator-mapping-added", "info", "info", "got the discriminator value {value}"], ["discriminator-mapping-deleted", "info", "info", "lost the discriminator value {value}"]),
    self("discriminator", [
        "discriminator-mapping-changed",
        "info",
        "info",
        "maps the discriminator value {value} to {to}, no longer to {from}",
    ]),
    ...pair("additionalProperties", [
        "additional-properties-allowed",
        "info",
        "warning",
        "may now have properties that are not described",
    ], [
        "additional-properties-forbidden",
        "error",
        "info",
        "may no longer have properties that are not described",
    ]),
    ...pair("deprecation", ["deprecated", "info", "info", "was deprecated"], ["reactivated", "info", "info", "is no longer deprecated"]),
    self("schema", [
        "schema-keyword-changed",
        "warning",
        "warning",
        "changed its {keyword}, which these rules do not weigh",
    ]),
];
function upper(name, what) {
    return [
        ...pair("bounds", [
            `${name}-decreased`,
            "error",
            "info",
            `has its greatest ${what} lowered from {from} to {to}`,
        ], [`${name}-increased`, "info", "error", `has its greatest ${what} raised from {from} to {to}`]),
        ...pair("bounds", [`${name}-set`, "warning", "info", `got a greatest ${what}: {to}`], [`${name}-unset`, "info", "error", `lost its greatest ${what}, {from}`]),
    ];
}
function lower(name, what) {
    return [
        ...pair("bounds", [`${name}-increased`, "error", "info", `has its least ${what} raised from {from} to {to}`], [`${name}-decreased`, "info", "error", `has its least ${what} lowered from {from} to {to}`]),
        ...pair("bounds", [`${name}-set`, "warning", "info", `got a least ${what}: {to}`], [`${name}-unset`, "info", "error", `lost its least ${what}, {from}`]),
    ];
}
/** A new branch is to a receiver what a new enum value is. */
function union(name) {
    return pair("union", [`${name}-added`, "info", "warning", "may now also be {branch}"], [`${name}-removed`, "error", "info", "may no longer be {branch}"]);
}
/** A caller who relies on a parameter's default gets another answer; a body's default is mostly a note. */
const parameterLevels = {
    "default-value-added": "error",
    "default-value-removed": "error",
    "default-value-changed": "error",
};
const placeNames = Object.keys(places);
const changeRows = placeNames.flatMap((place) => changes.map(({ change, area, mirror, text, ...levels }) => {
    const { direction, subject } = places[place];
    const parameter = place.startsWith("request-parameter") ? parameterLevels[change] : undefined;
    return {
        id: `${place}-${change}`,
        level: parameter ?? levels[direction],
        direction,
        area,
        text: `${subject} ${text}`,
        mirror: [`${place}-${mirror}`],
        twin: { id: `${twinOf[place]}-${change}` },
    };
}));
/** Names of the rules of a property's presence, which oasdiff spells differently in each direction. */
export const presence = {
    "request-property": {
        requiredAdded: "new-required-request-property",
        defaultedAdded: "new-required-request-property-with-default",
        optionalAdded: "new-optional-request-property",
        requiredRemoved: "request-property-removed",
        optionalRemoved: "request-property-removed",
        becameRequired: "request-property-became-required",
        defaultedBecameRequired: "request-property-became-required-with-default",
        becameOptional: "request-property-became-optional",
    },
    "request-parameter-property": {
        requiredAdded: "new-required-request-parameter-property",
        defaultedAdded: "new-required-request-parameter-property-with-default",
        optionalAdded: "new-optional-request-parameter-property",
        requiredRemoved: "request-parameter-property-removed",
        optionalRemoved: "request-parameter-property-removed",
        becameRequired: "request-parameter-property-became-required",
        defaultedBecameRequired: "request-parameter-property-became-required-with-default",
        becameOptional: "request-parameter-property-became-optional",
    },
    "response-property": {
        requiredAdded: "response-required-property-added",
        defaultedAdded: "response-required-property-added",
        optionalAdded: "response-optional-property-added",
        requiredRemoved: "response-required-property-removed",
        optionalRemoved: "response-optional-property-removed",
        becameRequired: "response-property-became-required",
        defaultedBecameRequired: "response-property-became-required",
        becameOptional: "response-property-became-optional",
    },
    "response-header-property": {
        requiredAdded: "response-header-required-property-added",
        defaultedAdded: "response-header-required-property-added",
        optionalAdded: "response-header-optional-property-added",
        requiredRemoved: "response-header-required-property-removed",
        optionalRemoved: "response-header-optional-property-removed",
        becameRequired: "response-header-property-became-required",
        defaultedBecameRequired: "response-header-property-became-required",
        becameOptional: "response-header-property-became-optional",
    },
};
const presenceText = {
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
const presenceRows = Object.keys(presence).flatMap((place) => {
    const names = presence[place];
    const { direction, subject } = places[place];
    const ids = [...new Set(Object.values(names))];
    return ids.map((id) => {
        // A name may stand for several kinds; the first speaks for it.
        const kinds = Object.keys(names).filter((kind) => names[kind] === id);
        const first = presenceText[kinds[0]];
        const twin = presence[twinOf[place]];
        return {
            id,
            level: first[direction],
            direction,
            area: kinds.some((kind) => kind.includes("ecame")) ? "requiredness" : "property",
            text: `${subject} ${first.text}`,
            mirror: [...new Set(kinds.flatMap((kind) => presenceText[kind].mirror.map((m) => names[m])))],
            twin: { id: twin[kinds[0]] },
        };
    });
});
/** What no longer travels is as if it were removed, and what now travels as if it were added. */
const accessLevels = {
    "request-required-property-became-read-only": "warning",
    "request-optional-property-became-read-only": "warning",
    "request-required-property-became-not-read-only": "error",
    "response-required-property-became-write-only": "error",
    "response-optional-property-became-write-only": "warning",
};
/** `readOnly` and `writeOnly` move a property from one direction to the other. Parameters and headers have neither. */
const accessRows = ["request-property", "response-property"].flatMap((place) => ["required", "optional"].flatMap((need) => ["read-only", "write-only"].flatMap((access) => ["became", "became-not"].map((way) => {
    const { direction, subject } = places[place];
    const other = direction === "request" ? "response" : "request";
    const id = (of, verb) => `${of}-${need}-property-${verb}-${access}`;
    return {
        id: id(direction, way),
        level: accessLevels[id(direction, way)] ?? "info",
        direction,
        area: "access",
        text: `${subject} (${need}) ${way === "became" ? "became" : "is no longer"} ${access}`,
        mirror: [id(direction, way === "became" ? "became-not" : "became")],
        twin: { id: id(other, way) },
    };
}))));
/** Every rule that looks into a schema. */
export const schemaRows = [...changeRows, ...presenceRows, ...accessRows];
