import { expect, test } from "vitest";
import * as errors from "./errors.ts";

const { WebsetsError, ApiError, apiErrorOf } = errors;
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
  const Class = apiErrorOf(status);
  const error = new Class("why");
  expect(error).toBeInstanceOf(ApiError);
  expect(
    documented.map((other) => apiErrorOf(other)).filter((other) => error instanceof other),
  ).toEqual([Class]);
});

test("carries reason, method and path in the message, and the cause beside it", () => {
  const cause = new Error("socket");
  const error = new WebsetsError("no answer", {
    method: "POST",
    path: "/x",
    attempts: 2,
    delivery: "unknown",
    cause,
  });
  expect(error.message).toBe("no answer (POST /x)");
  expect(error).toMatchObject({
    method: "POST",
    path: "/x",
    attempts: 2,
    delivery: "unknown",
    cause,
  });
});

test("is of a call that was not sent where nothing else is said", () => {
  const error = new WebsetsError("no");
  expect(error).toMatchObject({
    method: "POST",
    path: "/v0/websets/{id}",
    attempts: 0,
    delivery: "not-sent",
  });
  expect("cause" in error).toBe(false);
});

test("has no class of its own for a status that is not documented", () => {
  expect(apiErrorOf(418)).toBeUndefined();
});
