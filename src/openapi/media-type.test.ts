import { describe, expect, it } from "vitest";
import { isJson, parseMediaType } from "./media-type.ts";

describe("parseMediaType", () => {
  it.each([
    ["application/json", "application/json"],
    [" Application/JSON ; charset=utf-8", "application/json"],
    ["application/problem+json;x=y", "application/problem+json"],
    ["json", undefined],
    ["application/", undefined],
    ["application/json, text/html", undefined],
    ["", undefined],
  ])("reads %j as %j", (text, type) => {
    expect(parseMediaType(text)).toBe(type);
  });
});

describe("isJson", () => {
  it("knows the suffix +json", () => {
    expect(
      [
        "application/json",
        "application/problem+json",
        "text/json+x",
        "text/x+jsonx",
        "application/jsonp",
        "x-application/json",
      ].map(isJson),
    ).toEqual([true, true, false, false, false, false]);
  });
});
