import { expect, test } from "vitest";
import * as statusErrors from "../generated/status-errors.ts";
import * as others from "./errors.ts";

const errors = { ...others, ...statusErrors };
const { WebsetsError, ApiError, apiErrors } = errors;
const documented = [400, 401, 402, 403, 404, 409, 422, 429, 500, 502, 503, 504] as const;
const classes = Object.entries(errors).filter(([name]) => name.endsWith("Error"));

test.each(classes)(
  "%s is a WebsetsError and says its own name, which minifiers leave alone",
  (name, Class) => {
    const error = new (Class as typeof WebsetsError)("why");
    expect(error).toBeInstanceOf(WebsetsError);
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe(name);
  },
);

test.each(documented)("the class of %i is an ApiError of its own", (status) => {
  const Class = apiErrors[status];
  const error = new Class("why");
  expect(error).toBeInstanceOf(ApiError);
  expect(
    documented.map((other) => apiErrors[other]).filter((other) => error instanceof other),
  ).toEqual([Class]);
});

test("is of a call that was not sent where nothing else is said", () => {
  const error = new WebsetsError("no");
  expect(error).toMatchObject({ method: "", path: "", attempts: 0, delivery: "not-sent" });
  expect("cause" in error).toBe(false);
});

test("keeps its cause", () => {
  const cause = new Error("socket");
  expect(new WebsetsError("no answer", { cause }).cause).toBe(cause);
});

test("has a class for each documented status and no other", () => {
  expect(Object.keys(apiErrors).map(Number)).toEqual(documented);
});
