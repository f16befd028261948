import type { Level } from "../../findings/finding.ts";
import { type ChangeName, changes } from "./changes.ts";
import { type Place, places, type Root, roots } from "./places.ts";
import {
  type AccessId,
  accessId,
  accessLevels,
  type Presence,
  type PresenceId,
  presenceIds,
  presences,
} from "./presence.ts";
import type { DiffRule } from "./rule.ts";

/** oasdiff has one irregular. */
type Irregular = "response-body-enum-value-removed";
type ChangeId =
  | Exclude<`${Place}-${ChangeName}`, Irregular>
  | "response-mediatype-enum-value-removed";

/** The id of any rule that looks into a schema. */
export type SchemaRuleId = ChangeId | PresenceId | AccessId;

/** The id of a change at a place. */
export function changeId(place: Place, change: ChangeName): ChangeId {
  const id = `${place}-${change}` as const;
  return id === "response-body-enum-value-removed" ? "response-mediatype-enum-value-removed" : id;
}

/** A caller who relies on a parameter's default gets another answer; a body's default is mostly a note. */
const parameterLevels: Readonly<Partial<Record<ChangeName, Level>>> = {
  "default-value-added": "error",
  "default-value-removed": "error",
  "default-value-changed": "error",
};

const changeRules = places.flatMap(({ place, root, direction, subject }) =>
  (Object.keys(changes) as ChangeName[]).map((name): DiffRule => {
    const { area, mirror, text, ...levels } = changes[name];
    const special = root === "request-parameter" ? parameterLevels[name] : undefined;
    return {
      id: changeId(place, name),
      level: special ?? levels[direction],
      direction,
      area,
      text: `${subject} ${text}`,
      // The table's own test says that every mirror is a name of the table.
      mirror: [changeId(place, mirror as ChangeName)],
    };
  }),
);

const presenceRules = (Object.keys(presenceIds) as Root[]).flatMap((root) => {
  const ids = presenceIds[root];
  const { direction, propertySubject } = roots[root];
  return [...new Set<PresenceId>(Object.values(ids))].map((id): DiffRule => {
    // An id may stand for several kinds; the first speaks for it.
    const kinds = (Object.keys(ids) as Presence[]).filter((kind) => ids[kind] === id);
    const says = presences[kinds[0] as Presence]; // every id stands for one at least
    const mirror = kinds.flatMap((kind) => presences[kind].mirror.map((other) => ids[other]));
    const text = `${propertySubject} ${says.text}`;
    return {
      id,
      level: says[direction],
      direction,
      area: "properties",
      text,
      mirror: [...new Set(mirror)],
    };
  });
});

const accessRules = (["request-body", "response-body"] as const).flatMap((root) =>
  [true, false].flatMap((isRequired) =>
    (["read-only", "write-only"] as const).flatMap((access) =>
      ([`became-${access}`, `became-not-${access}`] as const).map((change, i, both): DiffRule => {
        const { direction, propertySubject } = roots[root];
        const id = accessId(direction, isRequired, change);
        const need = isRequired ? "required" : "optional";
        return {
          id,
          level: accessLevels[id] ?? "info",
          direction,
          area: "access",
          text: `${propertySubject} (${need}) ${i === 0 ? "became" : "is no longer"} ${access}`,
          mirror: [accessId(direction, isRequired, both[1 - i] as typeof change)],
        };
      }),
    ),
  ),
);

/** Every rule that looks into a schema. */
export const schemaRules: readonly DiffRule[] = [...changeRules, ...presenceRules, ...accessRules];
