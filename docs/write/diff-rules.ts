import { type Change, changes } from "../../src/spec-diff/rules/changes.ts";
import { descriptionRules, operationRules } from "../../src/spec-diff/rules/operation-rules.ts";
import { places, type Root, roots } from "../../src/spec-diff/rules/places.ts";
import { type Presence, presenceIds, presences } from "../../src/spec-diff/rules/presence.ts";
import type { DiffRule } from "../../src/spec-diff/rules/rule.ts";
import { schemaRules } from "../../src/spec-diff/rules/schema-rules.ts";
import { table } from "./markdown-table.ts";

/** The page of the rules of `diff`: one matrix of changes and places, and one list of all other rules. */
export function diffSections(): string[] {
  return [
    `In a request, to accept less is an error; in a response, to give more is. Ids and levels are those of oasdiff where it
has the rule ([differences](rules-oasdiff.md)). A location points into the revision, and into the base for what is only
there. A change is told once: \`operations\` lists all operations that it touches.`,
    `## Changes of schemas

The id is \`<place>-<change>\`, for example \`response-property-became-nullable\`. The places are:

${table(
  ["Place", "Direction", "Speaks of"],
  places.map(({ place, direction, subject }) => [code(place), direction, subject]),
)}

A default of a parameter is an error wherever it changes. oasdiff spells one id otherwise:
\`response-mediatype-enum-value-removed\`.

${table(["Change", "In a request", "In a response", "Says"], Object.entries<Change>(changes).map(changeRow))}`,
    `## Properties of objects

${table(
  ["Property", "In a request", "In a response", ...Object.keys(roots).map(code)],
  (Object.keys(presences) as Presence[]).map(presenceRow),
)}

${table(["Rule", "Level", "Says"], schemaRules.filter(({ area }) => area === "access").map(ruleRow))}`,
    `## Everything else

${table(
  ["Rule", "Area", "Level", "Says"],
  [...Object.values<DiffRule>(operationRules), ...Object.values<DiffRule>(descriptionRules)].map(
    (rule) => [code(rule.id), rule.area, rule.level, rule.text],
  ),
)}`,
  ];
}

const changeRow = ([name, { request, response, text }]: [string, Change]) => [
  code(name),
  request,
  response,
  text,
];

function presenceRow(kind: Presence): string[] {
  const { request, response, text } = presences[kind];
  const ids = (Object.keys(roots) as Root[]).map((root) => code(presenceIds[root][kind]));
  return [text, request, response, ...ids];
}

const ruleRow = ({ id, level, text }: DiffRule) => [code(id), level, text];

const code = (text: string) => `\`${text}\``;
